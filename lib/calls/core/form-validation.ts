import { type Answers, readAnswer } from "@/lib/calls/core/form-answers";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { checkAnswer } from "@/lib/calls/core/form-field-checks";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { requiredFields, visibleFields } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";

export interface ValidationMode {
  /** A draft may have gaps; what is sent may not. */
  readonly mode: "draft" | "submit";
  /** ISTAT codes that may be chosen; left out: any code of the right shape. */
  readonly municipalities?: ReadonlySet<string>;
}

/** What is wrong with the answers, by field, in the order of the form. Empty: all is well. */
export function validateAnswers(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
  { mode, municipalities }: ValidationMode,
): Record<string, FieldError> {
  const required = new Set(
    mode === "submit" ? missingRequired(definition, track, answers) : ([] as string[]),
  );
  const errors: Record<string, FieldError> = {};
  for (const field of visibleFields(definition, track, answers)) {
    const answer = readAnswer(field, answers[field.id]);
    if (answer === null) {
      if (required.has(field.id)) errors[field.id] = missing(field.type);
      continue;
    }
    const error = checkAnswer(field, answer, municipalities);
    if (error) errors[field.id] = error;
  }
  return errors;
}

/** Ids of the fields that still lack an answer that must be given. */
export function missingRequired(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): string[] {
  return requiredFields(definition, track, answers)
    .filter((field) => field.type !== "info" && readAnswer(field, answers[field.id]) === null)
    .map((field) => field.id);
}

function missing(type: string): FieldError {
  return { code: type === "declaration" ? "mustAccept" : "required", params: {} };
}
