import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { isInTime } from "@/lib/calls/core/deadline";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/kernel/rome-words";
import { enqueueMessage, type NewMessage } from "@/lib/mail/enqueue-message";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";
import { nextStepSentence } from "./core/next-step-words";
import type { ReceiptView, WithdrawalReceiptView } from "./core/receipt-view";
import { mayStart } from "./core/rules";
import { timingOf } from "./core/timing";
import type { LoadedApplication } from "./queries/application-for-command";
import type { Reminder } from "./queries/drafts-to-remind";
import type { Recipient } from "./queries/people-of-applications";

/**
 * The confirmation of a submission, to be written with it. Who has no mailbox finds the receipt in
 * their own pages.
 */
export function receiptMessage(
  found: LoadedApplication,
  receipt: ReceiptView,
  receiptId: string,
  now: Date,
): NewMessage<"receipt"> | undefined {
  const recipient = authorOf(found);
  if (!recipient) return undefined;
  const { assisted } = receipt;
  const origin = env().APP_ORIGIN;
  const { id, code, registerNumber, submission } = receipt.application;
  return {
    ...recipient,
    kind: "receipt",
    key: `receipt:${id}:${submission}`,
    view: {
      applicantName: receipt.applicant.name,
      callTitle: receipt.call.title,
      registerNumber,
      applicationCode: code,
      receivedAt: receipt.receivedAt,
      replacesEarlier: receipt.application.replaces !== null,
      // Neither what was sent late nor what the desk tells after the end is changed any more.
      changeableUntil: runningEnd(found.call, now),
      protocol: null,
      receiptUrl: origin + routes.document(receiptId),
      applicationUrl: origin + routes.myApplication(id),
      verificationCode: receipt.verification.code,
      verifyUrl: receipt.verification.link,
      nextSteps: receipt.nextSteps.map((step) => nextStepSentence(step, localeOf(found))),
      ...(assisted && {
        enteredBy: assisted.office,
        claimUrl: origin + routes.claimApplication(id),
      }),
    },
  };
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
      applyAgain: mayApplyAgain(found, tx.now),
      applicationUrl: linkFor(found, routes.myApplication(receipt.application.id)),
    },
  });
}

/** Reminders that a draft is not sent, to all who work on it; who has one already is passed over. */
export async function enqueueReminders(
  tx: Ctx,
  drafts: readonly Reminder[],
  people: readonly Recipient[],
): Promise<void> {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const letters = people.flatMap(({ applicationId, personId, email, name, locale }) => {
    const draft = byId.get(applicationId);
    if (!draft) return [];
    const key = `reminder:${applicationId}:${draft.hours}:${draft.endsAt.toISOString()}:${personId}`;
    const view = {
      ...{ callTitle: draft.callTitle, bodyName: draft.bodyName, precise: draft.precise },
      closesAt: draft.endsAt.toISOString(),
      resumeUrl: env().APP_ORIGIN + routes.applicationStep(applicationId, "riepilogo"),
    };
    const to = { recipient: email, recipientName: name, locale, subjectId: applicationId };
    return [{ bodyId: draft.bodyId, letter: { key, view, ...to } }];
  });
  for (const [bodyId, own] of Map.groupBy(letters, (one) => one.bodyId)) {
    const shared = { kind: "draftReminder", subjectType: "application", view: {} } as const;
    await enqueueMessages(
      tx,
      { ...shared, bodyId, subjectId: bodyId },
      own.map(({ letter }) => letter),
    );
  }
}

/** To who answered for an application and to who does from now on: a letter each. */
export async function enqueueTakeOver(
  tx: Ctx,
  { application, call, person: before }: LoadedApplication,
  afterId: string,
): Promise<void> {
  const [after] = await tx.db.select().from(person).where(eq(person.id, afterId));
  if (!after) throw new Error("nobody takes the application over");
  for (const [reader, other] of [
    [before, after],
    [after, before],
  ] as const) {
    if (!reader.email) continue;
    await enqueueMessage(tx, {
      bodyId: application.bodyId,
      kind: "takenOver",
      key: `takenOver:${application.id}:${application.revision}:${reader.id}`,
      recipient: reader.email,
      recipientName: fullName(reader),
      locale: reader.locale,
      view: {
        ...{ callTitle: call.title, applicantName: application.applicantName },
        otherName: fullName(other) || (other.email ?? ""),
        yours: reader === after,
        isDraft: application.state === "draft",
        applicationUrl: env().APP_ORIGIN + routes.myApplication(application.id),
      },
      subjectType: "application",
      subjectId: application.id,
    });
  }
}

/** The end of a call that is still to come, ISO. */
function runningEnd({ closesAt }: { closesAt: Date | null }, now: Date): string | null {
  return closesAt && isInTime(now, closesAt) ? closesAt.toISOString() : null;
}

function mayApplyAgain({ call, facts, application }: LoadedApplication, now: Date) {
  const verdict = mayStart(facts, timingOf(call, now), application.track ?? "citizen");
  return verdict.ok ? { until: runningEnd(call, now) } : null;
}

const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`.trim();

/** Somebody whom the office wrote to and who has not read it. */
export type ThreadNotice = {
  applicationId: string;
  bodyId: string;
  applicantName: string;
  callTitle: string;
  bodyName: string;
  personId: string;
  email: string;
  name: string;
  locale: string;
  claims: boolean;
  /** Messages that wait, and the number of the last. */
  count: number;
  last: number;
};

/** That there are messages, never what they say. One letter for each reader and last message. */
export async function enqueueThreadNotices(
  tx: Ctx,
  notices: readonly ThreadNotice[],
): Promise<void> {
  const shared = { kind: "threadNotice", subjectType: "application", view: {} } as const;
  for (const [bodyId, own] of Map.groupBy(notices, (one) => one.bodyId)) {
    const letters = own.map(({ applicationId, personId, last, email, name, locale, ...one }) => ({
      key: `thread:${applicationId}:${last}:${personId}`,
      ...{ recipient: email, recipientName: name, locale, subjectId: applicationId },
      view: {
        ...{ bodyName: one.bodyName, callTitle: one.callTitle, count: one.count },
        applicantName: one.applicantName,
        threadUrl:
          env().APP_ORIGIN +
          pageFor(one, applicationId, `${routes.myApplication(applicationId)}#messaggi`),
      },
    }));
    await enqueueMessages(tx, { ...shared, bodyId, subjectId: bodyId }, letters);
  }
}

/**
 * Where the applicant is written to: an own mailbox, or one given at the desk, which proves nothing
 * and therefore opens nothing.
 */
export function mailboxOf({
  person,
  desk,
}: Pick<LoadedApplication, "person" | "desk">): string | undefined {
  return person.email ?? desk?.email ?? undefined;
}

/** Where a letter to who answers for it leads. */
export function linkFor({ person, application }: LoadedApplication, path: string): string {
  return env().APP_ORIGIN + pageFor({ claims: person.email === null }, application.id, path);
}

/** Who answers for an application, as a letter about it is addressed; undefined without a mailbox. */
export function authorOf(found: LoadedApplication) {
  const { person, application } = found;
  const recipient = mailboxOf(found);
  if (!recipient) return undefined;
  return {
    bodyId: application.bodyId,
    recipient,
    recipientName: fullName(person),
    locale: person.locale,
    subjectType: "application",
    subjectId: application.id,
  };
}

function localeOf({ person }: LoadedApplication): Locale {
  return person.locale === "en" ? "en" : "it";
}

/**
 * Where a letter about an application leads its reader: to its page or, who is written to at a
 * mailbox given at the desk, first to the page that takes it.
 */
export const pageFor = (reader: { claims: boolean }, applicationId: string, path: string) =>
  reader.claims ? routes.claimApplication(applicationId) : path;
