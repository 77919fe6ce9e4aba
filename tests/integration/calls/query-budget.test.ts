import { beforeAll, expect, test } from "vitest";
import { seedDemonstration } from "@/db/seed/run";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { callPage } from "@/lib/calls/queries/call-page";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import type { Ctx } from "@/lib/context";
import { editions, latestSolutions, zonePage } from "@/lib/territory/queries";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);
const ctx = testContext(counting.pool, { actor: { kind: "anonymous" } });

beforeAll(() => seedDemonstration(database.app, "2026-11-25"));

/** What a page may ask of the database: four queries, however many calls there are. */
const BUDGET = 4;

const coeso = "amiata-grossetana-colline-metallifere-grossetana";

const pages: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  home: (given) =>
    Promise.all([
      callsToday(given, "", { open: 6, upcoming: 4 }),
      zonesToday(given),
      editions(given),
      latestSolutions(given, 4),
    ]),
  list: (given) => callList(given, readFilters({})),
  "list with every filter": (given) =>
    callList(
      given,
      readFilters({ q: "servizi", comune: "Grosseto", per: "persone", stato: ["archivio"] }),
    ),
  call: (given) => callPage(given, "parita-di-accesso"),
  zone: async (given) => {
    await zonePage(given, coeso);
    return callsToday(given, coeso, { open: 12, upcoming: 6, closed: 6 });
  },
};

test.each(Object.keys(pages))("%s stays within its queries", async (name) => {
  const before = counting.count();
  await pages[name]?.(ctx);
  const asked = counting.count() - before;
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(BUDGET);
});

test("the list counts what each filter would show, and finds a zone by its municipality", async () => {
  const all = await callList(ctx, readFilters({}));
  expect(all.counts.total).toBe(6);
  expect(all.calls.map((call) => [call.group, call.slug])).toEqual([
    ["open", "attivatori-di-comunita"],
    ["open", "parita-di-accesso"],
    ["open", "comitato-valle-del-serchio"],
    ["upcoming", "servizi-accessibili"],
    ["closed", "servizio-di-orientamento"],
    ["closed", "rete-del-terzo-settore"],
  ]);
  expect(Object.fromEntries(all.counts.audiences)).toEqual({ organisation: 5, citizen: 2 });
  const town = await callList(ctx, readFilters({ comune: "CASTEL del piano" }));
  expect(town.municipality?.zone).toBe(coeso);
  expect(town.counts.total).toBe(1);
  const nowhere = await callList(ctx, readFilters({ comune: "Narnia" }));
  expect(nowhere).toMatchObject({ municipality: undefined, calls: [], counts: { total: 0 } });
});
