import type { Answers } from "@/lib/calls/core/form-answers";
import { comparisonsIn, fieldOfComparison } from "@/lib/calls/core/form-conditions";
import type { EligibilityRule, FormDefinition } from "@/lib/calls/core/form-definition";
import { checkAnswer } from "@/lib/calls/core/form-field-checks";
import {
  type FieldError,
  fieldError,
  type ValidationMode,
} from "@/lib/calls/core/form-field-errors";
import { type ReadForm, readForm, requiredIn } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";

/** What is wrong with the answers, by field, in the order of the form. Empty: all is well. */
export function validateAnswers(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
  given: ValidationMode,
): Record<string, FieldError> {
  return errorsIn(readForm(definition, track, answers), track, given);
}

/** The same for a form that was read already. */
export function errorsIn(
  form: ReadForm,
  track: Track,
  given: ValidationMode,
): Record<string, FieldError> {
  const { nature, read, excluded } = form;
  const required = new Set(given.mode === "submit" ? missingIn(form, track) : ([] as string[]));
  const stops = new Map(excluded.map((rule) => [placeOf(rule, form), rule]));
  const errors: Record<string, FieldError> = {};
  for (const field of form.fields) {
    const answer = read.get(field.id) ?? null;
    const stop = stops.get(field.id);
    if (answer === null) {
      if (required.has(field.id)) errors[field.id] = missing(field.type);
      continue;
    }
    const error = checkAnswer(field, answer, { ...given, nature });
    if (error) errors[field.id] = error;
    else if (stop) {
      errors[field.id] = fieldError("notEligible", { rule: stop.id }, { reason: stop.message });
    }
  }
  return errors;
}

/** Where a rule is told: at the last question that it looks at and that has an answer. */
function placeOf(rule: EligibilityRule, form: ReadForm): string | undefined {
  const looked = new Set(comparisonsIn(rule.when).map(fieldOfComparison));
  return form.fields.findLast(
    (field) => looked.has(field.id) && (form.read.get(field.id) ?? null) !== null,
  )?.id;
}

/** Ids of the fields that still lack an answer that must be given. */
export function missingIn(form: ReadForm, track: Track): string[] {
  return requiredIn(form, track)
    .filter((field) => field.type !== "info" && (form.read.get(field.id) ?? null) === null)
    .map((field) => field.id);
}

function missing(type: string): FieldError {
  return fieldError(type === "declaration" ? "mustAccept" : "required");
}
