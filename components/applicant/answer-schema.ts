import { z } from "zod";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { validateAnswers } from "@/lib/calls/core/form-validation";
import type { Track } from "@/lib/calls/core/tracks";

/**
 * The schema of a form's answers, made of the form itself: the browser says what the server would.
 * Each issue carries the whole error as its message; `readIssue` reads it back.
 */
export function answersSchema(definition: FormDefinition, track: Track) {
  return z.record(z.string(), z.unknown()).superRefine((answers, context) => {
    const errors = validateAnswers(definition, track, answers, { mode: "submit" });
    for (const [field, error] of Object.entries(errors)) {
      context.addIssue({ code: "custom", path: [field], message: JSON.stringify(error) });
    }
  });
}

export function readIssue(message: string | undefined): FieldError | undefined {
  return message ? (JSON.parse(message) as FieldError) : undefined;
}
