import { beforeAll, expect, test } from "vitest";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import { type FoundCall, foundCalls } from "@/lib/calls/queries/found-calls";
import { testContext } from "../../support/context";
import { demonstrationDatabase } from "../../support/database";
import { callsUpTo } from "../../support/many-calls";

const MANY = 1_700;
const database = await demonstrationDatabase();
const ctx = testContext(database.app, { actor: { kind: "anonymous" }, now: new Date() });
beforeAll(() => callsUpTo(database.owner, MANY));

/** All pages of a list, one behind the other. */
async function wholeList(query: Record<string, string>, common = true): Promise<FoundCall[]> {
  const all: FoundCall[] = [];
  let after: ReturnType<typeof readFilters>["after"];
  do {
    const page = await foundCalls(ctx, { ...readFilters(query), after }, { size: 97, common });
    all.push(...page.calls);
    after = page.next;
  } while (after);
  return all;
}

/** What is sorted by, so that a greater one comes later: the group, then the time that is left. */
function place({ group, opensAt, closesAt }: FoundCall): [number, number] {
  const end = closesAt?.getTime();
  if (group === "open") return [0, end ?? Infinity];
  if (group === "upcoming") return [1, opensAt?.getTime() ?? 0];
  return [2, -(end ?? -Infinity)];
}

test.each([
  {},
  { stato: "archivio" },
  { q: "laboratorio" },
  { q: "laboratorio", zona: "elba" },
] as Record<string, string>[])(
  "page behind page, %j holds each call once and in order",
  async (query) => {
    const all = await wholeList(query);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const places = all.map(place);
    const sorted = places.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || 0);
    expect(places).toEqual(sorted);
    const { rows } = await database.owner.query<{ count: number }>(
      `select count(*)::int as count from call c left join zone z on z.id = c.zone_id
     where c.state <> 'draft' and c.published_at <= $1 and (c.state = 'archived') = $2
       and ($3 = '' or z.slug = $3)`,
      [ctx.now, "stato" in query, query.zona ?? ""],
    );
    expect(all).toHaveLength(rows[0]?.count ?? -1);
  },
);

test("a common word is found alike by the order of the list and by the index of words", async () => {
  const ids = (all: FoundCall[]) => all.map(({ id }) => id);
  for (const q of ["laboratorio", "fisarmonica", '"chi è curato" -fisarmonica']) {
    expect(ids(await wholeList({ q }, true))).toEqual(ids(await wholeList({ q }, false)));
  }
});

test("more than a thousand are not counted, fewer are", async () => {
  const all = await callList(ctx, readFilters({}));
  expect(all.many).toBe(true);
  expect(all.calls).toHaveLength(20);
  for (const q of ["laboratorio", "di"]) {
    expect((await callList(ctx, readFilters({ q }))).many).toBe(true);
  }
  for (const query of [{ q: "fisarmonica" }, { zona: "elba" }, { stato: "archivio" }]) {
    const { many, counts } = await callList(ctx, readFilters(query));
    expect(many).toBe(false);
    expect(counts.total).toBe((await wholeList(query)).length);
  }
});

test("home and zones show the first calls of the list", async () => {
  const slugs = (calls: { slug: string }[]) => calls.map(({ slug }) => slug);
  const inList = async (query: Record<string, string>, group: string, count: number) =>
    slugs((await wholeList(query)).filter((one) => one.group === group).slice(0, count));
  const home = await callsToday(ctx, "", { open: 6, upcoming: 4 });
  expect(slugs(home.open)).toEqual(await inList({}, "open", 6));
  expect(slugs(home.upcoming)).toEqual(await inList({}, "upcoming", 4));
  const zone = await callsToday(ctx, "elba", { open: 12, upcoming: 6, closed: 6 });
  const query = { zona: "elba" };
  expect(slugs(zone.closed)).toEqual(await inList(query, "closed", 6));
  expect(zone.openCount).toBe((await inList(query, "open", MANY)).length);
  for (const { slug, today } of (await zonesToday(ctx)).slice(0, 8)) {
    const { open, upcoming } = await callsToday(ctx, slug, { open: 1, upcoming: 1 });
    const first = open[0] ?? upcoming[0];
    expect([today?.status, today?.closesAt]).toEqual([first?.status, first?.closesAt]);
  }
});
