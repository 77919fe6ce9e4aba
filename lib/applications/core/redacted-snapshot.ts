/** What was sent, as far as an erasure looks at it. */
export type ErasableSnapshot = {
  answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  files: readonly { readonly fieldId: string }[];
  applicant: Readonly<Record<string, unknown>>;
  submittedBy: Readonly<Record<string, unknown>>;
  erased?: { readonly digest: string; readonly fields: Readonly<Record<string, string>> };
};

/** The code of a person, under which a professional applies as a body does; others have figures. */
const OF_A_PERSON = /^body:[A-Z0-9]{16}$/;

/**
 * What was sent without the answers and files to some questions, and with a note of which and when;
 * `digest` is that of the original, which the receipt has. With the last of them the names of who
 * applied go too, and a code of a person. Says what the function `erase_answers` of the database says, and compares.
 */
export function withoutAnswers(
  snapshot: ErasableSnapshot,
  gone: readonly string[],
  { digest, on }: { digest: string; on: string },
): ErasableSnapshot {
  const left = new Set(gone);
  const answers = Object.fromEntries(
    Object.entries(snapshot.answers).map(([section, given]) => [
      section,
      Object.fromEntries(Object.entries(given).filter(([field]) => !left.has(field))),
    ]),
  );
  const files = snapshot.files.filter(({ fieldId }) => !left.has(fieldId));
  const days = Object.fromEntries(gone.map((field) => [field, on]));
  const erased = { digest, fields: { ...snapshot.erased?.fields, ...days } };
  const { applicant, submittedBy } = snapshot;
  return {
    ...snapshot,
    ...{ answers, files, erased },
    ...(isEmpty({ answers, files }) && {
      applicant: {
        ...applicant,
        name: "",
        ...(OF_A_PERSON.test(`${applicant.key}`) && { key: "" }),
      },
      submittedBy: { ...submittedBy, name: "", email: "" },
    }),
  };
}

/** Whether neither an answer nor a file is left. */
export function isEmpty({ answers, files }: Pick<ErasableSnapshot, "answers" | "files">): boolean {
  return files.length === 0 && Object.values(answers).every((one) => Object.keys(one).length === 0);
}
