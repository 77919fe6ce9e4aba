import { inArray } from "drizzle-orm";
import { subscription } from "@/db/schema/discovery";
import { zone } from "@/db/schema/territory";
import { sha256 } from "@/lib/platform/digest";
import { subscriptionEnd } from "@/lib/subscriptions/core/terms";
import { subscriptionToken } from "@/lib/subscriptions/mails";
import { type Seed, seedId } from "./seed";

const AMIATA = "amiata-grossetana-colline-metallifere-grossetana";

/** Who hears of new calls: of everything, of a zone, of a theme, for citizens; at once or by the day. */
const SUBSCRIBERS = [
  { key: "giulia", zones: [], themes: [], audiences: [], daily: false, locale: "it" },
  {
    key: "pro-loco",
    zones: [AMIATA],
    themes: [],
    audiences: ["organisation"],
    daily: false,
    locale: "it",
  },
  {
    key: "anziani-attivi",
    zones: [],
    themes: ["ageing", "disability"],
    audiences: [],
    daily: true,
    locale: "it",
  },
  { key: "volunteer", zones: [], themes: [], audiences: ["citizen"], daily: true, locale: "en" },
  {
    key: "consulta",
    zones: ["elba", AMIATA],
    themes: ["participation"],
    audiences: [],
    daily: false,
    locale: "it",
  },
];

/** Confirmed three weeks ago, so that they are told of the calls of the demonstration. */
export async function seedSubscriptions(seed: Seed): Promise<void> {
  const at = seed.instant(seed.day(-21), "18:30");
  const { db } = seed.ctx({ name: "subscriptions", at });
  const zones = await db
    .select({ id: zone.id, slug: zone.slug })
    .from(zone)
    .where(inArray(zone.slug, [...new Set(SUBSCRIBERS.flatMap((one) => one.zones))]));
  await db.insert(subscription).values(
    SUBSCRIBERS.map(({ key, zones: slugs, ...wishes }) => {
      const id = seedId(`subscription:${key}`);
      return {
        ...{ id, email: `${key}@example.it`, ...wishes },
        tokenHash: sha256(subscriptionToken(id)),
        zoneIds: zones.filter(({ slug }) => slugs.includes(slug)).map((one) => one.id),
        dailySince: at,
        confirmedAt: at,
        expiresAt: subscriptionEnd(at),
      };
    }),
  );
}
