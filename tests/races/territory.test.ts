import { beforeAll, expect, test } from "vitest";
import { reorganiseZones } from "@/lib/territory/commands/reorganise-zones";
import { saveBody } from "@/lib/territory/commands/save-body";
import {
  administeredBodiesOfRegion,
  administeredZones,
} from "@/lib/territory/queries/administered-territory";
import { bodySchema, reorganiseSchema } from "@/lib/territory/schema";
import { regionalContext } from "../support/copies";
import { testDatabase } from "../support/database";
import { seedOfficers, valdera } from "../support/drafts";

const database = await testDatabase();

beforeAll(() => seedOfficers(database.owner));

test("of six who end the same zone at once one does; no town is in two zones", async () => {
  const zones = await administeredZones(await regionalContext(database.app));
  const elba = zones.find(({ slug }) => slug === "elba");
  const others = zones.filter(({ slug }) => ["mugello", "firenze", "lunigiana"].includes(slug));
  const plans = Array.from({ length: 6 }, (_, at) => {
    const ending = [elba, others[at % 3]].flatMap((zone) => zone ?? []);
    return reorganiseSchema.parse({
      ...{ on: "2026-11-01", reason: "Legge", name: `Zona ${at}`, authority: elba?.authorityId },
      ending: ending.map(({ id }) => id),
      ...Object.fromEntries(
        ending.flatMap(({ municipalities }) => municipalities.map(({ id }) => [`town.${id}`, "0"])),
      ),
    });
  });
  const results = await Promise.allSettled(
    plans.map(async (plan) => reorganiseZones(await regionalContext(database.app), plan)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { rows } = await database.owner.query(
    `select municipality_id from zone_municipality where coalesce(valid_to, zone_ended_on) is null
     group by 1 having count(*) > 1`,
  );
  expect(rows).toEqual([]);
});

test("of six changes of a body read alike exactly one is kept", async () => {
  const ctx = await regionalContext(database.app);
  const found = (await administeredBodiesOfRegion(ctx)).find(({ id }) => id === valdera);
  const { seen = "", name = "", code = "" } = found ?? {};
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, async (_, at) =>
      saveBody(
        await regionalContext(database.app),
        bodySchema.parse({
          ...{ bodyId: valdera, seen, name, code, kind: "sds", zoneId: found?.zoneId ?? "" },
          ...{ officeName: "Ufficio", phone: `0587 ${at}` },
        }),
      ),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
