/** Values by field. */
export type Fields = Readonly<Record<string, unknown>>;
/** Short names of values, equal for equal ones: with them a page says what it had read. */
export type Marks = Readonly<Record<string, string>>;

export type FieldMerge = {
  /** Written here, over what the page had read. */
  taken: string[];
  /** Written elsewhere meanwhile, and not touched here. */
  news: string[];
  /** Written here and elsewhere, to different ends: the stored one stays until somebody chooses. */
  conflicts: string[];
  /** What the page has read now: it begins its next save with these. */
  was: Record<string, string>;
};

/**
 * Puts what a page sends together with what is stored, field by field. A field is written only
 * over the value that its page had read; one that the page did not touch never goes back in time.
 * A field that the page says nothing about having read is written only where nothing differs.
 */
export function mergeFields(
  stored: Fields,
  sent: Fields,
  was: Marks,
  markOf: (value: unknown) => string,
): FieldMerge {
  const merge: FieldMerge = { taken: [], news: [], conflicts: [], was: {} };
  for (const [field, value] of Object.entries(sent)) {
    const read = was[field];
    const standing = markOf(stored[field] ?? null);
    const mine = markOf(value ?? null);
    if (mine !== standing) {
      if (read === standing) merge.taken.push(field);
      else if (read === mine) merge.news.push(field);
      else merge.conflicts.push(field);
    }
    const now = mine === standing || read === standing ? mine : read;
    if (now !== undefined) merge.was[field] = now;
  }
  return merge;
}

/** The stored values with those of some fields put in place. */
export function withFields<T extends object>(stored: T, sent: T, fields: readonly string[]): T {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(stored));
  for (const field of fields) {
    const value = (sent as Record<string, unknown>)[field];
    if (value === undefined) delete merged[field];
    else merged[field] = value;
  }
  return merged as T;
}

/**
 * What a page has read, after somebody chose between two texts of a field: "theirs" leaves the
 * stored one, anything else is the mark of the stored one that was shown beside the own text, which
 * is written over it and over no later one.
 */
export function chosenMarks(
  was: Marks,
  choices: Readonly<Record<string, string>>,
  sent: Fields,
  markOf: (value: unknown) => string,
): Marks {
  const chosen = Object.entries(choices).map(([field, choice]) => [
    field,
    choice === "theirs" ? markOf(sent[field] ?? null) : choice,
  ]);
  return { ...was, ...Object.fromEntries(chosen) };
}

/** Two texts of one field, for whoever chooses between them. */
export type FieldConflict = {
  field: string;
  mine: string;
  stored: string;
  /** Of the stored value: choosing one's own names what it replaces. */
  mark: string;
  by: string | undefined;
  /** ISO, UTC. */
  at: string | undefined;
};
