import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SaveStatusLine, SaveStatusProvider } from "@/components/forms/save-status";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkShell } from "@/components/layout/work-shell";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { DraftBanner } from "@/components/ui/save-state";
import { StepNow, Steps } from "@/components/ui/steps";
import { APPLICATION_STEPS, type ApplicationStep } from "@/lib/applications/core/steps";
import type { FormChange } from "@/lib/calls/queries/form-change";
import { exactMoment } from "@/lib/kernel/rome-words";
import { timeLeftWords } from "@/lib/kernel/time-left";
import { routes } from "@/lib/routes";
import { DeskNotice } from "./desk-notice";
import { FormNews } from "./form-news";
import { HelpPanel } from "./help-panel";
import { type IndexedSection, SectionIndex, SectionIndexProvider } from "./section-index";

export type FrameProps = {
  programme: string;
  id: string;
  step: ApplicationStep;
  locale: "it" | "en";
  now: Date;
  closesAt: Date | null;
  savedAt: string | undefined;
  call: { title: string; slug: string; body: string };
  /** Another one was sent, which this one would replace. */
  replaces: boolean;
  /** Where one sees who works on it; none for who applies for oneself. */
  people?: string | undefined;
  contacts: { phone: string; email: string; helpHours: string };
  /** Sections of this page, for the index at the side. */
  index?: IndexedSection[];
  aside?: ReactNode;
  /** Entered at the desk for somebody else: how it came, and where one goes back to. */
  desk?: { channel: string; arrivedAt: Date | null; list: string } | undefined;
  /** How the form has changed since the draft was begun. */
  news: FormChange | undefined;
  /** For whom the call is open again; empty: for all of its audiences. */
  only: string;
  children: ReactNode;
};

/** What all pages of an application share: banner, steps, help in the same place. */
export async function ApplicationFrame(props: FrameProps) {
  const { programme, id, step, savedAt, call, index = [], children } = props;
  const t = await getTranslations("applications");
  const current = APPLICATION_STEPS.indexOf(step) + 1;
  const total = APPLICATION_STEPS.length;
  return (
    <ClientMessages namespaces={["applications", "fields", "saving"]}>
      <SaveStatusProvider savedAt={savedAt}>
        <WorkShell
          programme={programme}
          exit={props.desk?.list ?? routes.myApplications()}
          banner={
            <DraftBanner
              strong={t(props.replaces ? "banner.strongAgain" : "banner.strong")}
              state={<SaveStatusLine />}
            >
              {await timeWords(props)}
            </DraftBanner>
          }
        >
          <SectionIndexProvider first={index} key={step}>
            <div className="ct-withside-r pb-5">
              <div>
                <StepNow current={current} total={total} />
                <h1>{t(`steps.${step}`)}</h1>
                <p className="ct-muted ct-measure mb-4">
                  {t(step.startsWith("dati") ? "allRequired" : "callAndBody", {
                    call: call.title,
                    body: call.body,
                  })}
                </p>
                <Steps label={t("steps.label")} steps={await stepLinks(id, current)} />
                {props.only && <Callout>{t("reopened", { whom: props.only })}</Callout>}
                {props.desk && <DeskNotice {...props.desk} locale={props.locale} />}
                {props.news && <FormNews news={props.news} />}
                {children}
              </div>
              <Aside {...props} />
            </div>
          </SectionIndexProvider>
        </WorkShell>
      </SaveStatusProvider>
    </ClientMessages>
  );
}

async function timeWords({ closesAt, now, locale, desk }: FrameProps): Promise<string> {
  const t = await getTranslations("applications");
  // For paper the end is no matter of the clock any more: the notice says when it arrived.
  if (!closesAt) return t("banner.always");
  if (desk?.arrivedAt) return t("banner.arrived");
  const moment = exactMoment(closesAt, locale);
  if (now > closesAt) return t("banner.over", { moment });
  return t("banner.left", { left: timeLeftWords(now, closesAt, locale), moment });
}

async function stepLinks(id: string, current: number) {
  const t = await getTranslations("applications");
  return APPLICATION_STEPS.map((name, at) => ({
    label: t(`steps.${name}`),
    state:
      at + 1 < current
        ? ("done" as const)
        : at + 1 === current
          ? ("now" as const)
          : ("next" as const),
    ...(at + 1 < current ? { href: routes.applicationStep(id, name) } : {}),
  }));
}

async function Aside({ aside, contacts, call, people }: FrameProps) {
  const t = await getTranslations("applications");
  const together = await getTranslations("organisations");
  return (
    <aside className="ct-side-sticky" aria-label={t("help.title")}>
      <SectionIndex title={t("help.index")} />
      {aside}
      {people && (
        <p className="mb-4">
          <Link href={people}>{together("people")}</Link>
        </p>
      )}
      <HelpPanel contacts={contacts} slug={call.slug} />
    </aside>
  );
}
