import { dateAndHour } from "@/lib/kernel/rome-words";
import { Action, Heading, List, Note, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

/** Of the messages that wait for an office: how many, never of whom nor what they say. */
export type OfficeNoticeMailView = {
  bodyName: string;
  count: number;
  /** ISO instant: when the oldest of them came. */
  since: string;
  /** The calls they are about, the one that has waited longest first. */
  calls: readonly { title: string; count: number }[];
  listUrl: string;
};

export const officeNotice: MailTemplate<OfficeNoticeMailView> = {
  subject: ({ count, bodyName }, t) => t("officeNotice.subject", { count, body: bodyName }),
  why: (t) => t("officeNotice.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("officeNotice.heading", { count: view.count })}</Heading>
      <Paragraph>
        {t("officeNotice.intro", {
          body: view.bodyName,
          when: dateAndHour(new Date(view.since), locale),
        })}
      </Paragraph>
      <List items={view.calls.map((call) => t("officeNotice.call", call))} />
      <Note>{t("officeNotice.where")}</Note>
      <Action href={view.listUrl}>{t("officeNotice.action")}</Action>
      <Quiet>{t("officeNotice.rhythm")}</Quiet>
    </>
  ),
};
