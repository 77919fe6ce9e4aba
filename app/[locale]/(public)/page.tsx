import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export default async function HomePage() {
  const t = await getTranslations("common");
  return (
    <div className="container ct-pagehead-narrow">
      <h1>{t("tagline")}</h1>
      <ButtonLink href={routes.calls()}>{t("nav.calls")}</ButtonLink>
    </div>
  );
}
