import type { CallState } from "@/lib/calls/core/states";
import { isRestDay } from "@/lib/kernel/holidays";
import { weekday } from "@/lib/kernel/local-date";
import { romeParts, startOfRomeDay } from "@/lib/kernel/rome-time";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import type { ApplicationState } from "./states";

/** Characters of a message at most. */
export const MESSAGE_LIMIT = 4000;
/** So much is kept of a text that is too long to be sent, for its author to shorten. */
export const KEPT_LIMIT = 50_000;
export const FILES_PER_MESSAGE = 5;

/** On whose behalf a message is written: those who work on the application, or the office. */
export type ThreadSide = "applicant" | "staff";

export type WriteReason =
  | "not_sent_yet"
  | "application_withdrawn"
  | "call_archived"
  | "data_erased";

/**
 * Whether something can still be written, for the form and for the command. Where the data were
 * erased to the last answer nothing new is taken in: nobody would erase it again.
 */
export function mayWrite(
  application: { state: ApplicationState },
  call: { state: CallState },
  erased: boolean,
): Verdict<WriteReason> {
  return firstRefusal<WriteReason>(
    application.state === "draft" ? refused("not_sent_yet") : allowed,
    application.state === "withdrawn" ? refused("application_withdrawn") : allowed,
    call.state === "archived" ? refused("call_archived") : allowed,
    erased ? refused("data_erased") : allowed,
  );
}

export type TextProblem = "message_empty" | "message_too_long";

/** Browsers send two characters for a line's end, and count one; what no screen shows is left out. */
export function messageText(given: string): string {
  return (
    given
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, "")
      .normalize("NFC")
      .trim()
  );
}

/** Of a text as `messageText` gives it. A file alone, or marks that no screen shows, say nothing. */
export function textProblem(text: string): TextProblem | undefined {
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return "message_empty";
  return text.length > MESSAGE_LIMIT ? "message_too_long" : undefined;
}

/** How far somebody has read, and since when they work on the application. */
export type Reader = { readNumber: number; since: Date | null };

/**
 * Whether a message waits for a reader on the applicant's side: the office wrote it, after the
 * reader came to work on the application, and it was not shown yet. `unreadBy` says the same.
 */
export function isUnread(
  message: { side: ThreadSide; number: number; sentAt: Date },
  { readNumber, since }: Reader,
): boolean {
  return (
    message.side === "staff" &&
    message.number > readNumber &&
    (since === null || message.sentAt >= since)
  );
}

/** Minutes from the first message that a reader has not been told of to the letter that tells. */
export const NOTICE_MINUTES = 5;

/** When the letter is due: messages that follow do not put it off. */
export function noticeDue(sentAt: Date): Date {
  return new Date(sentAt.getTime() + NOTICE_MINUTES * 60_000);
}

/** Minutes from the first message that the office was not told of: what follows comes along. */
const OFFICE_NOTICE_MINUTES = 30;
/** Hours of Rome between which the office is written to. */
const OFFICE_HOURS = { from: 8, to: 18 };

/**
 * Whom of the office to write to now: those who have not been told of a message that came before
 * `before`, and were written to last before `today` began. Undefined outside of office hours, from
 * Monday to Friday: a letter at night is read in the morning, when more may have come.
 */
export function officeRound(now: Date): { before: Date; today: Date } | undefined {
  const { date, hour } = romeParts(now);
  const working = weekday(date) <= 5 && !isRestDay(date);
  if (!working || hour < OFFICE_HOURS.from || hour >= OFFICE_HOURS.to) return undefined;
  return {
    before: new Date(now.getTime() - OFFICE_NOTICE_MINUTES * 60_000),
    today: startOfRomeDay(date),
  };
}

/** A number of a message as an address carries it; whatever else it says is as if it said nothing. */
export function messageNumber(given: unknown): number | undefined {
  return typeof given === "string" && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}
