import { Action, Heading, Note, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

export type TakenOverMailView = {
  callTitle: string;
  /** Empty while a draft names nobody yet. */
  applicantName: string;
  /** Who answered for it before, or does now: the other of the two. */
  otherName: string;
  /** Whether the reader is who answers for it now. */
  yours: boolean;
  isDraft: boolean;
  applicationUrl: string;
};

export const takenOver: MailTemplate<TakenOverMailView> = {
  subject: (view, t) =>
    t("takenOver.subject", {
      yours: String(view.yours),
      title: view.callTitle,
      other: view.otherName,
    }),
  why: (t) => t("takenOver.why"),
  Body: ({ view, t }) => (
    <>
      <Heading>{t("takenOver.heading", { yours: String(view.yours) })}</Heading>
      <Paragraph>
        {t("takenOver.text", {
          yours: String(view.yours),
          other: view.otherName,
          title: view.callTitle,
          applicant: view.applicantName || t("takenOver.group"),
        })}
      </Paragraph>
      <Note>
        {view.isDraft
          ? t(view.yours ? "takenOver.draftYours" : "takenOver.draftOther")
          : t(view.yours ? "takenOver.sentYours" : "takenOver.sentOther")}
      </Note>
      <Action href={view.applicationUrl}>{t("takenOver.action")}</Action>
      <Paragraph>{t("takenOver.wrong")}</Paragraph>
    </>
  ),
};
