import { comparisonsIn, fieldOfComparison } from "./form-conditions";
import type { FormDefinition } from "./form-definition";
import { type FormPart, partOf } from "./form-editing";

/** What goes when a part is taken away. */
export type Removal = {
  /** The questions of a section, which go with it. */
  within: readonly FormPart[];
  /** Parts that stay, and whose condition looks at what goes: they would refer to nothing. */
  references: readonly FormPart[];
};

/** What taking away a part means for the rest of the form, in the order of the form. */
export function removalOf(definition: FormDefinition, id: string): Removal {
  const part = partOf(definition, id);
  if (!part) return { within: [], references: [] };
  const within = part.kind === "section" ? part.value.fields.map((field) => field.id) : [];
  const gone = new Set([id, ...within]);
  const all = [
    ...definition.sections.flatMap((section) => [
      section.id,
      ...section.fields.map((one) => one.id),
    ]),
    ...(definition.eligibility ?? []).map((rule) => rule.id),
  ];
  const named = (ids: readonly string[]) => ids.flatMap((one) => partOf(definition, one) ?? []);
  return {
    within: named(within),
    references: named(all.filter((one) => !gone.has(one))).filter(({ value }) =>
      looksAt(value.when, gone),
    ),
  };
}

function looksAt(when: FormPart["value"]["when"], gone: ReadonlySet<string>): boolean {
  if (!when) return false;
  return comparisonsIn(when).some((comparison) => gone.has(fieldOfComparison(comparison)));
}
