import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { registerNumber } from "@/lib/kernel/codes";
import { Refused } from "@/lib/kernel/errors";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { countedFrom } from "../core/arrival";
import { receiptApplicant, receiptBody, receiptCall } from "../core/build-receipt";
import { deskIdentity } from "../core/channels";
import type { WithdrawalReceiptView } from "../core/receipt-view";
import { mayWithdraw } from "../core/rules";
import { enqueueWithdrawalMessage } from "../mails";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type LoadedApplication } from "../queries/application-for-command";
import { submissionOf } from "../queries/submission-of";
import type { DeskWithdrawal } from "../schema/desk";
import { nameOf } from "./compose-submission";
import { requireSoundArrival } from "./require-sound-arrival";
import { settleOpenRequest } from "./settle-open-request";
import { writeDeskEntry } from "./write-desk-entry";

type Input = {
  applicationId: string;
  /** What the desk wrote down of who asked for it; left out: the applicant, here. */
  desk?: DeskWithdrawal;
};

/**
 * Takes a candidacy back, with a receipt of its own; said twice it changes nothing. At the desk that
 * entered it, on request: a letter counts from its arrival.
 */
export async function withdrawApplication(
  ctx: Ctx,
  { applicationId, desk }: Input,
): Promise<{ applicationId: string; callId: string }> {
  const clock = await databaseClock(ctx);
  const receivedAt = desk ? countedFrom(desk, clock) : clock;
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, applicationId, { lock: true, receivedAt });
    const right = desk ? "application.atDesk" : "application.withdraw";
    applicationPolicy.authorize(tx.actor, right, found.application);
    const input = { applicationId, callId: found.application.callId };
    if (found.application.state === "withdrawn") return input;
    if (desk) requireSoundArrival(desk, found.call, clock);
    const verdict = mayWithdraw(found.application, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await settleOpenRequest(tx, found);
    await tx.db
      .update(application)
      .set({ state: "withdrawn", revision: found.application.revision + 1, updatedAt: tx.now })
      .where(eq(application.id, input.applicationId));
    if (desk) {
      await writeDeskEntry(tx, {
        ...{ ...desk, id: desk.key, bodyId: found.application.bodyId, enteredAt: clock },
        ...{ purpose: "withdrawal", email: null },
        arrivedAt: desk.arrivedAt?.toISOString() ?? null,
      });
    }
    const view = await issueWithdrawalReceipt(tx, found, { receivedAt, clock, desk });
    await enqueueWithdrawalMessage(tx, found, view);
    await recordEvent(tx, {
      bodyId: found.application.bodyId,
      action: "application.withdraw",
      subjectType: "application",
      subjectId: input.applicationId,
      facts: {
        ...{ code: found.application.code, number: view.application.registerNumber },
        ...(desk && { channel: desk.channel, entry: desk.key }),
      },
    });
    return input;
  });
}

async function issueWithdrawalReceipt(
  tx: Ctx,
  found: LoadedApplication,
  { receivedAt, clock, desk }: { receivedAt: string; clock: string; desk: Input["desk"] },
): Promise<WithdrawalReceiptView> {
  const { body, call, person, application: row } = found;
  const sent = await submissionOf(tx, row.id);
  const subject = { subjectType: "application", subjectId: row.id, bodyId: row.bodyId };
  const entry = await takeRegisterNumber(tx, { ...subject, kind: "withdrawal", at: clock });
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
    identityLevel: desk ? deskIdentity(desk.channel, desk.identity) : identityLevelOf(tx.actor),
    verification: { code, link: env().APP_ORIGIN + routes.verifyCode(code) },
  };
  await issueDocument(tx, {
    ...subject,
    id: tx.newId(),
    code,
    kind: "withdrawalReceipt",
    holderId: row.personId,
    view,
    dataDigest: sent.digest,
    issuedAt: clock,
  });
  return view;
}

function identityLevelOf(actor: Actor): string {
  return actor.kind === "person" ? actor.identityLevel : "";
}
