import type { Section } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import { type Change, mergeAnswers, type StoredAnswers } from "./merge-answers";
import type { Merged } from "./saved-answers";

/** What a page of questions sends to be stored. */
export type PageAnswers = {
  /** Ids of the fields that stood on the page: only they are written. */
  shown: readonly string[];
  /** Revision of each section when the page was read; 0 for one never saved. */
  revisions: Readonly<Record<string, number>>;
  /** Marks of the answers as the page had read them, by field. */
  was?: Readonly<Record<string, string>>;
  /** Names and values as the form posts them. */
  entries: readonly (readonly [string, unknown])[];
};

/** Each section of which something stood on the page, put together with what is stored. */
export function mergeSections(
  sections: readonly Section[],
  stored: Readonly<Record<string, StoredAnswers>>,
  sent: PageAnswers,
  writer: Change,
): Merged[] {
  return sections.flatMap((section) => {
    const answers = answersOf(section, sent);
    if (!answers) return [];
    const before = stored[section.id];
    const readAt = sent.revisions[section.id] ?? 0;
    const merge = mergeAnswers(before, { answers, readAt, was: sent.was ?? {}, writer });
    return [{ sectionId: section.id, sent: answers, merge, before: before?.revision ?? 0 }];
  });
}

function answersOf(section: Section, sent: PageAnswers): Record<string, unknown> | undefined {
  const fields = section.fields.filter(
    (field) => sent.shown.includes(field.id) && field.type !== "file" && field.type !== "info",
  );
  return fields.length === 0 ? undefined : answersFromEntries(fields, sent.entries);
}
