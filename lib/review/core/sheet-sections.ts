import { type Answer, readAnswer } from "@/lib/calls/core/form-answers";
import {
  type Field,
  type FormDefinition,
  fieldsOf,
  type Localised,
} from "@/lib/calls/core/form-definition";

/** One question with what was answered; `locked`: reviewers do not see it. */
export type SheetAnswer = {
  id: string;
  label: Localised;
  field: Field;
  answer: Answer | null;
  locked: boolean;
};

export type SheetSection = { id: string; title: Localised; answers: SheetAnswer[] };

/**
 * The answers of a stored snapshot under the labels of its own form. Contacts and codes are for
 * the office that runs the call; needs for taking part are for nobody who reviews. A locked value
 * is not in the result, only the fact that there is one.
 */
export function sheetSections(
  definition: FormDefinition,
  snapshot: { answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>> },
  track: string,
  office: boolean,
): SheetSection[] {
  return definition.sections
    .filter((section) => !section.tracks || section.tracks.some((one) => one === track))
    .map(({ id, title, fields }) => {
      const given = snapshot.answers?.[id] ?? {};
      const answers = fields
        .filter((field) => field.type !== "info" && field.type !== "file" && field.id in given)
        .map((field): SheetAnswer => {
          const locked = isLocked(field, office);
          const answer = locked ? null : readAnswer(field, given[field.id]);
          return { id: field.id, label: field.label, field, answer, locked };
        });
      return { id, title, answers };
    })
    .filter((section) => section.answers.length > 0);
}

/** Whether a reader may open the files of a field; a field the form no longer has is closed. */
export function mayOpen(definition: FormDefinition, fieldId: string, office: boolean): boolean {
  const field = fieldsOf(definition).find((one) => one.id === fieldId);
  return field !== undefined && !isLocked(field, office);
}

/** Contacts and codes for the office alone; needs for taking part for nobody who reviews. */
export function isLocked(field: Field, office: boolean): boolean {
  if (field.visibility !== "staff") return false;
  return !office || field.retentionFrom === "lastWorkshop";
}
