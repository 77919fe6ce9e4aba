import { beforeAll, describe, expect, test } from "vitest";
import { bodyId } from "@/db/seed/bodies";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { callPage } from "@/lib/calls/queries/call-page";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import { fedCalls } from "@/lib/calls/queries/feed-calls";
import type { Ctx } from "@/lib/context";
import { Forbidden, NotFound } from "@/lib/kernel/errors";
import { reorganiseZones } from "@/lib/territory/commands/reorganise-zones";
import { zonePage, zonesInForce } from "@/lib/territory/queries";
import {
  administeredBodiesOfRegion,
  administeredZones,
  townsWithoutZone,
} from "@/lib/territory/queries/administered-territory";
import { endedZone } from "@/lib/territory/queries/ended-zone";
import { reorganiseSchema } from "@/lib/territory/schema";
import { regionalContext } from "../support/copies";
import { testDatabase } from "../support/database";
import {
  completeDraft,
  officerContext,
  publishedCall,
  seedOfficers,
  valdera,
} from "../support/drafts";
import { countingPool } from "../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);

let region: Ctx;
let northWest: string;

beforeAll(async () => {
  await seedOfficers(database.owner);
  region = await regionalContext(database.app);
  const [first] = await administeredZones(region);
  northWest = first?.authorityId ?? "";
});

const zoneOf = async (slug: string) => {
  const found = (await administeredZones(region)).find((one) => one.slug === slug);
  if (!found) throw new Error(`no zone ${slug}`);
  return found;
};

type Change = {
  ending: string[];
  name: string[];
  on?: string;
  place?: (town: string) => string;
  bodies?: Record<string, string>;
  without?: "si";
};

/** What the form of a reorganisation sends: all towns into the first new zone unless said. */
async function plan({ ending, name, on = "2026-11-01", place, bodies = {}, without }: Change) {
  const zones = await Promise.all(ending.map(zoneOf));
  const towns = zones.flatMap(({ municipalities }) => municipalities);
  return reorganiseSchema.parse({
    on,
    ...{ name, without, reason: "Legge di prova n. 1" },
    ending: zones.map(({ id }) => id),
    authority: name.map(() => northWest),
    ...Object.fromEntries(towns.map((town) => [`town.${town.id}`, place?.(town.name) ?? "0"])),
    ...Object.fromEntries(Object.entries(bodies).map(([id, at]) => [`body.${id}`, at])),
  });
}

describe("a merge", () => {
  test("keeps calls in the zone as it was, and leads the old address to its successor", async () => {
    const officer = officerContext(database.app, valdera);
    const call = await publishedCall(officer, valdera);
    const draft = await completeDraft(officer, valdera);
    const saved = await saveCall(officer, { ...draft, closesAtTime: "12:00" });
    const ending = ["alta-val-di-cecina-valdera", "pisana"];
    const before = await Promise.all(ending.map((slug) => zonePage(region, slug)));
    const { slug } = await reorganiseZones(region, await plan({ ending, name: ["Valli Pisane"] }));
    expect(slug).toBe("valli-pisane");

    const page = await callPage(region, call.slug);
    expect(page?.zone?.name).toBe("Alta Val di Cecina - Valdera");
    for (const old of ending) {
      expect(await zonePage(region, old)).toBeUndefined();
      expect(await endedZone(region, old)).toMatchObject({
        municipalities: before.find((one) => one?.slug === old)?.municipalities,
        successors: [{ slug: "valli-pisane", name: "Valli Pisane" }],
      });
    }
    const zone = await zonePage(region, "valli-pisane");
    const towns = before.flatMap((one) => one?.municipalities ?? []);
    expect(zone?.municipalities.toSorted()).toEqual(towns.toSorted());
    expect(zone?.history.map(({ name, calls }) => [name, calls])).toEqual([
      ["Alta Val di Cecina - Valdera", true],
      ["Pisana", false],
    ]);
    expect(zone?.history.flatMap(({ municipalities }) => municipalities)).toHaveLength(
      towns.length,
    );
    expect(zone?.path).toEqual(before[0]?.path);
    expect(zone?.solutions).toEqual(before[0]?.solutions);
    expect(zone?.bodies).toHaveLength(3);

    // What was published before is found under the successor, and by the towns of its zone alone.
    const listed = async (given: Record<string, string>) => {
      const by = readFilters(given);
      const [{ calls, counts }, fed] = [await callList(region, by), await fedCalls(region, by)];
      expect(fed.map((one) => one.slug)).toEqual(calls.map((one) => one.slug));
      expect(counts.total).toBe(calls.length);
      return calls.map((one) => one.slug);
    };
    expect(await listed({ zona: "valli-pisane" })).toEqual([call.slug]);
    expect(await listed({ zona: "pisana" })).toEqual([]);
    expect(await listed({ comune: "Pontedera" })).toEqual([call.slug]);
    expect(await listed({ comune: "Pisa" })).toEqual([]);
    expect((await callsToday(region, "valli-pisane", { open: 5 })).openCount).toBe(1);
    const drawn = (await zonesToday(region)).filter((one) => one.today?.status === "open");
    expect(drawn.map((one) => one.slug)).toEqual(["valli-pisane"]);

    await publishCall(officer, {
      callId: draft.callId,
      revision: saved.revision,
      overrideReason: "",
    });
    const later = await callPage(region, draft.slug);
    expect(later?.zone?.name).toBe("Valli Pisane");
  });

  test("is written down in the chain of the platform, without the words of its reason", async () => {
    const { rows } = await database.owner.query(
      "select chain, entry from audit_event where action = 'territory.reorganised' limit 1",
    );
    expect(rows[0]?.chain).toBe("platform");
    expect(rows[0]?.entry).not.toContain("Legge di prova");
  });
});

test("a split leads to several zones, bodies go where it was said, and a subscriber follows", async () => {
  const lunigiana = await zoneOf("lunigiana");
  const sds = lunigiana.bodies[0]?.id ?? "";
  await database.owner.query(
    `insert into subscription (id, email, zone_ids, themes, audiences, locale, daily, daily_since,
       confirmed_at, expires_at, token_hash)
     values (gen_random_uuid(), 'a@example.org', array[$1::uuid], '{}', '{}', 'it', false, now(),
       now(), now() + interval '1 year', 'x')`,
    [lunigiana.id],
  );
  const first = lunigiana.municipalities[0]?.name;
  const given = await plan({
    ending: ["lunigiana"],
    name: ["Lunigiana", "Alta Lunigiana"],
    place: (town) => (town === first ? "1" : "0"),
    bodies: { [sds]: "1" },
  });
  const { slug } = await reorganiseZones(region, given);
  expect(slug).toBe("lunigiana-2");
  expect((await endedZone(region, "lunigiana"))?.successors).toHaveLength(2);
  const small = await zonePage(region, "alta-lunigiana");
  expect(small?.municipalities).toEqual([first]);
  expect(small?.bodies).toHaveLength(1);
  expect((await zonePage(region, "lunigiana-2"))?.bodies).toEqual([]);
  const { rows } = await database.owner.query("select zone_ids from subscription");
  expect(rows[0]?.zone_ids).toHaveLength(3);

  const renamed = await plan({
    ending: ["alta-lunigiana"],
    name: ["Quattro Valli"],
    on: "2026-11-20",
  });
  await reorganiseZones(region, renamed);
  const after = await endedZone(region, "lunigiana");
  expect(after?.successors.map(({ name }) => name)).toEqual(["Lunigiana", "Quattro Valli"]);
});

describe("what is refused", () => {
  test("a future day, a zone that is no more, towns left out or left without a zone unsaid", async () => {
    const given = await plan({ ending: ["elba"], name: ["Isole"] });
    const refusal = (change: object) => expect(reorganiseZones(region, { ...given, ...change }));
    await refusal({ on: "2026-11-26" }).rejects.toThrow("in_the_future");
    await refusal({ on: "2017-12-31" }).rejects.toThrow("before_the_zone");
    const [some = ""] = Object.keys(given.towns);
    await refusal({ towns: { [some]: 0 } }).rejects.toThrow("municipality_left_out");
    const foreign = (await zoneOf("mugello")).municipalities[0]?.id ?? "";
    await refusal({ towns: { ...given.towns, [foreign]: 0 } }).rejects.toThrow(
      "municipality_elsewhere",
    );
    await expect(plan({ ending: ["elba"], name: [], place: () => "none" })).rejects.toThrow(
      "say_without_zone",
    );
    expect((await zonesInForce(region)).some(({ slug }) => slug === "elba")).toBe(true);
  });

  test("two zones for a town by hand: the database itself says no", async () => {
    const elba = await zoneOf("elba");
    const mugello = await zoneOf("mugello");
    await expect(
      database.owner.query(
        `insert into zone_municipality (zone_id, municipality_id, valid_from)
         values ($1, $2, '2026-01-01')`,
        [mugello.id, elba.municipalities[0]?.id],
      ),
    ).rejects.toThrow("one_zone_a_day");
  });

  test("anybody but an administrator of the region", async () => {
    const given = await plan({ ending: ["elba"], name: ["Isole"] });
    const district = officerContext(database.app, valdera);
    const officerOfRegion: Ctx = {
      ...region,
      actor: {
        kind: "staff",
        personId: "p",
        roles: [{ bodyId: bodyId("regione-toscana"), role: "officer", regional: true }],
      },
    };
    for (const ctx of [district, officerOfRegion]) {
      await expect(reorganiseZones(ctx, given)).rejects.toThrow(Forbidden);
      await expect(administeredZones(ctx)).rejects.toThrow(NotFound);
      await expect(administeredBodiesOfRegion(ctx)).rejects.toThrow(NotFound);
    }
  });
});

test("a zone that ends without a successor leaves its towns for a new one", async () => {
  const given = await plan({ ending: ["elba"], name: [], place: () => "none", without: "si" });
  await reorganiseZones(region, given);
  const free = await townsWithoutZone(region);
  expect(free).toHaveLength(Object.keys(given.towns).length);
  expect((await endedZone(region, "elba"))?.successors).toEqual([]);
  const begun = {
    ...given,
    ...{ on: "2026-11-10", ending: [], name: ["Arcipelago"], authority: [northWest] },
    towns: Object.fromEntries(free.map(({ id }) => [id, 0])),
  };
  await reorganiseZones(region, begun);
  expect(await townsWithoutZone(region)).toEqual([]);
});

test("each list asks one query, however long it is", async () => {
  const ctx = { ...region, db: (await regionalContext(counting.pool)).db };
  for (const list of [administeredZones, administeredBodiesOfRegion, townsWithoutZone]) {
    const before = counting.count();
    await list(ctx);
    expect(counting.count() - before).toBe(1);
  }
});
