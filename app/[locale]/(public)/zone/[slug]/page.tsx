import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ZoneHead } from "@/components/public/zone-head";
import {
  ZoneBodies,
  ZoneMunicipalities,
  ZoneParticipation,
  ZonePhases,
  ZoneSolutions,
} from "@/components/public/zone-parts";
import { requestContext } from "@/lib/auth/request-context";
import { callsToday } from "@/lib/calls/queries/calls-today";
import { zonePage } from "@/lib/territory/queries";

/** How many calls of a zone are shown; the others stand in the list. */
const SHOWN = { open: 12, upcoming: 6, closed: 6 };

type Props = { params: Promise<{ slug: string }> };

const zoneOf = cache(async (slug: string) => {
  const ctx = await requestContext("public");
  return { ctx, zone: await zonePage(ctx, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { zone } = await zoneOf((await params).slug);
  if (!zone) return {};
  const t = await getTranslations("public");
  return {
    title: zone.name,
    description: t("zone.description", { name: zone.name, count: zone.municipalities.length }),
  };
}

export default async function ZoneDetailPage({ params }: Props) {
  const { ctx, zone } = await zoneOf((await params).slug);
  if (!zone) notFound();
  const calls = await callsToday(ctx, zone.slug, SHOWN);
  return (
    <>
      <ZoneHead zone={zone} open={calls.openCount} />
      {zone.path && <ZonePhases path={zone.path} />}
      <ZoneParticipation zone={zone.slug} calls={calls} now={ctx.now} />
      <ZoneSolutions zone={zone} />
      <ZoneMunicipalities zone={zone} />
      <ZoneBodies bodies={zone.bodies} />
    </>
  );
}
