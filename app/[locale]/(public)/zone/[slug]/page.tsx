import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ZoneHead } from "@/components/public/zone-head";
import { ZoneHistory, ZoneOfBefore } from "@/components/public/zone-history";
import {
  ZoneBodies,
  ZoneMunicipalities,
  ZoneParticipation,
  ZonePhases,
  ZoneSolutions,
} from "@/components/public/zone-parts";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { callsToday } from "@/lib/calls/queries/calls-today";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { zonePage } from "@/lib/territory/queries";
import { type EndedZone, endedZone } from "@/lib/territory/queries/ended-zone";

/** How many calls of a zone are shown; the others stand in the list. */
const SHOWN = { open: 12, upcoming: 6, closed: 6 };

type Props = { params: Promise<{ slug: string }> };

const zoneOf = cache(async (slug: string) => {
  const ctx = await requestContext("public");
  return { ctx, zone: await zonePage(ctx, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { ctx, zone } = await zoneOf(slug);
  if (!zone) return { title: (await endedZone(ctx, slug))?.name ?? null };
  const t = await getTranslations("public");
  return {
    title: zone.name,
    description: t("zone.description", { name: zone.name, count: zone.municipalities.length }),
  };
}

export default async function ZoneDetailPage({ params }: Props) {
  const { slug } = await params;
  const { ctx, zone } = await zoneOf(slug);
  if (!zone) return <ZoneOfBefore ended={await endedZoneOf(slug)} />;
  const calls = await callsToday(ctx, zone.slug, SHOWN);
  return (
    <>
      <ZoneHead zone={zone} open={calls.openCount} />
      {zone.path && <ZonePhases path={zone.path} />}
      <ZoneParticipation zone={zone.slug} calls={calls} now={ctx.now} />
      <ZoneSolutions zone={zone} />
      <ZoneMunicipalities zone={zone} />
      {zone.bodies.length > 0 && <ZoneBodies bodies={zone.bodies} />}
      {zone.history.length > 0 && <ZoneHistory history={zone.history} />}
      <Feedback page={routes.zone(slug)} />
    </>
  );
}

/** A zone that is no more leads to the one that took its place; after a split it names them. */
async function endedZoneOf(slug: string): Promise<EndedZone> {
  const { ctx } = await zoneOf(slug);
  const ended = await endedZone(ctx, slug);
  if (!ended) notFound();
  const [only, ...others] = ended.successors;
  if (!only || others.length > 0) return ended;
  const locale = (await getLocale()) === "en" ? "en" : "it";
  permanentRedirect(addressIn(locale, routes.zone(only.slug)));
}
