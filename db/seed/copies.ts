import type { Actor } from "@/lib/auth/actor";
import { copyCall } from "@/lib/calls/commands/copy-call";
import { createCall } from "@/lib/calls/commands/create-call";
import { copyCallSchema } from "@/lib/calls/schema/copies";
import { bodyId, demonstrationBodies } from "./bodies";
import { startingWith } from "./calls";
import { workingDay } from "./data/calls-of-today";
import { personId } from "./people";
import { type Seed, seedId } from "./seed";

/** Districts without anybody who signs in: the region made their drafts, and they look at them. */
const DISTRICTS = [
  { body: "sds-lunigiana", places: "25", phone: "0187 000 115" },
  { body: "zona-versilia", places: "30", phone: "0584 000 260" },
  { body: "zona-piana-di-lucca", places: "30", phone: "0583 000 480" },
] as const;

const TITLE = "Cantieri della Salute: i laboratori delle zone";

const regional: Actor = {
  kind: "staff",
  personId: personId("paola-vieri"),
  roles: [{ bodyId: bodyId(demonstrationBodies.region), role: "officer", regional: true }],
};

/** A call of the region copied into three zones, with their own contacts and places: drafts to be checked. */
export async function seedCopies(seed: Seed): Promise<void> {
  const ctx = seed.ctx({
    name: "copies",
    at: seed.instant(seed.day(-2), "11:20"),
    actor: regional,
  });
  const { id: sourceId } = await createCall(
    { ...ctx, newId: startingWith(seedId("call:laboratori-delle-zone"), ctx.newId) },
    {
      bodyId: bodyId(demonstrationBodies.region),
      title: TITLE,
      regime: "participatoryPath",
      template: "participatoryPath",
    },
  );
  const rows = DISTRICTS.flatMap(({ body, places, phone }, at) =>
    Object.entries({
      ...{ bodyId: bodyId(body), title: TITLE, places, phone },
      opensOn: workingDay(seed.day(12)),
      closesOn: workingDay(seed.day(45)),
      closesAtTime: "12:00",
    }).map(([field, value]) => [`rows.${at}.${field}`, value]),
  );
  await copyCall(
    ctx,
    copyCallSchema.parse({
      sourceId,
      key: seedId("set:laboratori-delle-zone"),
      ...Object.fromEntries(rows),
    }),
  );
}
