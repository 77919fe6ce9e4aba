import type { Localised, Option } from "@/lib/calls/core/form-definition";

/** A text in both languages. */
export function say(it: string, en: string): Localised {
  return { it, en };
}

export function option(value: string, it: string, en: string): Option {
  return { value, label: { it, en } };
}

/** Who sees an answer, why it is asked and how long it is kept: the usual combinations. */
export const identifies = {
  purpose: say("Sapere chi si candida", "To know who is applying"),
  visibility: "reviewer",
  retentionDays: 365,
} as const;

export const reaches = {
  purpose: say(
    "Scriverti o chiamarti per questa candidatura",
    "To contact you about this application",
  ),
  visibility: "staff",
  retentionDays: 365,
} as const;

export const assesses = {
  purpose: say("Valutare la candidatura", "To assess the application"),
  visibility: "reviewer",
  retentionDays: 365,
} as const;

export const counts = {
  purpose: say("Fare statistiche, senza nomi", "To produce statistics, without names"),
  visibility: "staff",
  retentionDays: 365,
} as const;

export const organises = {
  purpose: say("Organizzare gli incontri", "To organise the meetings"),
  visibility: "staff",
  retentionDays: 30,
  retentionFrom: "lastWorkshop",
} as const;
