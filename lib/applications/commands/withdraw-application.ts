import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { registerNumber } from "@/lib/kernel/codes";
import { Refused } from "@/lib/kernel/errors";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { receiptApplicant, receiptBody, receiptCall } from "../core/build-receipt";
import type { WithdrawalReceiptView } from "../core/receipt-view";
import { mayWithdraw } from "../core/rules";
import { enqueueWithdrawalMessage } from "../mails";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type LoadedApplication } from "../queries/application-for-command";
import { submissionOf } from "../queries/submission-of";
import { nameOf } from "./compose-submission";

/** Takes a candidacy back, with a receipt of its own; said twice it changes nothing. */
export async function withdrawApplication(
  ctx: Ctx,
  input: { applicationId: string },
): Promise<{ applicationId: string }> {
  const receivedAt = await databaseClock(ctx);
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, { lock: true, receivedAt });
    applicationPolicy.authorize(tx.actor, "application.withdraw", found.application);
    if (found.application.state === "withdrawn") return input;
    const verdict = mayWithdraw(found.application, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db
      .update(application)
      .set({ state: "withdrawn", revision: found.application.revision + 1, updatedAt: tx.now })
      .where(eq(application.id, input.applicationId));
    const view = await issueWithdrawalReceipt(tx, found, receivedAt);
    await enqueueWithdrawalMessage(tx, found, view);
    await recordEvent(tx, {
      bodyId: found.application.bodyId,
      action: "application.withdraw",
      subjectType: "application",
      subjectId: input.applicationId,
      facts: { code: found.application.code, number: view.application.registerNumber },
    });
    return input;
  });
}

async function issueWithdrawalReceipt(
  tx: Ctx,
  found: LoadedApplication,
  receivedAt: string,
): Promise<WithdrawalReceiptView> {
  const { body, call, person, application: row } = found;
  const sent = await submissionOf(tx, row.id);
  const subject = { subjectType: "application", subjectId: row.id, bodyId: row.bodyId };
  const entry = await takeRegisterNumber(tx, { ...subject, kind: "withdrawal", at: receivedAt });
  const code = newVerificationCode(tx);
  const view: WithdrawalReceiptView = {
    kind: "withdrawalReceipt",
    locale: person.locale,
    body: receiptBody(body),
    call: receiptCall(call, env().APP_ORIGIN + routes.call(call.slug)),
    application: {
      id: row.id,
      code: row.code ?? "",
      registerNumber: registerNumber(entry.number, entry.year),
      withdrawn: sent.registerNumber,
    },
    receivedAt,
    applicant: receiptApplicant({
      applicantName: row.applicantName,
      track: row.track ?? "citizen",
      submittedBy: nameOf(person),
    }),
    identityLevel: tx.actor.kind === "person" ? tx.actor.identityLevel : "",
    verification: { code, link: env().APP_ORIGIN + routes.verifyCode(code) },
  };
  await issueDocument(tx, {
    ...subject,
    id: tx.newId(),
    code,
    kind: "withdrawalReceipt",
    holderId: personOf(tx.actor) ?? null,
    view,
    dataDigest: sent.digest,
    issuedAt: receivedAt,
  });
  return view;
}
