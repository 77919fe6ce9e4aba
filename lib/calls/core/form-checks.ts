import {
  type Asker,
  conditionProblems,
  type Places,
  placesIn,
  tracksOf,
  tracksOfSection,
} from "@/lib/calls/core/form-condition-problems";
import { circularFields } from "@/lib/calls/core/form-cycles";
import { type FormDefinition, fieldsOf, type Section } from "@/lib/calls/core/form-definition";
import { fieldProblems, isBlank, isGoodId } from "@/lib/calls/core/form-field-problems";
import { type DefinitionProblem, problem } from "@/lib/calls/core/form-problems";
import { TRACKS } from "@/lib/calls/core/tracks";

/** All problems of a form, in its order. Conditions may look back only, so circles cannot form. */
export function checkDefinition(definition: FormDefinition): DefinitionProblem[] {
  const fields = fieldsOf(definition);
  const places = placesIn(definition);
  const rules = definition.eligibility ?? [];
  const ids = [definition.sections, fields, rules].flatMap((all) => all.map((one) => one.id));
  const found = [
    ...(fields.some((field) => field.type !== "info") ? [] : [problem("no_fields", null)]),
    ...repeated(ids).map((id) => problem("duplicate_id", id)),
    ...definition.sections.flatMap((section) => sectionProblems(section, places)),
    ...rules.flatMap((rule) => [
      ...(isGoodId(rule.id) ? [] : [problem("bad_id", rule.id)]),
      ...(isBlank(rule.message) ? [problem("empty_text", rule.id)] : []),
      ...conditionProblems(
        {
          at: rule.id,
          when: rule.when,
          before: Number.POSITIVE_INFINITY,
          tracks: TRACKS,
          own: new Set(),
        },
        places,
      ),
    ]),
  ];
  if (!found.some((one) => one.code === "refers_to_later_field")) return found;
  // A circle is also a look ahead: the more telling of the two is said.
  const circles = circularFields(definition);
  return found.map((one) => {
    const circle = one.code === "refers_to_later_field" && circles.get(one.at ?? "");
    return circle ? problem("circular", one.at, circle.join(" → ")) : one;
  });
}

function sectionProblems(section: Section, places: Places): DefinitionProblem[] {
  const { id, when } = section;
  const texts = [section.title, ...(section.intro ? [section.intro] : [])];
  const own = new Set(section.fields.map((field) => field.id));
  const first = Math.min(
    Number.POSITIVE_INFINITY,
    ...section.fields.map((field) => places.get(field.id)?.order ?? 0),
  );
  const tracks = tracksOfSection(section);
  const asker = when && ({ at: id, when, before: first, tracks, own } satisfies Asker);
  return [
    ...(texts.some(isBlank) ? [problem("empty_text", id)] : []),
    ...(isGoodId(id) ? [] : [problem("bad_id", id)]),
    ...(asker ? conditionProblems(asker, places) : []),
    ...section.fields.flatMap((field) => [
      ...fieldProblems(field, section),
      ...(field.when
        ? conditionProblems(
            {
              at: field.id,
              when: field.when,
              before: places.get(field.id)?.order ?? 0,
              tracks: tracksOf(field, section),
              own: new Set([field.id]),
            },
            places,
          )
        : []),
    ]),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => (seen.has(id) ? true : !seen.add(id))))];
}
