import { addDays, addMonths, type LocalDate } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { dateWords } from "@/lib/kernel/rome-words";
import { type EligibilityRule, type FormDefinition, fieldsOf } from "./form-definition";
import type { RegimeRules } from "./regimes";

/** The question, or the part of a block, that asks since when a body is in RUNTS. */
export const ENROLLED_SINCE = "runtsSince";

/** The last day on which one can have been enrolled to have been so for some months on a day. */
export function latestEnrolment(on: LocalDate, months: number): LocalDate {
  let latest = addMonths(on, -months);
  // A month ends on its last day where it lacks the day it began on (art. 2963 c.c.): the last of
  // August and the last but one both come to the last of February.
  while (addMonths(addDays(latest, 1), months) <= on) latest = addDays(latest, 1);
  return latest;
}

/** Where a form asks since when a body is in RUNTS, as conditions name it. */
export function enrolledSinceIn(definition: FormDefinition): string | undefined {
  for (const field of fieldsOf(definition)) {
    if (field.type === "date" && field.id === ENROLLED_SINCE) return field.id;
    const parts = field.type === "organisation" ? field.parts : [];
    if (parts.some((part) => part.id === ENROLLED_SINCE)) return `${field.id}.${ENROLLED_SINCE}`;
  }
  return undefined;
}

/**
 * A form with the rule of its regime about how long a body has been in RUNTS, counted back from the
 * day on which the call was published: who came later is told so as soon as the date is written.
 */
export function withSeniority(
  definition: FormDefinition,
  rules: Pick<RegimeRules, "runtsRequired" | "runtsMonths">,
  publishedAt: Date | null,
): FormDefinition {
  const { runtsRequired, runtsMonths: months } = rules;
  if (!runtsRequired || months <= 0 || publishedAt === null) return definition;
  const field = enrolledSinceIn(definition);
  if (field === undefined) return definition;
  const latest = latestEnrolment(romeDate(publishedAt), months);
  const rule: EligibilityRule = {
    id: "runtsSeniority",
    when: { op: "after", field, value: latest },
    message: {
      it: `Quando l’avviso è stato pubblicato bisognava essere nel RUNTS da almeno ${months === 1 ? "un mese" : `${months} mesi`}, cioè dal ${dateWords(latest, "it")} o da prima. Puoi partecipare come partner di un ente che lo era.`,
      en: `When the call was published one had to have been in RUNTS for at least ${months === 1 ? "one month" : `${months} months`}, that is since ${dateWords(latest, "en")} or earlier. You can take part as a partner of a body that was.`,
    },
  };
  return { ...definition, eligibility: [...(definition.eligibility ?? []), rule] };
}
