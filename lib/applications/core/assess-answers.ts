import type { Answer, Answers } from "@/lib/calls/core/form-answers";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import type { FieldError, ValidationMode } from "@/lib/calls/core/form-field-errors";
import { errorsIn } from "@/lib/calls/core/form-validation";
import { answersIn, readForm } from "@/lib/calls/core/form-visibility";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { placeOf } from "./applicant";
import type { ApplicationTrack } from "./tracks";

export type Assessment = {
  /** Visible fields, in the order of the form. */
  fields: readonly Field[];
  /** Answers to visible fields, by field. */
  flat: Record<string, Answer>;
  /** The same by section: what a snapshot keeps. */
  answers: Record<string, Record<string, Answer>>;
  errors: Record<string, FieldError>;
  /** Errors outside of the declarations, which are made at the very end. */
  problems: number;
  undeclared: number;
  ineligible: boolean;
  /** What kind of organisation applies, and where it or the person is, as far as answers say it. */
  nature: LegalNature | null;
  place: string | null;
};

export type ToAssess = {
  definition: FormDefinition;
  track: ApplicationTrack;
  answers: Answers;
} & Omit<ValidationMode, "mode">;

/** Everything that is missing or wrong before sending; pages and the command ask this one function. */
export function assessAnswers(given: ToAssess): Assessment {
  const { definition, track, answers, ...places } = given;
  const form = readForm(definition, track, answers);
  const { sections, fields } = form;
  const flat = answersIn(form);
  const errors = errorsIn(form, track, { mode: "submit", ...places });
  const last = sections.filter((section) => section.step === "declarations");
  const undeclared = last.flatMap((section) => section.fields).filter((field) => errors[field.id]);
  return {
    fields,
    flat,
    answers: Object.fromEntries(
      sections.map((section) => [section.id, pick(flat, section.fields)] as const),
    ),
    errors,
    problems: Object.keys(errors).length - undeclared.length,
    undeclared: undeclared.length,
    nature: form.nature,
    place: placeOf(fields, flat),
    ineligible: Object.values(errors).some((error) => error.code === "notEligible"),
  };
}

function pick(flat: Record<string, Answer>, fields: readonly Field[]): Record<string, Answer> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = flat[field.id];
      return answer === undefined ? [] : [[field.id, answer] as const];
    }),
  );
}
