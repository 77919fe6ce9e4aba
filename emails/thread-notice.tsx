import { Action, Heading, Note, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

/** Never what was written, nor who wrote it: a mailbox may have other readers. */
export type ThreadNoticeMailView = {
  bodyName: string;
  callTitle: string;
  applicantName: string;
  /** Messages not read when the letter was written. */
  count: number;
  threadUrl: string;
};

export const threadNotice: MailTemplate<ThreadNoticeMailView> = {
  subject: ({ count, callTitle }, t) => t("threadNotice.subject", { count, title: callTitle }),
  why: (t) => t("threadNotice.why"),
  Body: ({ view, t }) => (
    <>
      <Heading>{t("threadNotice.heading", { count: view.count })}</Heading>
      <Paragraph>
        {t("threadNotice.intro", {
          body: view.bodyName,
          title: view.callTitle,
          applicant: view.applicantName,
        })}
      </Paragraph>
      <Note>{t("threadNotice.where")}</Note>
      <Action href={view.threadUrl}>{t("threadNotice.action", { count: view.count })}</Action>
      <Paragraph>{t("threadNotice.noReply")}</Paragraph>
    </>
  ),
};
