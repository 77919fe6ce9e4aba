import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { MessageForm } from "@/components/messages/message-form";
import { MessageList } from "@/components/messages/message-list";
import { Alert } from "@/components/ui/callout";
import type { ApplicationThread } from "@/lib/applications/queries/application-thread";
import { staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = {
  thread: ApplicationThread;
  callId: string;
  /** No mail reaches anybody who would read it. */
  unreached: boolean;
  /** What was just done, and why something was refused, by their codes. */
  done: string | undefined;
  refusal: string | undefined;
  settle: FormAction;
};

const DONE = { messaggio: "sent", evaso: "settled" } as const;

/** What the office and the applicant write each other about an application. */
export function SheetMessages({ thread, callId, unreached, done, refusal, settle }: Props) {
  const t = useTranslations("thread");
  const locale = useLocale();
  const { id, waitingSince, lastNumber } = thread;
  const said = DONE[done as keyof typeof DONE];
  return (
    <section id="messaggi" className="mt-m" aria-labelledby="messages-h">
      <h2 id="messages-h">{t("title")}</h2>
      {said && <Alert tone="done">{t(said)}</Alert>}
      {unreached && <p className="note note-warn mt-s small">{t("unreached")}</p>}
      {waitingSince && (
        <ActionForm
          action={settle}
          hidden={{ applicationId: id, callId, seen: lastNumber }}
          className="note note-warn mt-s"
        >
          <p className="small">{t("waiting", { when: staffMoment(waitingSince, locale) })}</p>
          <SubmitButton look="outline" small pending={t("settling")}>
            {t("settle")}
          </SubmitButton>
        </ActionForm>
      )}
      <div className="mt-s">
        <MessageList thread={thread} side="staff" page={routes.staffApplication(callId, id)} />
        <MessageForm
          thread={thread}
          side="staff"
          address={routes.staffApplicationMessages(callId, id)}
          refusal={refusal}
        />
      </div>
    </section>
  );
}
