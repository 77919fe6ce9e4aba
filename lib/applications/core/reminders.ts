import { type ReopenedOnly, type Reopener, standingOf } from "@/lib/calls/core/reopening";
import type { CallState } from "@/lib/calls/core/states";
import type { ApplicationState } from "./states";

/** Hours before the end at which who has a draft is reminded, the farther first. */
export const REMINDER_HOURS = [72, 24] as const;

export type ReminderHours = (typeof REMINDER_HOURS)[number];

export type Remindable = Reopener & {
  state: ApplicationState;
  startedAt: Date;
  call: { state: CallState; closesAt: Date | null } & ReopenedOnly;
  /** Reminders that were written before this end; those before another end do not count. */
  reminded: readonly number[];
};

/**
 * The reminder that is due for a draft at this moment, if any. What was missed while no worker ran
 * comes late, but never after the next one is due; who began after a mark is not reminded of it, nor
 * who is known to be outside of the part that a call was opened again for.
 */
export function reminderDue(draft: Remindable, now: Date): ReminderHours | null {
  const { call } = draft;
  if (draft.state !== "draft" || call.state !== "published" || !call.closesAt) return null;
  if (standingOf(call, draft) === "out") return null;
  return hoursDue({ ...draft, closesAt: call.closesAt }, now);
}

/** The distance from an end at which a letter is due now for something that began before it. */
export function hoursDue(
  of: { startedAt: Date; closesAt: Date; reminded: readonly number[] },
  now: Date,
): ReminderHours | null {
  const left = of.closesAt.getTime() - now.getTime();
  if (left <= 0) return null;
  const hours = REMINDER_HOURS.findLast((one) => left <= one * HOUR_MS);
  if (hours === undefined || of.reminded.includes(hours)) return null;
  const mark = of.closesAt.getTime() - hours * HOUR_MS;
  return of.startedAt.getTime() <= mark ? hours : null;
}

const HOUR_MS = 3_600_000;
