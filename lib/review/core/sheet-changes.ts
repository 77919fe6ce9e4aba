import { changedFields } from "@/lib/applications/core/integration-answers";
import type { Snapshot } from "@/lib/applications/core/snapshot";
import { readAnswer } from "@/lib/calls/core/form-answers";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { isLocked, type SheetAnswer } from "./sheet-sections";

/** One question in two sendings; locked as on the sheet, and then only the fact that it changed. */
export type SheetChange = {
  before: SheetAnswer;
  after: SheetAnswer;
  /** Names of the files, where it asks for some. */
  files: { before: string[]; after: string[] } | null;
};

/** What differs between two sendings of an application, in the order of its form. */
export function sheetChanges(
  definition: FormDefinition,
  before: Snapshot,
  after: Snapshot,
  office: boolean,
): SheetChange[] {
  const flat = (of: Snapshot): Record<string, unknown> =>
    Object.assign({}, ...Object.values(of.answers));
  const [old, now] = [flat(before), flat(after)];
  return changedFields(definition, before.answers, after.answers).map((field) => {
    const locked = isLocked(field, office);
    const side = (answers: Record<string, unknown>): SheetAnswer => ({
      ...{ id: field.id, label: field.label, field, locked },
      answer: locked ? null : readAnswer(field, answers[field.id]),
    });
    const names = (of: Snapshot) =>
      of.files.filter((file) => file.fieldId === field.id).map((file) => file.name);
    return {
      before: side(old),
      after: side(now),
      files:
        field.type === "file" && !locked ? { before: names(before), after: names(after) } : null,
    };
  });
}
