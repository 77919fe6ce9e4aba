import type { LocalDate } from "@/lib/kernel/local-date";
import { endOfRomeDay, type RomeInstant, romeInstant } from "@/lib/kernel/rome-time";

/** "ore 12:00" ends with 12:00:00; a day without an hour ends with 23:59:59. */
export const endAsWritten = (on: LocalDate, time: string): RomeInstant =>
  time === "" ? { ok: true, instant: endOfRomeDay(on) } : romeInstant(on, time);
