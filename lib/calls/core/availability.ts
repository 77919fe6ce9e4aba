import type { AvailabilityField } from "@/lib/calls/core/form-composites";
import type { Localised } from "@/lib/calls/core/form-definition";

export const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** Days as 1 (Monday) to 7. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const PART_OF_DAY_WORDS: Readonly<Record<PartOfDay, Localised>> = {
  morning: { it: "Mattina", en: "Morning" },
  afternoon: { it: "Pomeriggio", en: "Afternoon" },
  evening: { it: "Sera", en: "Evening" },
};

const DAY_WORDS: readonly Localised[] = [
  { it: "Lunedì", en: "Monday" },
  { it: "Martedì", en: "Tuesday" },
  { it: "Mercoledì", en: "Wednesday" },
  { it: "Giovedì", en: "Thursday" },
  { it: "Venerdì", en: "Friday" },
  { it: "Sabato", en: "Saturday" },
  { it: "Domenica", en: "Sunday" },
];

export function dayWords(day: number): Localised {
  return DAY_WORDS[day - 1] ?? { it: String(day), en: String(day) };
}

export function daysOf(field: AvailabilityField): readonly number[] {
  return field.days ?? DAYS;
}

export function partsOfDayOf(field: AvailabilityField): readonly PartOfDay[] {
  return field.slots ?? PARTS_OF_DAY;
}

/** Every slot that may be chosen, as it is stored: "1.morning". */
export function availabilitySlots(field: AvailabilityField): string[] {
  return daysOf(field).flatMap((day) => partsOfDayOf(field).map((part) => `${day}.${part}`));
}
