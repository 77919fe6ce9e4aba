import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { OutcomeSearch } from "@/components/public/outcome-search";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Callout } from "@/components/ui/callout";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { dateAndHour, dateWords, dayPhrase } from "@/lib/kernel/rome-words";
import { outcomeByCode } from "@/lib/review/queries/outcome-by-code";
import { routes } from "@/lib/routes";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (slug: string) => {
  const found = await outcomeByCode(await requestContext("public"), slug);
  return found ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("review");
  const { title } = await read((await params).slug);
  return { title: t("public.title", { title }), robots: { index: false, follow: false } };
}

/** The outcome of a call by code, as long as it is public. No name stands here. */
export default async function PublicOutcomePage({ params, searchParams }: Props) {
  const t = await getTranslations("review");
  const locale = await getLocale();
  const outcome = await read((await params).slug);
  const { codice } = await searchParams;
  return (
    <>
      <div className="container ct-pagehead-narrow">
        <Breadcrumb
          items={[
            { label: t("public.calls"), href: routes.calls() },
            { label: outcome.title, href: routes.call(outcome.slug) },
            { label: t("public.outcome") },
          ]}
        />
        <h1>{t("public.heading", { title: outcome.title })}</h1>
        <p className="ct-lead">
          {t("public.act", {
            body: outcome.body,
            number: outcome.actNumber,
            ofDay: dayPhrase("of", dateWords(outcome.actDate, locale), locale),
            moment: dateAndHour(outcome.publishedAt, locale),
          })}
        </p>
        <OutcomeSearch outcome={outcome} wanted={[codice].flat()[0]?.trim().slice(0, 40) ?? ""} />
        <Callout>
          <p>{t("public.until", { moment: dateAndHour(outcome.expiresAt, locale) })}</p>
        </Callout>
      </div>
      <Feedback page={routes.callOutcome(outcome.slug)} />
    </>
  );
}
