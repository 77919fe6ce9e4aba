import { answerMark } from "./answer-mark";

type Stored = Record<string, { answers: Record<string, unknown>; revision: number }>;

/** What a page that shows a draft has read of it: see `mergeAnswers`. */
export function openedWith({
  sections,
  definition,
  application,
}: {
  sections: Stored;
  application: { formDefinitionId: string };
  definition: { sections: readonly { fields: readonly { id: string }[] }[] };
}) {
  const stored = Object.values(sections);
  const answers: Record<string, unknown> = Object.assign({}, ...stored.map((one) => one.answers));
  return {
    form: application.formDefinitionId,
    was: Object.fromEntries(
      definition.sections
        .flatMap((section) => section.fields)
        .map(({ id }) => [id, answerMark(answers[id])]),
    ),
    revisions: Object.fromEntries(
      Object.entries(sections).map(([name, section]) => [name, section.revision]),
    ),
  };
}
