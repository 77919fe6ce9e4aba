import { answerMark } from "./answer-mark";
import type { Change, Merge } from "./merge-answers";

/** A section of a page, put together with what was stored. */
export type Merged = {
  sectionId: string;
  sent: Record<string, unknown>;
  merge: Merge;
  /** Revision that was stored. */
  before: number;
};

/** An answer that somebody else wrote, or the same person on another page. */
export type Elsewhere = {
  fieldId: string;
  stored: unknown;
  /** To be sent back by who chooses the own text over the stored one. */
  mark: string;
  sent: unknown;
  /** Who else wrote it, "" for somebody without a name; null: oneself, in another window. */
  by: string | null;
  /** UTC, ISO. */
  at: string | null;
};

export type SaveResult = {
  /** Of the sections that are stored as the page shows them. */
  revisions: Record<string, number>;
  /** Of the answers that are stored as they were sent. */
  marks: Record<string, string>;
  /** UTC, ISO. */
  savedAt: string;
  /** Answers written here and elsewhere: both texts, and nothing overwritten. */
  conflicts: Elsewhere[];
  /** Answers that were written elsewhere and left alone here. */
  news: Elsewhere[];
  /** The form that the call asks by now: another than the page's, where an act has changed it. */
  form: string;
};

/** Other people whose answers are told of. */
export function writersOf(merged: readonly Merged[], self: string): string[] {
  const writers = merged.flatMap(({ merge }) =>
    [...merge.conflicts, ...merge.news].flatMap((field) => merge.changes[field]?.by ?? []),
  );
  return [...new Set(writers)].filter((id) => id !== self);
}

/**
 * What a page is told of its save. A page that shows something else than what is stored keeps the
 * revision that it had read: with the new one it would overwrite what it never saw.
 */
export function savedAnswers(
  merged: readonly Merged[],
  names: ReadonlyMap<string, string>,
  savedAt: string,
): Omit<SaveResult, "form"> {
  const marks = merged.flatMap(({ sent, merge }) =>
    Object.entries(sent)
      .map(([field, answer]) => [field, answerMark(answer)] as const)
      .filter(([field, mark]) => mark === answerMark(merge.answers[field])),
  );
  const known = new Map(marks);
  const shown = merged.filter(({ sent }) => Object.keys(sent).every((field) => known.has(field)));
  const told = (which: "conflicts" | "news") =>
    merged.flatMap((one) => one.merge[which].map((field) => elsewhere(field, one, names)));
  return {
    revisions: Object.fromEntries(shown.map(({ sectionId, merge }) => [sectionId, merge.revision])),
    marks: Object.fromEntries(marks),
    savedAt,
    conflicts: told("conflicts"),
    news: told("news"),
  };
}

function elsewhere(
  fieldId: string,
  { sent, merge }: Merged,
  names: ReadonlyMap<string, string>,
): Elsewhere {
  const stored = merge.answers[fieldId] ?? null;
  const { by, at }: Partial<Change> = merge.changes[fieldId] ?? {};
  return {
    fieldId,
    stored,
    mark: answerMark(stored),
    sent: sent[fieldId] ?? null,
    by: names.get(by ?? "") ?? null,
    at: at ?? null,
  };
}
