import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseOfficeMail } from "@/lib/applications/commands/choose-office-mail";
import { settleThread } from "@/lib/applications/commands/settle-thread";
import { officeRound } from "@/lib/applications/core/thread";
import type { Ctx } from "@/lib/context";
import { romeDate } from "@/lib/kernel/rome-time";
import { testDatabase } from "../../support/database";
import { anotherSent, officeLetters, officeOfSent, say, tellOfficeAt } from "../../support/threads";

const database = await testDatabase();
const at = (ctx: Ctx, now: Date): Ctx => ({ ...ctx, now });
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

/** What may happen, and how many minutes after what happened before. */
const happenings = fc.array(
  fc.record({
    is: fc.constantFrom("message", "message", "other", "answer", "settle", "mute", "run", "run"),
    wait: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 2, max: 90 }) },
      { weight: 1, arbitrary: fc.integer({ min: 600, max: 6000 }) },
    ),
  }),
  { minLength: 6, maxLength: 16 },
);

test("over random calendars, answers and outages of the worker: once, never idle, never forgotten", async () => {
  const { db, bodyId, callId, applicationId, author, ada, ugo } = await officeOfSent(database.app);
  const other = await anotherSent(db, callId);
  // Each run of the property goes on in time where the one before stopped: threads never go back.
  let clock = new Date("2027-01-04T05:00:00Z");
  await fc.assert(
    fc.asyncProperty(happenings, async (list) => {
      const readers = [ada, ugo].map(({ personId }) => ({
        personId,
        muted: false,
        untold: undefined as Date | undefined,
        told: undefined as Date | undefined,
      }));
      const waiting = { message: [] as Date[], other: [] as Date[] };
      const expected: [string, number, number][] = [];
      clock = after(clock, 3 * 1440);
      const from = clock;
      await clear(bodyId, applicationId, other.id, ada.ctx);
      const send = async (thread: "message" | "other") => {
        const [ctx, id] = thread === "message" ? [author, applicationId] : [other.ctx, other.id];
        await say(at(ctx, clock), id, "?", 1_000_000);
        waiting[thread].push(clock);
        for (const reader of readers) reader.untold ??= clock;
      };
      const run = async () => {
        await Promise.all([
          tellOfficeAt(database.app, clock, 1),
          tellOfficeAt(database.app, clock),
        ]);
        const round = officeRound(clock);
        const all = [...waiting.message, ...waiting.other];
        for (const reader of round ? readers : []) {
          const { untold, told } = reader;
          if (!untold || untold > (round?.before ?? clock)) continue;
          if (told && romeDate(told) === romeDate(clock)) continue;
          reader.untold = undefined;
          if (reader.muted || !all.some((sent) => sent >= untold)) continue;
          reader.told = clock;
          expected.push([reader.personId, clock.getTime(), all.length]);
        }
      };
      for (const { is, wait } of list) {
        clock = after(clock, wait);
        if (is === "message" || is === "other") await send(is);
        else if (is === "answer") {
          await say(at(ada.ctx, clock), applicationId, "!", 1_000_000);
          waiting.message = [];
        } else if (is === "settle") {
          await settleThread(at(ada.ctx, clock), { applicationId: other.id, seen: 1_000_000 });
          waiting.other = [];
        } else if (is === "mute") {
          const [first] = readers;
          if (first) first.muted = !first.muted;
          await chooseOfficeMail(ada.ctx, { wanted: !first?.muted });
        } else await run();
      }
      // Two working days of a worker that runs are enough for whatever was left.
      for (const days = new Set<string>(); days.size < 2; ) {
        clock = after(clock, 60);
        if (!officeRound(clock) || days.has(romeDate(clock))) continue;
        days.add(romeDate(clock));
        await run();
      }
      const letters = (await officeLetters(database.owner, bodyId)).filter((one) => one.at > from);
      expect(
        letters.map(({ personId, at: when, view }) => [personId, when.getTime(), view.count]),
      ).toEqual(expected.toSorted(([a, b], [c, d]) => b - d || (a < c ? -1 : 1)));
      const days = letters.map(({ personId, at: when }) => `${personId} ${romeDate(when)}`);
      expect(new Set(days).size).toBe(days.length);
      expect(letters.every(({ at: when, jobs }) => officeRound(when) && jobs === 1)).toBe(true);
      // Whatever still waits has been told to who wants to be told.
      const lastSent = [...waiting.message, ...waiting.other].toSorted(
        (a, b) => Number(b) - Number(a),
      )[0];
      for (const { personId, muted } of lastSent ? readers : []) {
        const told = letters.filter((one) => one.personId === personId).at(-1);
        if (!muted) expect(Number(told?.at)).toBeGreaterThan(Number(lastSent));
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

/** Nothing waits, nobody has been told of anything. */
async function clear(bodyId: string, one: string, two: string, ctx: Ctx) {
  for (const applicationId of [one, two]) {
    await settleThread(ctx, { applicationId, seen: 1_000_000 });
  }
  await database.owner.query(
    "update office_notice set untold_since = null, told_at = null, muted = false where body_id = $1",
    [bodyId],
  );
}
