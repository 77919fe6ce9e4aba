import { asc, eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { decision } from "@/db/schema/review";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { procedureEnd } from "../core/build-receipt";
import type { ReceiptView } from "../core/receipt-view";
import { mayWithdraw } from "../core/rules";
import { messageNumber } from "../core/thread";
import { applicationPolicy } from "../policy";
import { applicationThread } from "./application-thread";
import { draftPage } from "./draft-page";
import { erasedAnswers } from "./erased-answers";
import { replacedByOther } from "./replaced-by-other";

export type MyApplicationPage = Awaited<ReturnType<typeof myApplication>>;

/** One application of its author, with documents, messages and what happened: nine statements. */
export async function myApplication(
  ctx: Ctx,
  id: string,
  messages: { before?: string | undefined } = {},
) {
  const draft = await draftPage(ctx, id);
  const before = messageNumber(messages.before);
  // The desk that entered it sees the application, not what its author and the office write.
  const shares =
    draft.application.submittedAt !== null &&
    applicationPolicy.can(ctx.actor, "thread.view", draft.application);
  const [documents, submissions, decisions, [replaced], thread] = await Promise.all([
    ctx.db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.subjectId, id))
      .orderBy(asc(issuedDocument.issuedAt)),
    ctx.db
      .select({
        receivedAt: submission.receivedAt,
        number: registerEntry.number,
        year: registerEntry.year,
        protocolNumber: registerEntry.protocolNumber,
        protocolDate: registerEntry.protocolDate,
      })
      .from(submission)
      .innerJoin(registerEntry, eq(registerEntry.id, submission.registerEntryId))
      .where(eq(submission.applicationId, id)),
    ctx.db
      .select({ result: decision.result, decidedAt: decision.decidedAt })
      .from(decision)
      .where(eq(decision.applicationId, id))
      .orderBy(asc(decision.decidedAt)),
    ctx.db
      .select({ byOther: replacedByOther, erased: erasedAnswers })
      .from(application)
      .where(eq(application.id, id)),
    shares ? applicationThread(ctx, id, before) : undefined,
  ]);
  const own = documents.filter(
    // Whoever answered for it then: minutes and the like are held by nobody.
    (document) => document.holderId !== null && document.state === "valid",
  );
  const [sent] = submissions;
  return {
    ...draft,
    documents: own,
    decisions,
    sent: sent && { ...sent, registerNumber: registerNumber(sent.number, sent.year) },
    receipt: documents.find((document) => document.kind === "receipt")?.view as
      | ReceiptView
      | undefined,
    endsOn: procedureEnd(draft.call, draft.application.submittedAt ?? ctx.now.toISOString()),
    replaced: replaced?.byOther ?? false,
    thread,
    /** Answers whose days were over, and when the last of them were erased. */
    erased: replaced?.erased ?? null,
    mayWithdraw: draft.answersForIt && mayWithdraw(draft.application, draft.timing).ok,
  };
}
