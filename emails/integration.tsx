import { deadlineMoment } from "@/lib/calls/core/deadline";
import { Action, Heading, Note, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

export type IntegrationMailView = {
  event: "requested" | "reminder" | "extended" | "cancelled" | "expired";
  callTitle: string;
  bodyName: string;
  /** ISO, UTC: the end of a day. A letter may come late: it never names the time that is left. */
  closesAt: string;
  url: string;
};

/** That the office asks for something, until when, and where to read it. Never what. */
export const integration: MailTemplate<IntegrationMailView> = {
  subject: (view, t) => t(`integration.${view.event}.subject`, { title: view.callTitle }),
  why: (t) => t("integration.why"),
  Body: ({ view, t, locale }) => {
    const { event, callTitle: title, bodyName: body } = view;
    const moment = deadlineMoment(new Date(view.closesAt), "endOfDay", locale);
    const running = event !== "cancelled" && event !== "expired";
    return (
      <>
        <Heading>{t(`integration.${event}.heading`)}</Heading>
        <Paragraph>{t(`integration.${event}.intro`, { title, body, moment })}</Paragraph>
        {running && (
          <>
            <Paragraph>
              <strong>{t("integration.until", { moment })}</strong>
            </Paragraph>
            <Note>{t("integration.rest")}</Note>
          </>
        )}
        <Action href={view.url}>{t(running ? "integration.action" : "integration.see")}</Action>
      </>
    );
  },
};
