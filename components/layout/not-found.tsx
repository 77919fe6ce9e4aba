import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { MoreLink } from "@/components/ui/more-link";
import { routes } from "@/lib/routes";

/** What stands in place of a page that is not there, or that one may not see. */
export function NotFound() {
  const t = useTranslations("errors");
  return (
    <div className="container ct-pagehead-narrow">
      <title>{t("notFound.title")}</title>
      <h1>{t("notFound.title")}</h1>
      <p className="ct-lead">{t("notFound.text")}</p>
      <div className="ct-actions">
        <ButtonLink href={routes.calls()}>{t("notFound.calls")}</ButtonLink>
        <MoreLink href={routes.home()}>{t("notFound.home")}</MoreLink>
      </div>
    </div>
  );
}
