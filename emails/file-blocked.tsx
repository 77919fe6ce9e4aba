import { deadlineMoment } from "@/lib/calls/core/deadline";
import { Action, Heading, Note, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

export type FileBlockedMailView = {
  callTitle: string;
  bodyName: string;
  fileName: string;
  /** What the scanner found, or that it came to no result. */
  why: "infected" | "refused";
  /**
   * What can be done: replace it in the draft, send anew what was sent, or wait for the office; of a
   * file of a message, write another.
   */
  standing: "draft" | "changeable" | "closed" | "message";
  /** ISO, UTC; null: the call never closes. */
  closesAt: string | null;
  applicationUrl: string;
};

export const fileBlocked: MailTemplate<FileBlockedMailView> = {
  subject: (view, t) => t("fileBlocked.subject", { title: view.callTitle }),
  why: (t) => t("fileBlocked.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("fileBlocked.heading")}</Heading>
      <Paragraph>
        {t(
          `fileBlocked.${view.standing === "message" ? "ofMessage" : "ofApplication"}.${view.why}`,
          {
            file: view.fileName,
            title: view.callTitle,
            body: view.bodyName,
          },
        )}
      </Paragraph>
      <Paragraph>{t(WHAT_NOW[view.standing])}</Paragraph>
      {WHAT_NOW[view.standing] === "fileBlocked.sent" && (
        <Paragraph>
          <strong>{ways(view, t, locale)}</strong>
        </Paragraph>
      )}
      {view.why === "infected" && <Note>{t("fileBlocked.advice")}</Note>}
      <Action href={view.applicationUrl}>{t("fileBlocked.action")}</Action>
    </>
  ),
};

const WHAT_NOW = {
  draft: "fileBlocked.draft",
  changeable: "fileBlocked.sent",
  closed: "fileBlocked.sent",
  message: "fileBlocked.message",
} as const;

type Given = Parameters<MailTemplate<FileBlockedMailView>["Body"]>[0];

function ways({ standing, closesAt }: FileBlockedMailView, t: Given["t"], locale: Given["locale"]) {
  if (standing === "closed") return t("fileBlocked.after");
  if (!closesAt) return t("fileBlocked.anyTime");
  const moment = deadlineMoment(new Date(closesAt), "hour", locale);
  return t("fileBlocked.until", { moment });
}
