import { expect, test } from "vitest";
import { seedDemonstration } from "@/db/seed/run";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callPage } from "@/lib/calls/queries/call-page";
import { foundCalls } from "@/lib/calls/queries/found-calls";
import { zonePage, zonesInForce } from "@/lib/territory/queries";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const archive = readFilters({ stato: "archivio" });
const database = await testDatabase();
const TODAY = "2026-11-25";
const ctx = testContext(database.app, { actor: { kind: "anonymous" } });

test("the demonstration data load once, also when two processes start together", async () => {
  const loaded = await Promise.all([
    seedDemonstration(database.app, TODAY),
    seedDemonstration(database.app, TODAY),
  ]);
  // Each of its two stages is loaded by whoever comes first to it.
  expect(loaded).toContain(true);
  expect(await seedDemonstration(database.app, TODAY)).toBe(false);
});

test("one call stands at each point of its life", async () => {
  const { calls } = await foundCalls(ctx, readFilters({}));
  const standing = Object.fromEntries(calls.map((call) => [call.slug, call.status]));
  expect(standing).toEqual({
    "attivatori-di-comunita": "closesToday",
    "parita-di-accesso": "open",
    "servizi-accessibili": "upcoming",
    "servizio-di-orientamento": "underReview",
    "rete-del-terzo-settore": "outcomePublished",
  });
});

test("the archive has the calls of 2021, 2022 and 2024 with their own ends", async () => {
  const { calls, next } = await foundCalls(ctx, archive);
  expect(next).toBeUndefined();
  const ends = Object.fromEntries(calls.map((call) => [call.slug, call.closesAt?.toISOString()]));
  expect(ends).toMatchObject({
    "terzo-settore-2024": "2024-03-10T22:59:59.000Z",
    // The night before, the clock went forward: the day ends two hours before midnight UTC.
    "parita-di-accesso-2022": "2022-03-27T21:59:59.000Z",
    "attivatori-di-comunita-2021": "2021-05-14T21:59:59.000Z",
    "accessibilita-dei-servizi-2021": "2021-05-28T21:59:59.000Z",
  });
});

test("the open call tells its acts in full and keeps every version", async () => {
  const page = await callPage(ctx, "parita-di-accesso");
  expect(page?.acts.map((act) => act.kind)).toEqual(["rectification", "extension"]);
  expect(Object.keys(page?.acts[0]?.after ?? {}).toSorted()).toEqual(["conditions", "meetings"]);
  expect(page?.acts[1]).toMatchObject({
    kind: "extension",
    before: { closesAt: "2026-11-27T11:00:00.000Z" },
    after: { closesAt: "2026-12-04T11:00:00.000Z" },
  });
  const versions = await database.owner.query(
    "select version, closes_at from call_version where call_id = $1 order by version",
    [page?.id],
  );
  expect(versions.rows.map((row) => row.closes_at.toISOString())).toEqual([
    "2026-11-27T11:00:00.000Z",
    "2026-12-04T11:00:00.000Z",
    "2026-12-04T11:00:00.000Z",
  ]);
  const told = await database.owner.query(
    `select a.written, a.total, (select count(*)::int from message m where m.subject_id = a.act_id) as mails
     from act_announcement a join call_act c on c.id = a.act_id where c.kind = 'rectification'`,
  );
  expect(told.rows[0].written).toBeGreaterThan(5);
  expect(told.rows).toEqual([
    { written: told.rows[0].mails, total: told.rows[0].mails, mails: told.rows[0].mails },
  ]);
});

test("Tuscany has 28 zones and 273 municipalities, each saying how surely it is known", async () => {
  const zones = await zonesInForce(ctx);
  expect(zones).toHaveLength(28);
  expect(zones.reduce((sum, zone) => sum + zone.municipalities, 0)).toBe(273);
  const page = await zonePage(ctx, "amiata-grossetana-colline-metallifere-grossetana");
  expect(page?.listStatus).toBe("verified");
  expect(page?.municipalities).toHaveLength(20);
  expect(page?.path).toMatchObject({ currentPhase: 4, edition: 2 });
  expect(page?.path?.phases).toHaveLength(6);
  expect(page?.bodies[0]?.kind).toBe("sds");
  expect(page?.solutions.map((solution) => solution.name)).toContain("Camper della Salute");
});
