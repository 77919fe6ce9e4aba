import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { ratedPage } from "@/lib/content/schema";
import { routes } from "@/lib/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("feedback.thanks"), robots: { index: false } };
}

/** After an opinion: thanks, and the way back to where it was given. */
export default async function FeedbackThanksPage({ searchParams }: Props) {
  const t = await getTranslations("common");
  const back = ratedPage.safeParse((await searchParams).pagina);
  return (
    <div className="container ct-pagehead-narrow">
      <h1>{t("feedback.thanks")}</h1>
      <p>
        <ButtonLink href={back.success ? back.data : routes.home()}>
          {t("feedback.back")}
        </ButtonLink>
      </p>
    </div>
  );
}
