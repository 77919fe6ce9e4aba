import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/applicant/ask-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Alert, Callout } from "@/components/ui/callout";
import { personOf } from "@/lib/auth/actor";
import { requestContext } from "@/lib/auth/request-context";
import { mayAsk, questionsEnd } from "@/lib/calls/core/clarifications";
import { callPage } from "@/lib/calls/queries/call-page";
import { addressIn } from "@/lib/i18n/addresses";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { pageLocale } from "../../../candidature/[id]/frame-props";
import { PersonalShell } from "../../../personal-shell";
import { askQuestionAction } from "./actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("clarifications"))("ask") };
}

/** One question about a call, for whoever is signed in. */
export default async function AskPage({ params, searchParams }: Props) {
  const [{ slug }, { fatto }, locale, ctx, t] = await Promise.all([
    params,
    searchParams,
    pageLocale(),
    requestContext("public"),
    getTranslations("clarifications"),
  ]);
  const call = await callPage(ctx, slug);
  if (!call) notFound();
  const verdict = mayAsk(call, ctx.now);
  const end = questionsEnd(call.content);
  const signedIn = personOf(ctx.actor) !== undefined;
  return (
    <PersonalShell>
      <div className="container pb-5">
        <Breadcrumb items={[{ label: call.title, href: routes.call(slug) }, { label: t("ask") }]} />
        <h1 className="pt-4">{t("ask")}</h1>
        <p className="ct-lead">{t("form.lead", { title: call.title })}</p>
        {fatto === "si" && <Alert tone="done">{t("form.sent")}</Alert>}
        {!verdict.ok && <Callout tone="cotto">{t(`refusal.${verdict.reason}`)}</Callout>}
        {verdict.ok && end && (
          <p>
            {t("form.text")} {t("until", { day: longDate(romeDate(end), locale) })}
          </p>
        )}
        {verdict.ok && signedIn && (
          <ClientMessages namespaces={["clarifications"]}>
            <AskForm callId={call.id} action={askQuestionAction} />
          </ClientMessages>
        )}
        {verdict.ok && !signedIn && (
          <>
            <p>{t("form.signInText")}</p>
            <ButtonLink href={routes.signIn(addressIn(locale, routes.askAboutCall(slug)))}>
              {t("form.signIn")}
            </ButtonLink>
          </>
        )}
        <p className="mt-4">
          <ButtonLink href={`${routes.call(slug)}#chiarimenti`} look="quiet">
            {t("form.back")}
          </ButtonLink>
        </p>
      </div>
    </PersonalShell>
  );
}
