import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SaveStatusLine, SaveStatusProvider } from "@/components/forms/save-status";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkShell } from "@/components/layout/work-shell";
import { Callout } from "@/components/ui/callout";
import { DraftBanner } from "@/components/ui/save-state";
import type { IntegrationPage } from "@/lib/applications/queries/integration-page";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { timeLeftWords } from "@/lib/kernel/time-left";
import { routes } from "@/lib/routes";
import { HelpPanel } from "./help-panel";

export type IntegrationFrameProps = {
  programme: string;
  id: string;
  locale: "it" | "en";
  now: Date;
  request: IntegrationPage["request"];
  call: { title: string; slug: string; body: string };
  contacts: { phone: string; email: string; helpHours: string };
  /** For whom the desk answers; undefined: for oneself. */
  deskFor: string | undefined;
  title: string;
  children: ReactNode;
};

/** What the pages of an answer to the office share: what is asked, until when, help in the same place. */
export async function IntegrationFrame(props: IntegrationFrameProps) {
  const { programme, id, locale, now, request, call, deskFor, title, children } = props;
  const [t, desk] = await Promise.all([getTranslations("integration"), getTranslations("desk")]);
  const moment = deadlineMoment(request.closesAt, "endOfDay", locale);
  const over = now > request.closesAt;
  return (
    <ClientMessages namespaces={["applications", "integration", "fields", "saving"]}>
      <SaveStatusProvider savedAt={undefined}>
        <WorkShell
          programme={programme}
          exit={routes.myApplication(id)}
          banner={
            <DraftBanner strong={t("banner.strong")} state={<SaveStatusLine />}>
              {over
                ? t("banner.over", { moment })
                : t("banner.left", {
                    left: timeLeftWords(now, request.closesAt, locale),
                    moment,
                  })}
            </DraftBanner>
          }
        >
          <div className="ct-withside-r pb-5">
            <div>
              <h1>{title}</h1>
              <p className="ct-muted ct-measure">
                {t("of", { call: call.title, body: call.body })}
              </p>
              <p className="ct-measure ct-pre">{request.reason}</p>
              <p className="ct-measure">
                {t("until")} <strong>{moment}</strong>. {t("clock")}{" "}
                <a href={routes.document(request.documentId)}>{t("letter")}</a>
              </p>
              {deskFor !== undefined && (
                <Callout>
                  <strong>{desk("answeringFor", { name: deskFor })}</strong> {desk("assisted.text")}
                </Callout>
              )}
              {children}
            </div>
            <aside className="ct-side-sticky" aria-label={t("help")}>
              <HelpPanel contacts={props.contacts} slug={call.slug} />
            </aside>
          </div>
        </WorkShell>
      </SaveStatusProvider>
    </ClientMessages>
  );
}
