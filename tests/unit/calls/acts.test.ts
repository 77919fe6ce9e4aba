import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACT_KINDS } from "@/lib/calls/core/act-kinds";
import { type CallForAct, mayAct } from "@/lib/calls/core/acts";
import { isInTime } from "@/lib/calls/core/deadline";
import { endGivenBack } from "@/lib/calls/core/given-back";
import { CALL_STATES } from "@/lib/calls/core/states";
import { changesBetween } from "@/lib/calls/core/version-texts";
import { isRestDay } from "@/lib/kernel/holidays";
import { addDays } from "@/lib/kernel/local-date";
import { endOfRomeDay, romeDate, romeParts } from "@/lib/kernel/rome-time";
import { call, decide, exact, inTime, late } from "../../support/act-call";

describe("when an act can be published", () => {
  const kinds = (of: CallForAct, at: string) => ACT_KINDS.filter((kind) => mayAct(of, kind, at).ok);

  test.each([
    ["published", inTime, ["rectification", "extension", "suspension", "revocation"]],
    ["published", late, ["rectification", "reopening", "revocation"]],
    ["suspended", inTime, ["rectification", "resumption", "revocation"]],
    ["underReview", late, ["reopening", "revocation"]],
    ["draft", inTime, []],
    ["outcomePublished", late, []],
    ["archived", late, []],
    ["revoked", inTime, []],
  ] as const)("%s at %s: %j", (state, at, may) => {
    const suspendedAt = state === "suspended" ? inTime : null;
    expect(kinds({ ...call, state, suspendedAt }, at)).toEqual(may);
  });

  test("the last microsecond that still extends is that of the last good second", () => {
    expect(mayAct(call, "extension", "2026-11-30T11:00:00.999999Z").ok).toBe(true);
    expect(mayAct(call, "extension", "2026-11-30T11:00:01.000000Z")).toMatchObject({
      reason: "already_closed",
    });
  });

  test("a call without an end is neither extended nor opened again", () => {
    const open = { ...call, closesAt: null, closesOn: null };
    expect(mayAct(open, "extension", inTime)).toMatchObject({ reason: "no_end" });
    expect(mayAct(open, "reopening", inTime)).toMatchObject({ reason: "not_closed_yet" });
  });
});

describe("what an act is refused for, and where it says so", () => {
  test.each([
    ["extension", { closesOn: "2026-11-29" }, {}, "closesOn", "shortens"],
    [
      "extension",
      { closesOn: "2026-12-05", actDate: "2026-11-21" },
      {},
      "actDate",
      "act_in_future",
    ],
    [
      ...(["extension", { closesOn: "2026-12-05", actDate: "2026-10-20" }, {}, "actDate"] as const),
      "act_before_publication",
    ],
    [
      ...(["extension", { closesOn: "2026-12-05", actDate: "2026-11-10" }] as const),
      ...([{ lastEndAct: "2026-11-12" }, "actDate", "before_earlier_act"] as const),
    ],
    ["suspension", { until: "2026-11-19" }, {}, "until", "until_passed"],
    ["rectification", {}, {}, "title", "nothing_changed"],
    ["rectification", { rectified: { ...call, title: " " } }, {}, "title", "missing"],
    ["reopening", { closesOn: "2026-11-30" }, { at: late }, "closesOn", "end_passed"],
    [
      ...(["reopening", { closesOn: "2026-12-10", scope: "placesLeft" }] as const),
      ...([{ at: late, taken: 60 }, "scope", "no_places_left"] as const),
    ],
  ] as const)("%s %j %j: %s %s", (kind, change, facts, field, reason) => {
    expect(decide(call, kind, change, facts)).toEqual({ ok: false, field, reason });
  });

  test("an extension after the end is no extension, whatever its act says", () => {
    const act = { closesOn: "2026-12-10", actDate: "2026-11-30" };
    expect(decide(call, "extension", act, { at: late })).toEqual({
      ok: false,
      reason: "already_closed",
    });
  });

  test("places left are opened for those who are asked for, while there are some", () => {
    const act = { closesOn: "2026-12-10", scope: "citizen" } as const;
    expect(decide(call, "reopening", act, { at: late, taken: 59 })).toMatchObject({
      ok: true,
      patch: { state: "published", reopened: "placesLeft", reopenedFor: ["citizen"] },
    });
    const only = { ...call, audiences: ["organisation"] };
    expect(decide(only, "reopening", act, { at: late })).toMatchObject({ reason: "not_for_them" });
    expect(decide({ ...call, places: null }, "reopening", act, { at: late })).toMatchObject({
      reason: "no_places_known",
    });
  });
});

const spans = fc.integer({ min: 1, max: 90 * 86_400_000 });
const ends = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }),
    time: fc.constantFrom("12:00:00", "23:59:59", "02:30:00"),
  })
  .map(({ day, time }) => {
    const end = endOfRomeDay(addDays("2026-01-01", day));
    const back = romeParts(end).time === time ? 0 : 86_399_000 - secondsOf(time) * 1000;
    return new Date(end.getTime() - back);
  });
const secondsOf = (time: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

test("ends of lines as forms send them are no change", () => {
  const { sheet } = call.content;
  const sent = (text: string) => ({
    ...call,
    content: { ...call.content, sheet: { ...sheet, howTo: text } },
  });
  expect(changesBetween(sent("Uno\nDue"), sent("Uno\r\nDue"))).toEqual([]);
  expect(changesBetween(sent("Uno\nDue"), sent("Uno\r\nTre"))).toHaveLength(1);
});

describe("the time that a suspension took is given back", () => {
  test("never less than was lost, at the same hour, on no Sunday or holiday, within days", () => {
    fc.assert(
      fc.property(ends, spans, spans, (closesAt, left, lost) => {
        const suspendedAt = new Date(closesAt.getTime() - left);
        const end = endGivenBack(
          { opensAt: null, closesAt, suspendedAt },
          new Date(suspendedAt.getTime() + lost),
        );
        const moved = (end?.getTime() ?? 0) - closesAt.getTime();
        expect(moved).toBeGreaterThanOrEqual(lost);
        expect(moved).toBeLessThan(lost + 5 * 86_400_000);
        expect(romeParts(end ?? closesAt).time).toBe(romeParts(closesAt).time);
        expect(isRestDay(romeDate(end ?? closesAt))).toBe(false);
      }),
    );
  });

  test("nothing where nothing was lost: before the opening, after the end, or without an end", () => {
    const closesAt = new Date("2026-11-30T11:00:00Z");
    const opensAt = new Date("2026-11-10T08:00:00Z");
    const early = new Date("2026-11-01T08:00:00Z");
    const from = (suspendedAt: Date, resumedAt: Date) =>
      endGivenBack({ opensAt, closesAt, suspendedAt }, resumedAt);
    expect(from(early, new Date("2026-11-05T08:00:00Z"))).toEqual(closesAt);
    expect(from(new Date("2026-12-01T08:00:00Z"), new Date("2026-12-05T08:00:00Z"))).toEqual(
      closesAt,
    );
    expect(endGivenBack({ opensAt, closesAt: null, suspendedAt: early }, closesAt)).toBeNull();
    // Two of the ten days lay within the term: it would have begun on the tenth.
    expect(from(early, new Date("2026-11-12T08:00:00Z"))).toEqual(new Date("2026-12-02T11:00:00Z"));
  });
});

describe("any run of acts", () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom(...ACT_KINDS),
      wait: fc.integer({ min: 1, max: 20 * 86_400_000 }),
      days: fc.integer({ min: -20, max: 60 }),
    }),
    { maxLength: 25 },
  );

  test("never moves an end back, never closes an open call before its time, and keeps to the table", () => {
    fc.assert(
      fc.property(steps, (run) => {
        let now = new Date("2026-11-01T08:00:00Z");
        let one = call;
        for (const { kind, wait, days } of run) {
          now = new Date(now.getTime() + wait);
          const closesOn = addDays(romeDate(one.closesAt ?? now), days);
          const verdict = decide(
            one,
            kind,
            { closesOn, until: addDays(romeDate(now), 5), actDate: romeDate(now) },
            { at: exact(now), newEnd: endOfRomeDay(closesOn) },
          );
          if (!verdict.ok) continue;
          const after = { ...one, ...verdict.patch };
          const end = (of: CallForAct) => of.closesAt?.getTime() ?? 0;
          expect(end(after)).toBeGreaterThanOrEqual(end(one));
          expect(CALL_STATES).toContain(after.state);
          expect(after.state === "suspended").toBe(after.suspendedAt !== null);
          if (kind === "extension" || kind === "reopening") {
            expect(isInTime(now, after.closesAt ?? now)).toBe(true);
          }
          if (one.state === "revoked") throw new Error("an act after the revocation");
          one = after;
        }
      }),
    );
  });
});
