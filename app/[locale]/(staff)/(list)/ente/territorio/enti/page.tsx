import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { BodiesTable } from "@/components/staff/bodies-table";
import { TerritoryViews } from "@/components/staff/territory-views";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { administeredBodiesOfRegion } from "@/lib/territory/queries/administered-territory";
import { readForTerritory } from "../../../../staff-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("territory");
  return { title: t("bodies") };
}

/** Every body that issues calls, with its code, its contacts and how many people work for it. */
export default async function BodiesPage() {
  const t = await getTranslations("territory");
  const bodies = await readForTerritory(routes.staffBodies(), administeredBodiesOfRegion);
  return (
    <>
      <StaffHead
        title={t("bodies")}
        text={t("text")}
        actions={
          <ButtonLink href={routes.staffBody()} icon="plus">
            {t("newBody")}
          </ButtonLink>
        }
      />
      <TerritoryViews here="bodies" />
      <BodiesTable bodies={bodies} />
    </>
  );
}
