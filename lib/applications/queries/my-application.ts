import { asc, eq, sql } from "drizzle-orm";
import { submission } from "@/db/schema/applications";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import type { CallState } from "@/lib/calls/core/states";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { procedureEnd } from "../core/build-receipt";
import { nextStepOf } from "../core/next-step";
import type { ReceiptView } from "../core/receipt-view";
import { mayWithdraw } from "../core/rules";
import { messageNumber } from "../core/thread";
import { happened } from "../core/timeline";
import { decisionsAreTold, toldState } from "../core/told-state";
import { applicationPolicy } from "../policy";
import { applicationThread } from "./application-thread";
import { draftPage } from "./draft-page";
import { type IntegrationView, integrationsOf } from "./integrations-of";
import { lifeOfApplication } from "./life-of-application";

export type MyApplicationPage = Awaited<ReturnType<typeof myApplication>>;

/**
 * One application of its author, with documents, messages and what happened: ten statements, and one
 * more where the office has asked for something.
 */
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
  const [documents, sent, life, thread] = await Promise.all([
    documentsOf(ctx, id),
    sentOf(ctx, id),
    lifeOfApplication(ctx, id),
    shares ? applicationThread(ctx, id, before) : undefined,
  ]);
  const integrations = await askedOf(ctx, id, documents);
  // Whoever answered for it then: minutes and the like are held by nobody. A copy is made anew; what
  // proves something stays, whatever became of it, as long as there is a file of it.
  const own = documents.filter(
    ({ holderId, kind, state, erasedAt }) =>
      holderId !== null && erasedAt === null && (state === "valid" || kind !== "applicationCopy"),
  );
  const { application: row, timing } = draft;
  const call = { ...draft.call, state: draft.call.state as CallState };
  const state = toldState(row.state, call);
  const told = decisionsAreTold(call);
  return {
    ...draft,
    documents: own,
    /** As it is told, and what comes next. */
    state,
    nextStep: nextStepOf({
      ...{ state, closesAt: call.closesAt, setAside: row.setAsideAt !== null },
      replaced: life.replaced,
      ...{ late: timing === "late" && call.peremptory, integrationOver: integrations.some(isOver) },
    }),
    told,
    meetings: life.meetings,
    happened: happened(
      {
        ...{ ...life, integrations, call },
        startedAt: row.createdAt,
        decisions: told ? life.decisions : [],
        sent: sent && sentFacts(sent),
        setAside: row.setAsideAt !== null,
        withdrawnAt: withdrawnAt(row, own),
        writtenAt: thread?.messages.findLast((one) => one.side === "staff")?.sentAt,
      },
      ctx.now,
    ),
    integrations,
    sent: sent && { ...sent, registerNumber: registerNumber(sent.number, sent.year) },
    receipt: documents.find((document) => document.kind === "receipt")?.view as
      | ReceiptView
      | undefined,
    endsOn: procedureEnd(draft.call, draft.application.submittedAt ?? ctx.now.toISOString()),
    replaced: life.replaced,
    thread,
    /** Answers whose days were over, and when the last of them were erased. */
    erased: life.erased,
    mayWithdraw: draft.answersForIt && mayWithdraw(draft.application, draft.timing).ok,
  };
}

/** What was issued for it, the letters of the decisions on it and of what the office asked about it. */
function documentsOf(ctx: Ctx, id: string) {
  return ctx.db
    .select()
    .from(issuedDocument)
    .where(
      // One list of ids, so that the index finds them however many documents there are.
      sql`${issuedDocument.subjectId} in (select ${id}::uuid union all
        select d.id from decision d where d.application_id = ${id}::uuid union all
        select r.id from integration_request r where r.application_id = ${id}::uuid)`,
    )
    .orderBy(asc(issuedDocument.issuedAt));
}

/** What the office has asked about it: each request has its letter. */
async function askedOf(
  ctx: Ctx,
  id: string,
  documents: readonly { kind: string }[],
): Promise<IntegrationView[]> {
  const any = documents.some(({ kind }) => kind === "integrationRequest");
  return any ? integrationsOf(ctx, id) : [];
}

/** Its time is over, and nobody has written that down yet. */
const isOver = ({ state, status }: IntegrationView) => state === "open" && status !== "open";

type Sent = NonNullable<Awaited<ReturnType<typeof sentOf>>>;

async function sentOf(ctx: Ctx, id: string) {
  const [sent] = await ctx.db
    .select({
      receivedAt: submission.receivedAt,
      number: registerEntry.number,
      year: registerEntry.year,
      protocolNumber: registerEntry.protocolNumber,
      protocolDate: registerEntry.protocolDate,
    })
    .from(submission)
    .innerJoin(registerEntry, eq(registerEntry.id, submission.registerEntryId))
    .where(eq(submission.applicationId, id))
    .orderBy(asc(submission.number))
    .limit(1);
  return sent;
}

function sentFacts({ receivedAt, number, year, protocolNumber, protocolDate }: Sent) {
  return {
    at: new Date(receivedAt),
    registerNumber: registerNumber(number, year),
    protocol:
      protocolNumber && protocolDate ? { number: protocolNumber, date: protocolDate } : undefined,
  };
}

/** By its receipt; one that another took the place of has none. */
function withdrawnAt(
  row: { state: string; submittedAt: string | null; updatedAt: Date },
  documents: readonly { kind: string; issuedAt: string }[],
): Date | undefined {
  if (row.state !== "withdrawn" || row.submittedAt === null) return undefined;
  const receipt = documents.find(({ kind }) => kind === "withdrawalReceipt");
  return receipt ? new Date(receipt.issuedAt) : row.updatedAt;
}
