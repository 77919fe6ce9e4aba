import { openQuestions, type SentAnswers } from "@/lib/applications/core/integration-answers";
import {
  hasRows,
  type IntegrationItem,
  integrationForm,
  isAskable,
  pathOf,
} from "@/lib/applications/core/integration-items";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { visibleFields } from "@/lib/calls/core/form-visibility";

type Sent = { definition: FormDefinition; track: ApplicationTrack; sent: SentAnswers };

/**
 * The questions that can be opened for an applicant: those that the form asked of it, and single
 * rows of those that have some.
 */
export function askablePaths({ definition, track, sent }: Sent): Set<string> {
  const flat: Record<string, unknown> = Object.assign({}, ...Object.values(sent));
  return new Set(
    visibleFields(definition, track, flat)
      .filter(isAskable)
      .flatMap((field) => {
        const answer = flat[field.id];
        const rows = hasRows(field) && Array.isArray(answer) ? answer : [];
        return [field.id, ...rows.map((_, row) => pathOf({ field: field.id, row }))];
      }),
  );
}

/** What is asked in the order of the form; a row of a question that is asked as a whole is part of it. */
export function orderedItems(
  definition: FormDefinition,
  items: readonly IntegrationItem[],
): IntegrationItem[] {
  const whole = new Set(items.filter((item) => item.row === null).map((item) => item.field));
  const order = fieldsOf(integrationForm(definition, items)).map((field) => field.id);
  return items
    .filter((item) => item.row === null || !whole.has(item.field))
    .toSorted((a, b) => order.indexOf(pathOf(a)) - order.indexOf(pathOf(b)));
}

/** The name of each opened question, as the applicant reads it. */
export function labelsOf(
  asked: Sent & { items: readonly IntegrationItem[] },
  locale: "it" | "en",
): ReadonlyMap<string, string> {
  const { form, open } = openQuestions(asked);
  return new Map(
    fieldsOf(form)
      .filter((field) => open.has(field.id))
      .map((field) => [field.id, field.label[locale]]),
  );
}
