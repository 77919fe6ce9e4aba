import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import type { FrameProps } from "@/components/applicant/application-frame";
import { APPLICATION_STEPS, type ApplicationStep } from "@/lib/applications/core/steps";
import { type DraftPage, draftPage } from "@/lib/applications/queries/draft-page";
import { signedIn } from "@/lib/auth/signed-in";
import { reopenedWords } from "@/lib/calls/core/reopening";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";

export type StepPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export async function pageLocale(): Promise<"it" | "en"> {
  return (await getLocale()) === "en" ? "en" : "it";
}

/** The draft of a page of its author. */
export async function draftFor(id: string, step: string) {
  const ctx = await signedIn(routes.applicationStep(id, step));
  return { ctx, draft: await orNotFound(draftPage(ctx, id)) };
}

export function frameProps(
  draft: DraftPage,
  step: ApplicationStep,
  now: Date,
  locale: "it" | "en",
): Omit<FrameProps, "children"> {
  const { contacts } = draft.call.content;
  const saved = Object.values(draft.sections).map((section) => section.updatedAt);
  return {
    programme: env().PROGRAMME_NAME,
    id: draft.application.id,
    step,
    locale,
    now,
    closesAt: draft.call.closesAt,
    savedAt: saved.sort().at(-1),
    call: { title: draft.call.title, slug: draft.call.slug, body: draft.body.name },
    replaces: draft.application.replacesId !== null,
    people:
      draft.application.track === "citizen" || draft.atDesk
        ? undefined
        : routes.applicationPeople(draft.application.id),
    desk: draft.atDesk
      ? {
          channel: draft.application.channel,
          arrivedAt: draft.arrivedAt,
          list: routes.staffDesk(draft.call.id),
        }
      : undefined,
    contacts,
    news: draft.news,
    only: draft.call.state === "published" ? reopenedWords(draft.call, locale) : "",
  };
}

/** "Errore: Dati generali, passo 2 di 4" */
export async function stepTitle(step: ApplicationStep, wrong: boolean): Promise<{ title: string }> {
  const t = await getTranslations("applications");
  const title = t("stepTitle", {
    title: t(`steps.${step}`),
    current: APPLICATION_STEPS.indexOf(step) + 1,
    total: APPLICATION_STEPS.length,
  });
  return { title: await pageTitle(title, wrong) };
}
