import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MunicipalityForm } from "@/components/public/home-parts";
import { ZoneList } from "@/components/public/zone-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Alert } from "@/components/ui/callout";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { zonesToday } from "@/lib/calls/queries/calls-today";
import { redirect } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { municipalitiesInForce, municipalityAmong } from "@/lib/territory/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("zones.title"), description: t("zones.lead") };
}

type Props = { searchParams: Promise<{ comune?: string | string[] }> };

export default async function ZonesPage({ searchParams }: Props) {
  const [t, locale, ctx] = await Promise.all([
    getTranslations("public"),
    getLocale(),
    requestContext("public"),
  ]);
  const asked = [(await searchParams).comune ?? ""].flat()[0]?.trim().slice(0, 80) ?? "";
  const [zones, towns] = await Promise.all([zonesToday(ctx), municipalitiesInForce(ctx)]);
  const town = municipalityAmong(towns, asked);
  if (town) redirect({ href: routes.zone(town.zone), locale });
  return (
    <>
      <div className="container pb-5">
        <Breadcrumb
          items={[{ label: t("crumb"), href: routes.home() }, { label: t("zones.crumb") }]}
        />
        <div className="ct-pagehead">
          <h1>{t("zones.title")}</h1>
          <p className="ct-lead">{t("zones.lead")}</p>
          <MunicipalityForm value={asked} options={towns} />
          {asked !== "" && <Alert tone="amber">{t("zones.unknown", { name: asked })}</Alert>}
        </div>
        <ZoneList zones={zones} level={2} />
      </div>
      <Feedback page={routes.zones()} />
    </>
  );
}
