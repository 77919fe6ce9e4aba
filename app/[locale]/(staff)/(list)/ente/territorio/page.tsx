import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { TerritoryViews } from "@/components/staff/territory-views";
import { ZonesTable } from "@/components/staff/zones-table";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { routes } from "@/lib/routes";
import { administeredZones } from "@/lib/territory/queries/administered-territory";
import { readForTerritory } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("territory");
  return { title: t("title") };
}

/** The zones that are in force, and those that were. */
export default async function TerritoryPage({ searchParams }: Props) {
  const t = await getTranslations("territory");
  const zones = await readForTerritory(routes.staffTerritory(), administeredZones);
  const ended = zones.filter(({ validTo }) => validTo !== null);
  const { fatto } = await searchParams;
  return (
    <>
      <StaffHead
        title={t("title")}
        text={t("text")}
        actions={<ButtonLink href={routes.staffReorganise()}>{t("reorganise")}</ButtonLink>}
      />
      {fatto === "si" && <Alert tone="done">{t("done")}</Alert>}
      <TerritoryViews here="zones" />
      <div className="stack">
        <ZonesTable zones={zones.filter(({ validTo }) => validTo === null)} />
        {ended.length > 0 && <ZonesTable zones={ended} ended />}
      </div>
    </>
  );
}
