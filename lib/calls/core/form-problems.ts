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
  "no_parts",
  "no_columns",
  "refers_to_unknown_field",
  "refers_to_itself",
  "refers_to_later_field",
  "refers_to_other_track",
  "circular",
  "value_not_an_option",
  "wrong_comparison",
  "empty_group",
  "declaration_elsewhere",
] as const;

/** What a text from outside can have wrong before it is a form at all. */
export const READING_PROBLEMS = [
  "not_json",
  "too_large",
  "not_a_form",
  "other_version",
  "unknown_type",
  "unknown_property",
  "missing_property",
  "wrong_value",
  "too_many",
  "too_deep",
] as const;

export type DefinitionProblemCode =
  | (typeof DEFINITION_PROBLEMS)[number]
  | (typeof READING_PROBLEMS)[number];

export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  /** Id of the field, section or rule, or its place ("2.3"); null for the form as a whole. */
  readonly at: string | null;
  /** The other field, the property or the value that it is about. */
  readonly about?: string;
}

export function problem(
  code: DefinitionProblemCode,
  at: string | null,
  about?: string,
): DefinitionProblem {
  return { code, at, ...(about !== undefined && { about }) };
}
