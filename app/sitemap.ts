import type { MetadataRoute } from "next";
import { requestContext } from "@/lib/auth/request-context";
import { publishedSlugs } from "@/lib/calls/queries/call-page";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { zonesInForce } from "@/lib/territory/queries";

export const dynamic = "force-dynamic";

/** Every public page that stays, in both languages; never a draft. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const ctx = await requestContext("public");
  const [calls, zones] = await Promise.all([publishedSlugs(ctx), zonesInForce(ctx)]);
  const origin = env().APP_ORIGIN;
  const entry = (path: string, lastModified?: Date) => ({
    url: `${origin}${path}`,
    ...(lastModified && { lastModified }),
    alternates: {
      languages: { it: `${origin}${path}`, en: `${origin}/en${path === "/" ? "" : path}` },
    },
  });
  const pages = [
    routes.home(),
    routes.calls(),
    routes.zones(),
    routes.howItWorks(),
    routes.guide(),
    routes.guideFor("candidarsi"),
    routes.guideFor("personale"),
    routes.guideFor("ricevuta"),
    routes.verify(),
    routes.privacy(),
    routes.legalNotes(),
    routes.accessibility(),
  ];
  return [
    ...pages.map((path) => entry(path)),
    ...zones.map((zone) => entry(routes.zone(zone.slug))),
    ...calls.map((call) => entry(routes.call(call.slug), call.updatedAt)),
  ];
}
