import type { FormDefinition } from "@/lib/calls/core/form-definition";

/**
 * The questions whose answers may be stored under another section than the one that asks for them in
 * a new version of a form: those that moved, and those that it did not have, as they may be back.
 */
export function strayFields(
  before: FormDefinition,
  after: FormDefinition,
): { field: string; section: string }[] {
  const old = new Map(placesIn(before).map(({ field, section }) => [field, section]));
  return placesIn(after).filter(({ field, section }) => old.get(field) !== section);
}

function placesIn(definition: FormDefinition) {
  return definition.sections.flatMap((section) =>
    section.fields.map((field) => ({ field: field.id, section: section.id })),
  );
}
