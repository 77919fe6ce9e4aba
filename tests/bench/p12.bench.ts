import { expect, test } from "vitest";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import { routes } from "@/lib/routes";
import { editions, latestSolutions, zonePage } from "@/lib/territory/queries";
import { testContext } from "../support/context";
import { callsUpTo } from "../support/many-calls";
import { countingPool } from "../support/query-count";
import { testSite } from "../support/server";
import { requestsPerSecond } from "./load";
import { median, record, rounded } from "./result";

/** Enough to fill the page of a zone: no page shows more because there are more. */
const FEW = 1_000;
const MANY = 10_000;
/** How much slower a page may become while calls grow tenfold. */
const GROWTH = 1.5;
const QUERIES = 8;
const ROUNDS = 3;

// Two sites that differ in nothing but their calls, without a cache of pages: what is measured is
// how the work grows. They are asked in turn, so that what else the machine does falls on both.
const few = await testSite({ without: ["worker"] });
const many = await testSite({ without: ["worker"] });
const counting = countingPool(many.database.appUrl);
const ctx = testContext(counting.pool, { actor: { kind: "anonymous" }, now: new Date() });

const list = (query: Record<string, string>) => ({
  path: `${routes.calls()}?${new URLSearchParams(query)}`,
  ask: () => callList(ctx, readFilters(query)),
});
const PAGES: Record<string, { path: string; ask: () => Promise<unknown> }> = {
  home: {
    path: routes.home(),
    ask: () =>
      Promise.all([
        callsToday(ctx, "", { open: 6, upcoming: 4 }),
        zonesToday(ctx),
        editions(ctx),
        latestSolutions(ctx, 4),
      ]),
  },
  zone: {
    path: routes.zone("elba"),
    ask: async () => {
      await zonePage(ctx, "elba");
      await callsToday(ctx, "elba", { open: 12, upcoming: 6, closed: 6 });
    },
  },
  list: list({}),
  "list under filters": list({ tema: "anziani", per: "persone", stato: "aperti" }),
  "search that all calls answer": list({ q: "laboratorio" }),
  "search that few calls answer": list({ q: "fisarmonica" }),
  "search in the archive": list({ stato: "archivio", q: "laboratorio" }),
};

test(`P12: home, zone, list and search with ${FEW} and with ${MANY} calls`, async () => {
  await callsUpTo(few.database.owner, FEW);
  await callsUpTo(many.database.owner, MANY);
  for (const [name, { path, ask }] of Object.entries(PAGES)) {
    const rates = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.few.push(await requestsPerSecond(few.origin + path, 3));
      rates.many.push(await requestsPerSecond(many.origin + path, 3));
    }
    const before = counting.count();
    await ask();
    const queries = counting.count() - before;
    const [value, limit] = [median(rates.many), median(rates.few)];
    record({
      id: "P12",
      what: `${name} with ${MANY} calls, against ${FEW}; no page cache; ${queries} queries`,
      value: rounded(value),
      unit: "requests/s",
      limit: rounded(limit),
      ratio: rounded(value / limit),
      goal: `≥ ${rounded(1 / GROWTH)}, ≤ ${QUERIES} queries`,
      ok: value / limit >= 1 / GROWTH && queries <= QUERIES,
      counts: { queries },
    });
    expect(queries).toBeGreaterThan(0);
  }
});
