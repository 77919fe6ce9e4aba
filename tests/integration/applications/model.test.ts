import fc from "fast-check";
import { expect, test } from "vitest";
import { after, type Happening } from "../../support/application-model";
import { testDatabase } from "../../support/database";
import { found, openWorld, perform } from "../../support/model-in-database";

const database = await testDatabase();

const which = fc.nat({ max: 5 });
const text = fc.constantFrom("", "Perché serve", "C’è bisogno, ăla Ștefan 𝒳", "O'Hara");
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: fc.constant("start" as const) }) },
    { weight: 5, arbitrary: fc.record({ is: fc.constant("save" as const), which, text }) },
    {
      weight: 8,
      arbitrary: fc.record({
        is: fc.constantFrom("submit" as const, "replace" as const, "withdraw" as const),
        which,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constantFrom("extend" as const, "suspend" as const, "resume" as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ is: fc.constantFrom("review" as const, "expire" as const) }),
    },
    {
      weight: 6,
      arbitrary: fc.oneof(
        fc.record({ is: fc.constant("request" as const), which, days: fc.constantFrom(5, 10) }),
        fc.record({ is: fc.constant("prepare" as const), which, text }),
        fc.record({ is: fc.constantFrom("answer" as const, "cancel" as const), which }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constant("clock" as const),
        hours: fc.constantFrom(1, 5, 13, 29, 61, 400),
      }),
    },
  ),
  { minLength: 4, maxLength: 24 },
);

/** Where a story begins: chance alone would seldom come so far. */
const [begun, written, sent] = [
  { is: "start" },
  { is: "save", which: 0, text: "Perché serve" },
  { is: "submit", which: 0 },
] as const;
const asked = { is: "request", which: 0, days: 5 } as const;
const beginnings = fc.constantFrom<readonly Happening[]>(
  [begun],
  [begun, written, sent],
  [begun, written, sent, { is: "replace", which: 0 }, written],
  [begun, written, sent, asked],
  [begun, written, sent, { is: "clock", hours: 61 }, { is: "review" }, asked],
);

test("whatever happens in whatever order, the pure machine and the database agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), beginnings, happenings, async (rolling, first, all) => {
      const { real, world: before } = await openWorld(database, rolling);
      let world = before;
      for (const happening of [...first, ...all]) {
        const expected = after(world, happening, new Date());
        const outcome = await perform(real, world, happening);
        const { applications, call } = await found(real);
        expect(outcome, JSON.stringify(happening)).toBe(expected.outcome);
        world = expected.world;
        expect(applications).toEqual(
          world.applications.map((one) => ({ ...one, asked: one.asked?.state ?? null })),
        );
        expect(call).toMatchObject({
          state: world.call.state,
          attempts: world.attempts,
          applications: world.applications.length,
        });
        expect(call.numbers ?? []).toEqual(Array.from({ length: world.numbers }, (_, n) => n + 1));
        // Acts say when it ends by days and hours of Rome: their own tests judge that.
        if (!("which" in happening)) world.call.closesAt = call.closesAt?.getTime() ?? null;
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
