import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import {
  type Membership,
  mayReorganise,
  type Reorganisation,
  reorganised,
  successions,
  type ZoneDays,
} from "@/lib/territory/core/reorganisation";

const START = "2018-01-01";
const TODAY = "2026-11-25";
const TOWNS = ["a", "b", "c", "d", "e", "f"];

type Map = { zones: ZoneDays[]; memberships: Membership[] };

const first: Map = {
  zones: ["north", "south"].map((id) => ({ id, validFrom: START, validTo: null })),
  memberships: TOWNS.map((municipalityId, at) => ({
    zoneId: at < 3 ? "north" : "south",
    municipalityId,
    validFrom: START,
    validTo: null,
  })),
};

const plan = (change: Partial<Reorganisation>): Reorganisation => ({
  on: "2020-01-01",
  ending: ["north", "south"],
  beginning: [{ id: "new", municipalities: TOWNS }],
  withoutZone: [],
  ...change,
});

const verdict = (change: Partial<Reorganisation>, today = TODAY) => {
  const found = mayReorganise(first.zones, first.memberships, plan(change), today);
  return found.ok ? "ok" : found.reason;
};

describe("what may be reorganised", () => {
  test("a merge, a split, a new name and an end without a successor, if it was said", () => {
    const half = TOWNS.slice(0, 3);
    expect(verdict({})).toBe("ok");
    expect(
      verdict({
        ending: ["north"],
        beginning: [
          { id: "x", municipalities: ["a"] },
          { id: "y", municipalities: ["b", "c"] },
        ],
      }),
    ).toBe("ok");
    expect(verdict({ ending: ["north"], beginning: [{ id: "x", municipalities: half }] })).toBe(
      "ok",
    );
    expect(verdict({ ending: ["north"], beginning: [], withoutZone: half })).toBe("ok");
  });

  test.each<[string, Partial<Reorganisation>]>([
    ["nothing_chosen", { ending: [], beginning: [] }],
    ["in_the_future", { on: "2026-11-26" }],
    ["zone_not_in_force", { ending: ["elsewhere"] }],
    ["before_the_zone", { on: START }],
    ["zone_without_municipalities", { beginning: [{ id: "new", municipalities: [] }] }],
    ["municipality_twice", { withoutZone: ["a"] }],
    ["municipality_elsewhere", { ending: ["north"] }],
    ["municipality_left_out", { beginning: [{ id: "new", municipalities: ["a", "d"] }] }],
  ])("%s", (reason, change) => {
    expect(verdict(change)).toBe(reason);
  });
});

test("where one zone came out of another they share a municipality, or nothing is left to share", () => {
  const split = plan({
    beginning: [
      { id: "x", municipalities: ["a"] },
      { id: "y", municipalities: ["b", "c", "d", "e", "f"] },
    ],
  });
  expect(successions(first.memberships, split)).toEqual([
    { predecessorId: "north", successorId: "x" },
    { predecessorId: "north", successorId: "y" },
    { predecessorId: "south", successorId: "y" },
  ]);
  expect(successions([], plan({ ending: ["north"] }))).toEqual([
    { predecessorId: "north", successorId: "new" },
  ]);
});

/** Any plan at all: most of what is tried here is refused. */
const anyPlan = (map: Map, step: number): fc.Arbitrary<Reorganisation> =>
  fc
    .record({
      days: fc.integer({ min: -2, max: 400 }),
      ending: fc.subarray(map.zones.map(({ id }) => id)),
      places: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: TOWNS.length,
        maxLength: TOWNS.length,
      }),
      sensible: fc.boolean(),
    })
    .map(({ days, ending, places, sensible }) => {
      const on = addDays(START, step * 400 + days);
      const freed = map.memberships
        .filter(({ zoneId, validTo }) => ending.includes(zoneId) && validTo === null)
        .map(({ municipalityId }) => municipalityId);
      const movable = sensible ? TOWNS.filter((town) => freed.includes(town)) : TOWNS;
      const at = (place: number) => movable.filter((town) => places[TOWNS.indexOf(town)] === place);
      return {
        ...{ on, ending, withoutZone: at(3) },
        beginning: [0, 1, 2]
          .map((place) => ({ id: `zone-${step}-${place}`, municipalities: at(place) }))
          .filter(({ municipalities }) => !sensible || municipalities.length > 0),
      };
    });

const zonesOn = (map: Map, town: string, day: LocalDate) =>
  map.memberships.filter(
    ({ municipalityId, validFrom, validTo }) =>
      municipalityId === town && validFrom <= day && (validTo === null || validTo > day),
  );

test("through any history no municipality is in two zones on a day, nor without one unsaid", () => {
  let done = 0;
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      let map = first;
      // Since which day; a plan that is told later may be of an earlier one.
      const said = new Map<string, LocalDate>();
      for (let step = 0; step < 4; step += 1) {
        const wanted = gen(anyPlan, map, step);
        if (!mayReorganise(map.zones, map.memberships, wanted, TODAY).ok) continue;
        done += 1;
        const before = map;
        map = after(map, wanted);
        for (const town of wanted.withoutZone) said.set(town, wanted.on);
        for (const town of wanted.beginning.flatMap(({ municipalities }) => municipalities)) {
          said.delete(town);
        }
        const eve = addDays(wanted.on, -1);
        for (const town of TOWNS) {
          expect(zonesOn(map, town, eve)).toHaveLength(zonesOn(before, town, eve).length);
          const since = said.get(town);
          const none = since !== undefined && since <= wanted.on;
          expect(zonesOn(map, town, wanted.on)).toHaveLength(none ? 0 : 1);
        }
      }
      for (const { validFrom } of map.memberships) {
        for (const town of TOWNS) {
          expect(zonesOn(map, town, validFrom).length).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(done).toBeGreaterThan(100);
});

function after(map: Map, wanted: Reorganisation): Map {
  return {
    zones: [
      ...map.zones.map((zone) =>
        wanted.ending.includes(zone.id) ? { ...zone, validTo: wanted.on } : zone,
      ),
      ...wanted.beginning.map(({ id }) => ({ id, validFrom: wanted.on, validTo: null })),
    ],
    memberships: reorganised(map.memberships, wanted),
  };
}
