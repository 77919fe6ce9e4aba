import { addTermDays } from "@/lib/kernel/holidays";
import type { LocalDate } from "@/lib/kernel/local-date";
import { endOfRomeDay } from "@/lib/kernel/rome-time";

/**
 * Days that a request may give. Art. 6 L. 241/1990 names none; art. 101 D.Lgs. 36/2023 has from five
 * to ten, which holds where applicants are compared: elsewhere nobody loses by a longer one.
 */
export function integrationDays({ comparative }: { comparative: boolean }) {
  return { least: 5, usual: 10, most: comparative ? 10 : 30 };
}

/** Most days by which an end is moved at once. */
export const EXTENSION_DAYS = { least: 1, usual: 5, most: 30 };

/**
 * The ends that a term can have, each with the first number of days that leads to it. The first day
 * is not counted, and what would end on a Sunday or holiday ends on the next working day.
 */
export function termChoices(
  from: LocalDate,
  { least, most }: { least: number; most: number },
): { days: number; on: LocalDate }[] {
  const all = Array.from({ length: most - least + 1 }, (_, at) => {
    return { days: least + at, on: addTermDays(from, least + at) };
  });
  return all.filter((one, at) => one.on !== all[at - 1]?.on);
}

/** The last good second of the last day. */
export const integrationEnd = (on: LocalDate): Date => endOfRomeDay(on);
