import type { Answer, Answers } from "@/lib/calls/core/form-answers";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-checks";
import { validateAnswers } from "@/lib/calls/core/form-validation";
import { answersToSend, visibleSections } from "@/lib/calls/core/form-visibility";
import { addMonths, type LocalDate } from "@/lib/kernel/local-date";
import { PROFILE_PATHS } from "./applicant";
import type { ApplicationTrack } from "./tracks";

export type AnswerError = FieldError | { code: "tooYoung"; params: { age: number } };

export type Assessment = {
  /** Visible fields, in the order of the form. */
  fields: Field[];
  /** Answers to visible fields, by field. */
  flat: Record<string, Answer>;
  /** The same by section: what a snapshot keeps. */
  answers: Record<string, Record<string, Answer>>;
  errors: Record<string, AnswerError>;
  /** Errors outside of the declarations, which are made at the very end. */
  problems: number;
  undeclared: number;
  ineligible: boolean;
};

export type ToAssess = {
  definition: FormDefinition;
  track: ApplicationTrack;
  answers: Answers;
  /** Years that a citizen must have turned on the day, if the call says so. */
  minimumAge: number | null;
  /** The day in Rome that ages are counted on. */
  on: LocalDate;
  municipalities?: ReadonlySet<string>;
};

/** Everything that is missing or wrong before sending; pages and the command ask this one function. */
export function assessAnswers(given: ToAssess): Assessment {
  const { definition, track, answers } = given;
  const sections = visibleSections(definition, track, answers);
  const fields = sections.flatMap((section) => section.fields);
  const flat = answersToSend(definition, track, answers);
  const errors: Record<string, AnswerError> = {
    ...validateAnswers(definition, track, answers, {
      mode: "submit",
      ...(given.municipalities ? { municipalities: given.municipalities } : {}),
    }),
    ...tooYoung(given, fields, flat),
  };
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
    ineligible: Object.values(errors).some(
      (error) => error.code === "notEligible" || error.code === "tooYoung",
    ),
  };
}

function tooYoung(
  given: ToAssess,
  fields: readonly Field[],
  flat: Record<string, Answer>,
): Record<string, AnswerError> {
  const field = fields.find((one) => one.prefill === PROFILE_PATHS.birthDate);
  const born = field && flat[field.id];
  if (given.track !== "citizen" || given.minimumAge === null || typeof born !== "string") return {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(born)) return {};
  const birthday = addMonths(born, given.minimumAge * 12);
  return birthday <= given.on
    ? {}
    : { [field.id]: { code: "tooYoung", params: { age: given.minimumAge } } };
}

function pick(flat: Record<string, Answer>, fields: readonly Field[]): Record<string, Answer> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = flat[field.id];
      return answer === undefined ? [] : [[field.id, answer] as const];
    }),
  );
}
