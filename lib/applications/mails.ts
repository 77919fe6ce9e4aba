import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/kernel/rome-words";
import { enqueueMessage, writeMessage } from "@/lib/mail/enqueue-message";
import { routes } from "@/lib/routes";
import { nextStepSentence } from "./core/next-step-words";
import type { ReceiptView, WithdrawalReceiptView } from "./core/receipt-view";
import type { LoadedApplication } from "./queries/application-for-command";

/**
 * The confirmation of a submission; its job is added before. Who has no mailbox finds the receipt
 * in their own pages.
 */
export async function writeReceiptMessage(
  tx: Ctx,
  found: LoadedApplication,
  receipt: ReceiptView,
  ids: { messageId: string; receiptId: string },
): Promise<void> {
  const recipient = authorOf(found);
  if (!recipient) return;
  const origin = env().APP_ORIGIN;
  const { id, code, registerNumber, submission } = receipt.application;
  const written = await writeMessage(tx, {
    ...recipient,
    id: ids.messageId,
    kind: "receipt",
    key: `receipt:${id}:${submission}`,
    view: {
      applicantName: receipt.applicant.name,
      callTitle: receipt.call.title,
      registerNumber,
      applicationCode: code,
      receivedAt: receipt.receivedAt,
      replacesEarlier: receipt.application.replaces !== null,
      changeableUntil: found.call.closesAt?.toISOString() ?? null,
      protocol: null,
      receiptUrl: origin + routes.document(ids.receiptId),
      applicationUrl: origin + routes.myApplication(id),
      verificationCode: receipt.verification.code,
      verifyUrl: receipt.verification.link,
      nextSteps: receipt.nextSteps.map((step) => nextStepSentence(step, localeOf(found))),
    },
  });
  if (!written) throw new Error(`a receipt of submission ${submission} of ${id} was queued before`);
}

/** The confirmation that a candidacy was taken back. */
export async function enqueueWithdrawalMessage(
  tx: Ctx,
  found: LoadedApplication,
  receipt: WithdrawalReceiptView,
): Promise<void> {
  const recipient = authorOf(found);
  if (!recipient) return;
  await enqueueMessage(tx, {
    ...recipient,
    kind: "withdrawal",
    key: `withdrawal:${receipt.application.id}`,
    view: {
      applicantName: receipt.applicant.name,
      callTitle: receipt.call.title,
      registerNumber: receipt.application.registerNumber,
      applicationCode: receipt.application.code,
      withdrawnAt: receipt.receivedAt,
      applyAgainUntil: found.call.closesAt?.toISOString() ?? null,
      applicationUrl: env().APP_ORIGIN + routes.myApplication(receipt.application.id),
    },
  });
}

function authorOf({ person, application }: LoadedApplication) {
  if (!person.email) return undefined;
  return {
    bodyId: application.bodyId,
    recipient: person.email,
    recipientName: `${person.givenName} ${person.familyName}`.trim(),
    locale: person.locale,
    subjectType: "application",
    subjectId: application.id,
  };
}

function localeOf({ person }: LoadedApplication): Locale {
  return person.locale === "en" ? "en" : "it";
}
