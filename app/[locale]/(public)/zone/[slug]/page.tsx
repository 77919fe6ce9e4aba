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
import { grouped } from "@/lib/calls/core/call-filters";
import { callsOfZone } from "@/lib/calls/queries/public-calls";
import { zonePage } from "@/lib/territory/queries";

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
  const calls = await callsOfZone(ctx, zone.id);
  return (
    <>
      <ZoneHead zone={zone} open={grouped(calls).open.length} />
      {zone.path && <ZonePhases path={zone.path} />}
      <ZoneParticipation calls={calls} now={ctx.now} />
      <ZoneSolutions zone={zone} />
      <ZoneMunicipalities zone={zone} />
      <ZoneBodies bodies={zone.bodies} />
    </>
  );
}
