import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { ReorganiseChooser } from "@/components/staff/reorganise-chooser";
import { ReorganiseForm } from "@/components/staff/reorganise-form";
import { Link } from "@/components/ui/link";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import {
  administeredZones,
  townsWithoutZone,
} from "@/lib/territory/queries/administered-territory";
import { MOST_NEW_ZONES } from "@/lib/territory/schema";
import { readForTerritory } from "../../../../staff-request";
import { reorganiseZonesAction } from "../../../../territory-actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("territory");
  return { title: t("reorganise") };
}

/** First which zones end and how many begin, by GET; then their names and who goes where. */
export default async function ReorganisePage({ searchParams }: Props) {
  const t = await getTranslations("territory");
  const asked = await searchParams;
  const { zones, free, today } = await readForTerritory(routes.staffReorganise(), async (ctx) => {
    const [all, without] = await Promise.all([administeredZones(ctx), townsWithoutZone(ctx)]);
    return {
      zones: all.filter(({ validTo }) => validTo === null),
      free: without,
      today: romeDate(ctx.now),
    };
  });
  const wanted = new Set([asked.zona ?? []].flat());
  const ending = zones.filter(({ id }) => wanted.has(id));
  const given = Number([asked.nuove ?? "1"].flat()[0]);
  const count = Number.isInteger(given) ? Math.min(Math.max(given, 0), MOST_NEW_ZONES) : 1;
  const sent = asked.nuove !== undefined;
  const chosen = sent && ending.length + count > 0;
  return (
    <ClientMessages namespaces={["staff", "territory"]}>
      <p className="st-crumb">
        <Link href={routes.staffTerritory()}>{t("title")}</Link>
        <span aria-hidden="true">/</span>
        <strong>{t("reorganise")}</strong>
      </p>
      <StaffHead
        title={t("reorganise")}
        text={
          chosen ? t("plan.text", { ending: ending.length, beginning: count }) : t("choose.text")
        }
      />
      {chosen ? (
        <ReorganiseForm
          ending={ending}
          count={count}
          free={ending.length === 0 ? free : []}
          authorities={authoritiesOf(zones)}
          today={today}
          reorganise={reorganiseZonesAction}
        />
      ) : (
        <ReorganiseChooser zones={zones} missing={sent} />
      )}
    </ClientMessages>
  );
}

const authoritiesOf = (zones: readonly { authorityId: string; authority: string }[]) => [
  ...new Map(zones.map(({ authorityId, authority }) => [authorityId, authority])),
];
