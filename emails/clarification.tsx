import { Action, Heading, Paragraph, Part } from "./parts";
import type { MailTemplate } from "./template";

export type ClarificationMailView = {
  callTitle: string;
  /** As it was published, or, to the asker alone, as it was asked. */
  question: string;
  answer: string;
  /** Whether it answers the question of the reader. */
  yours: boolean;
  callUrl: string;
};

export const clarification: MailTemplate<ClarificationMailView> = {
  subject: (view, t) =>
    t(view.yours ? "clarification.subjectYours" : "clarification.subject", {
      title: view.callTitle,
    }),
  why: (t) => t("clarification.why"),
  Body: ({ view, t }) => (
    <>
      <Heading>{t(view.yours ? "clarification.headingYours" : "clarification.heading")}</Heading>
      <Paragraph>{t("clarification.intro", { title: view.callTitle })}</Paragraph>
      <Part>{t("clarification.question")}</Part>
      <Lines text={view.question} />
      <Part>{t("clarification.answer")}</Part>
      <Lines text={view.answer} />
      <Action href={view.callUrl}>{t("clarification.action")}</Action>
    </>
  ),
};

function Lines({ text }: { text: string }) {
  const lines = text.split("\n").filter((line) => line.trim());
  // biome-ignore lint/suspicious/noArrayIndexKey: a letter is rendered once
  return lines.map((line, at) => <Paragraph key={at}>{line}</Paragraph>);
}
