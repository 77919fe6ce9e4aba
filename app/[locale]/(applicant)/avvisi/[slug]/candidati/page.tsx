import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { refusalWords } from "@/components/applicant/refusal-words";
import { StartForm } from "@/components/applicant/start-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { startPage } from "@/lib/applications/queries/start-page";
import { requestContext } from "@/lib/auth/request-context";
import { reopenedWords } from "@/lib/calls/core/reopening";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { pageLocale } from "../../../candidature/[id]/frame-props";
import { PersonalShell } from "../../../personal-shell";
import { startAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("applications"))("start.title") };
}

export default async function StartPage({ params }: Props) {
  const [{ slug }, locale, ctx, t] = await Promise.all([
    params,
    pageLocale(),
    requestContext("public"),
    getTranslations("applications"),
  ]);
  const found = await orNotFound(startPage(ctx, slug));
  const { call, bodyName, verdict, drafts } = found;
  const only = reopenedWords(call, locale);
  const here = addressIn(locale, routes.newApplication(slug));
  return (
    <PersonalShell>
      <div className="container pb-5">
        <Breadcrumb
          items={[
            { label: t("mine.home"), href: routes.home() },
            { label: call.title, href: routes.call(slug) },
            { label: t("start.title") },
          ]}
        />
        <h1 className="pt-4">{t("start.title")}</h1>
        <p className="ct-lead">{t("start.lead", { call: call.title, body: bodyName })}</p>
        <div className="ct-withside-r">
          <div>
            {drafts.map((draft) => (
              <p key={draft.id}>
                <ButtonLink href={routes.applicationStep(draft.id, "riepilogo")} look="outline">
                  {t("start.resume")}: {draft.organisation ?? t(`track.${draft.track}`)}
                </ButtonLink>
              </p>
            ))}
            {!verdict.ok && (
              <>
                <Callout tone="cotto">
                  <strong>{t("start.closed")}.</strong> {refusalWords(t, verdict.reason)}
                </Callout>
                <p>
                  <ButtonLink href={routes.call(slug)} look="outline" icon="arrow-left">
                    {t("start.backToCall")}
                  </ButtonLink>
                </p>
              </>
            )}
            {verdict.ok && only && <Callout>{t("reopened", { whom: only })}</Callout>}
            {verdict.ok && found.signedIn && (
              <StartForm
                callId={call.id}
                tracks={found.tracks}
                organisations={found.organisations}
                action={startAction}
              />
            )}
            {verdict.ok && !found.signedIn && (
              <>
                <p>{t("start.signInText")}</p>
                <ButtonLink href={routes.signIn(here)}>{t("start.signIn")}</ButtonLink>
              </>
            )}
          </div>
          <Panel title={t("start.need")} tint className="p-4">
            <ul className="ct-ticks">
              {(["needTime", "needMail", "needPapers", "needFree"] as const).map((need) => (
                <li key={need}>
                  <Icon name="check" />
                  <span>{t(`start.${need}`)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </PersonalShell>
  );
}
