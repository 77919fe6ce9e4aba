/** What the checklist depends on. */
export type SnapshotFacts = { minor: boolean; hasAttachments: boolean };

/**
 * Reads the facts out of a stored snapshot, never out of live answers. The form asks for the
 * guardian of applicants of sixteen and seventeen only, and hidden answers are not in a snapshot.
 */
export function snapshotFacts(snapshot: unknown): SnapshotFacts {
  const { answers, files } = snapshot as {
    answers?: Record<string, Record<string, unknown>>;
    files?: readonly unknown[];
  };
  const fields = Object.values(answers ?? {}).flatMap((section) => Object.keys(section));
  return {
    minor: fields.some((field) => field.startsWith("guardian")),
    hasAttachments: (files?.length ?? 0) > 0,
  };
}
