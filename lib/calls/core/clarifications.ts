import { endOfRomeDay } from "@/lib/kernel/rome-time";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { type CallTimes, statusOf } from "./call-status";
import type { CallContent } from "./content";
import { isInTime } from "./deadline";

export type AskRefusal = "no_questions" | "questions_closed" | "call_not_open";

/** Characters of a question, and of an answer. */
export const QUESTION_LIMIT = 1_000;
export const ANSWER_LIMIT = 4_000;

/** The last good second for questions; null where the call takes none. */
export function questionsEnd(content: Pick<CallContent, "questionsUntil">): Date | null {
  return content.questionsUntil ? endOfRomeDay(content.questionsUntil) : null;
}

/**
 * Whether one can ask about the call now: from its publication to the end of the day that it names.
 * The page shows the reason instead of the form, the command refuses with it.
 */
export function mayAsk(
  call: CallTimes & { readonly content: Pick<CallContent, "questionsUntil"> },
  now: Date,
): Verdict<AskRefusal> {
  const end = questionsEnd(call.content);
  if (!end) return refused("no_questions");
  const status = statusOf(call, now);
  const living = ["upcoming", "open", "alwaysOpen", "closesToday"].includes(status);
  if (!living) return refused("call_not_open");
  return isInTime(now, end) ? allowed : refused("questions_closed");
}
