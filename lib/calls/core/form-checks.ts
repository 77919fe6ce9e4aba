import { comparisonsIn } from "@/lib/calls/core/form-conditions";
import {
  type Field,
  type FormDefinition,
  fieldsOf,
  type Localised,
  type Section,
} from "@/lib/calls/core/form-definition";
import { TRACKS, type Track } from "@/lib/calls/core/tracks";

/** What would make a form unusable; a form with any of these cannot be published. */
export const DEFINITION_PROBLEMS = [
  "no_fields",
  "bad_id",
  "duplicate_id",
  "empty_text",
  "no_purpose",
  "bad_retention",
  "no_options",
  "duplicate_option",
  "bad_limits",
  "no_text_version",
  "refers_to_unknown_field",
  "refers_to_itself",
  "refers_to_later_field",
  "refers_to_other_track",
  "value_not_an_option",
  "empty_group",
] as const;

export type DefinitionProblemCode = (typeof DEFINITION_PROBLEMS)[number];

export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  /** Id of the field or section; null for the form as a whole. */
  readonly at: string | null;
}

/** All problems of a form, in its order. Conditions may look back only, so circles cannot form. */
export function checkDefinition(definition: FormDefinition): DefinitionProblem[] {
  const fields = fieldsOf(definition);
  const places = new Map<string, Place>();
  for (const section of definition.sections) {
    for (const field of section.fields) {
      if (!places.has(field.id)) places.set(field.id, { field, section, order: places.size });
    }
  }
  const ids = [...definition.sections.map((section) => section.id), ...fields.map((one) => one.id)];
  return [
    ...(fields.some((field) => field.type !== "info") ? [] : [problem("no_fields", null)]),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
      problem("duplicate_id", id),
    ),
    ...definition.sections.flatMap((section) => [
      ...textProblems(section.id, [section.title, ...(section.intro ? [section.intro] : [])]),
      ...(ID.test(section.id) ? [] : [problem("bad_id", section.id)]),
      ...section.fields.flatMap((field) => [
        ...fieldProblems(field),
        ...conditionProblems(field, section, places),
      ]),
    ]),
  ];
}

interface Place {
  readonly field: Field;
  readonly section: Section;
  readonly order: number;
}

const ID = /^[a-z][a-zA-Z0-9]{0,39}$/;
const LONGEST_RETENTION = 3650;

function fieldProblems(field: Field): DefinitionProblem[] {
  const { id, retentionDays: days } = field;
  const texts = [field.label, ...(field.hint ? [field.hint] : [])];
  const answered = field.type !== "info";
  const found: DefinitionProblemCode[] = [
    ...(ID.test(id) ? [] : (["bad_id"] as const)),
    ...(answered && isBlank(field.purpose) ? (["no_purpose"] as const) : []),
    ...(Number.isInteger(days) && days >= 0 && days <= LONGEST_RETENTION
      ? []
      : (["bad_retention"] as const)),
    ...optionProblems(field),
    ...(hasBadLimits(field) ? (["bad_limits"] as const) : []),
    ...(field.type === "declaration" && field.textVersion.trim() === ""
      ? (["no_text_version"] as const)
      : []),
  ];
  return [...textProblems(id, texts), ...found.map((code) => problem(code, id))];
}

function optionProblems(field: Field): DefinitionProblemCode[] {
  const values = optionsOf(field);
  if (values === null) return [];
  const labels = "options" in field ? field.options.map((option) => option.label) : [];
  return [
    ...(values.length === 0 ? (["no_options"] as const) : []),
    ...(new Set(values).size < values.length ? (["duplicate_option"] as const) : []),
    ...(labels.some(isBlank) ? (["empty_text"] as const) : []),
  ];
}

function hasBadLimits(field: Field): boolean {
  const positive = (limit: number | undefined) =>
    limit === undefined || (Number.isInteger(limit) && limit > 0);
  switch (field.type) {
    case "text":
    case "longText":
      return !positive(field.maxLength);
    case "number":
    case "date":
      return field.min !== undefined && field.max !== undefined && field.min > field.max;
    case "checkboxes":
      return !positive(field.maxChoices);
    case "file":
      return !positive(field.maxFiles);
    case "members":
      return (
        !positive(field.minMembers) ||
        !positive(field.maxMembers) ||
        (field.minMembers ?? 1) > (field.maxMembers ?? Number.POSITIVE_INFINITY)
      );
    default:
      return false;
  }
}

function conditionProblems(
  field: Field,
  section: Section,
  places: ReadonlyMap<string, Place>,
): DefinitionProblem[] {
  if (!field.when) return [];
  const comparisons = comparisonsIn(field.when);
  if (comparisons.length === 0) return [problem("empty_group", field.id)];
  const codes = comparisons.flatMap((comparison): DefinitionProblemCode[] => {
    if (comparison.field === field.id) return ["refers_to_itself"];
    const target = places.get(comparison.field);
    if (!target || target.field.type === "info") return ["refers_to_unknown_field"];
    if (target.order > (places.get(field.id)?.order ?? 0)) return ["refers_to_later_field"];
    const theirs = tracksOf(target.field, target.section);
    if (!tracksOf(field, section).some((track) => theirs.includes(track))) {
      return ["refers_to_other_track"];
    }
    const options = optionsOf(target.field);
    if (options === null) return [];
    const wanted =
      "values" in comparison ? comparison.values : "value" in comparison ? [comparison.value] : [];
    return wanted.every((value) => options.some((option) => option === value))
      ? []
      : ["value_not_an_option"];
  });
  return [...new Set(codes)].map((code) => problem(code, field.id));
}

function optionsOf(field: Field): readonly string[] | null {
  if (field.type === "legalNature") return field.admitted;
  return "options" in field ? field.options.map((option) => option.value) : null;
}

function tracksOf(field: Field, section: Section): Track[] {
  return TRACKS.filter(
    (track) =>
      (!field.tracks || field.tracks.includes(track)) &&
      (!section.tracks || section.tracks.includes(track)),
  );
}

function textProblems(at: string, texts: readonly Localised[]): DefinitionProblem[] {
  return texts.some(isBlank) ? [problem("empty_text", at)] : [];
}

function isBlank(text: Localised): boolean {
  return text.it.trim() === "" || text.en.trim() === "";
}

function problem(code: DefinitionProblemCode, at: string | null): DefinitionProblem {
  return { code, at };
}
