import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Remindable, reminderDue } from "@/lib/applications/core/reminders";
import { romeInstant } from "@/lib/kernel/rome-time";

const HOUR_MS = 3_600_000;

function rome(text: string): Date {
  const [day = "", time = ""] = text.split("T");
  const found = romeInstant(day, time);
  if (!("instant" in found)) throw new Error(text);
  return found.instant;
}

const end = rome("2026-11-30T12:00:00");
const draft: Remindable = {
  state: "draft",
  ...{ track: "organisation", nature: null, place: null },
  startedAt: new Date(end.getTime() - 500 * HOUR_MS),
  call: { state: "published", closesAt: end, reopenedFor: null, reopenedWithin: null },
  reminded: [],
};
const ahead = (hours: number) => new Date(end.getTime() - hours * HOUR_MS);

describe("a reminder", () => {
  test.each([
    [73, null],
    [72, 72],
    [24.1, 72],
    [24, 24],
    [0.1, 24],
    [0, null],
    [-1, null],
  ])("%d hours before the end: %s", (hours, due) => {
    expect(reminderDue(draft, ahead(hours))).toBe(due);
  });

  test("is not due twice, and what was missed gives way to the next", () => {
    expect(reminderDue({ ...draft, reminded: [72] }, ahead(30))).toBeNull();
    expect(reminderDue({ ...draft, reminded: [72] }, ahead(20))).toBe(24);
    expect(reminderDue({ ...draft, reminded: [24] }, ahead(20))).toBeNull();
  });

  test("is not for who has just begun, nor for whom the call stayed closed", () => {
    expect(reminderDue({ ...draft, startedAt: ahead(71) }, ahead(70))).toBeNull();
    expect(reminderDue({ ...draft, startedAt: ahead(71) }, ahead(23))).toBe(24);
    const reopened = { ...draft.call, reopenedFor: ["citizen"] };
    expect(reminderDue({ ...draft, call: reopened }, ahead(20))).toBeNull();
    const own = { ...draft.call, reopenedFor: ["organisation"] };
    expect(reminderDue({ ...draft, track: "informalGroup", call: own }, ahead(20))).toBe(24);
  });

  test("is for nobody whom the call stayed closed for, and for everybody else as without a part", () => {
    const codes = ["050029", "050002"];
    const part = fc.record({
      natures: fc.subarray(["aps", "odv"] as const),
      places: fc.subarray(codes).map((own) => (own.length > 0 ? [{ name: "x", codes: own }] : [])),
      seats: fc.constant(2),
    });
    const who = fc.record({
      track: fc.constantFrom(null, "citizen", "organisation", "informalGroup"),
      nature: fc.constantFrom(null, "aps", "odv", "firm"),
      place: fc.constantFrom(null, ...codes, "046017"),
    });
    fc.assert(
      fc.property(part, who, fc.double({ min: -1, max: 80, noNaN: true }), (within, one, left) => {
        const reopened = { ...draft.call, reopenedWithin: within };
        const due = reminderDue({ ...draft, ...one, call: reopened }, ahead(left));
        const kind = one.track === "organisation" ? one.nature : (one.track ?? null);
        const outside = (list: readonly string[], of: string | null) =>
          list.length > 0 && of !== null && !list.includes(of);
        const out =
          outside(within.natures, kind) ||
          outside(
            within.places.flatMap((place) => place.codes),
            one.place,
          );
        expect(due).toBe(out ? null : reminderDue({ ...draft, ...one }, ahead(left)));
      }),
    );
  });

  test.each(["suspended", "revoked", "underReview"] as const)("is silent while %s", (state) => {
    expect(reminderDue({ ...draft, call: { ...draft.call, state } }, ahead(20))).toBeNull();
  });

  test("is of hours that went by, also across the nights of the clock change", () => {
    // 72 hours before noon of the Monday after: the clock on the wall says 13:00 and 11:00.
    const autumn = { ...draft.call, closesAt: rome("2026-10-26T12:00:00") };
    const early = { ...draft, startedAt: rome("2026-10-01T12:00:00") };
    expect(reminderDue({ ...early, call: autumn }, rome("2026-10-23T12:59:59"))).toBeNull();
    expect(reminderDue({ ...early, call: autumn }, rome("2026-10-23T13:00:00"))).toBe(72);
    const spring = { ...draft.call, closesAt: rome("2027-03-29T12:00:00") };
    expect(reminderDue({ ...draft, call: spring }, rome("2027-03-26T10:59:59"))).toBeNull();
    expect(reminderDue({ ...draft, call: spring }, rome("2027-03-26T11:00:00"))).toBe(72);
  });
});

const event = fc.record({
  afterHours: fc.double({ min: 0.01, max: 30, noNaN: true }),
  what: fc.constantFrom("run", "run", "run", "extend", "suspend", "resume", "submit" as const),
  by: fc.integer({ min: 1, max: 100 }),
});

test("whatever happens, each comes once for each end, in its time, and none that a run saw is missing", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let [now, closesAt] = [end.getTime() - 200 * HOUR_MS, end.getTime()];
      let [callState, state]: [Remindable["call"]["state"], Remindable["state"]] = [
        "published",
        "draft",
      ];
      const sent: { hours: number; end: number; at: number }[] = [];
      for (const { afterHours, what, by } of events) {
        now += afterHours * HOUR_MS;
        if (what === "extend" && now < closesAt) closesAt += by * HOUR_MS;
        if (what === "suspend") callState = "suspended";
        if (what === "resume") callState = "published";
        if (what === "submit") state = "submitted";
        if (what !== "run") continue;
        const reminded = sent.filter((one) => one.end === closesAt).map(({ hours }) => hours);
        const call = {
          state: callState,
          closesAt: new Date(closesAt),
          reopenedFor: null,
          reopenedWithin: null,
        };
        const due = reminderDue({ ...draft, state, call, reminded }, new Date(now));
        if (due) sent.push({ hours: due, end: closesAt, at: now });
        // What a run leaves unsaid was said before, or has no reason to be said.
        const left = (closesAt - now) / HOUR_MS;
        const window = left <= 0 || left > 72 ? null : left <= 24 ? 24 : 72;
        if (window && callState === "published" && state === "draft") {
          expect(sent.some((one) => one.hours === window && one.end === closesAt)).toBe(true);
        } else expect(due).toBeNull();
      }
      const keys = sent.map(({ hours, end: at }) => `${hours} ${at}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { hours, end: at, at: told } of sent) {
        expect(told).toBeLessThan(at);
        expect(told).toBeGreaterThanOrEqual(at - hours * HOUR_MS);
      }
    }),
    { numRuns: 1000 },
  );
});
