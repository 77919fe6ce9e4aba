import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lostTime,
  mayRecord,
  type OutageTimes,
  proposedEnd,
  type Term,
} from "@/lib/calls/core/outages";
import { isRestDay } from "@/lib/kernel/holidays";
import { endOfRomeDay, romeParts } from "@/lib/kernel/rome-time";

const HOUR = 3_600_000;
const at = (text: string) => new Date(text);
const later = at("2030-01-01T00:00:00Z");
const term = (closesAt: string): Term => ({
  opensAt: at("2026-11-01T08:00:00Z"),
  closesAt: at(closesAt),
});
const outage = (startedAt: string, endedAt: string): OutageTimes => ({
  startedAt: at(startedAt),
  endedAt: at(endedAt),
});

describe("the end that an outage calls for", () => {
  // Monday 30 November 2026, 12:00:00.
  const noon = term("2026-11-30T11:00:00Z");

  it.each([
    ["a short one two weeks before", "2026-11-15T10:00:00Z", "2026-11-15T10:40:00Z", null],
    [
      "two hours a week before: the next working day",
      "2026-11-20T10:00:00Z",
      "2026-11-20T12:00:00Z",
      "2026-12-01T11:00:00Z",
    ],
    [
      "two days a week before",
      "2026-11-20T10:00:00Z",
      "2026-11-22T10:00:00Z",
      "2026-12-02T11:00:00Z",
    ],
    [
      "ten minutes in the last hour: a whole day again",
      "2026-11-30T10:45:00Z",
      "2026-11-30T10:55:00Z",
      "2026-12-01T11:00:00Z",
    ],
    [
      "until three hours after the end: a day after it works",
      "2026-11-30T10:00:00Z",
      "2026-11-30T14:00:00Z",
      "2026-12-02T11:00:00Z",
    ],
    ["all before the opening", "2026-10-20T10:00:00Z", "2026-10-21T10:00:00Z", null],
    ["all after the end", "2026-11-30T11:00:01Z", "2026-11-30T20:00:00Z", null],
    [
      "the last good second alone",
      "2026-11-30T11:00:00Z",
      "2026-11-30T11:00:30Z",
      "2026-12-02T11:00:00Z",
    ],
  ])("%s", (_, from, to, expected) => {
    const proposed = proposedEnd(noon, [outage(from, to)], later);
    expect(proposed?.toISOString().replace(".000", "") ?? null).toBe(expected);
  });

  it("passes over Sundays and holidays", () => {
    const christmasEve = term("2026-12-24T11:00:00Z");
    const proposed = proposedEnd(
      christmasEve,
      [outage("2026-12-24T09:00:00Z", "2026-12-24T10:00:00Z")],
      later,
    );
    // 25, 26 and Sunday 27 December fall out.
    expect(proposed).toEqual(at("2026-12-28T11:00:00Z"));
  });

  it("ends the day with its last second, also over the night of the clock change", () => {
    const saturday = { opensAt: at("2026-10-01T08:00:00Z"), closesAt: endOfRomeDay("2026-10-24") };
    const lost = [outage("2026-10-24T18:00:00Z", "2026-10-24T20:00:00Z")];
    expect(proposedEnd(saturday, lost, later)).toEqual(endOfRomeDay("2026-10-26"));
  });

  it("says nothing while the outage lasts, nor for a call without an end", () => {
    const lasting = [{ startedAt: at("2026-11-30T10:00:00Z"), endedAt: null }];
    expect(proposedEnd(noon, lasting, at("2026-11-30T10:50:00Z"))).toBeNull();
    expect(proposedEnd({ ...noon, closesAt: null }, lasting, later)).toBeNull();
  });
});

const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
const terms = fc
  .record({ closes: instants, days: fc.integer({ min: 1, max: 60 }) })
  .map(({ closes, days }): { opensAt: Date; closesAt: Date } => {
    const closesAt = new Date(Math.floor(closes / 60_000) * 60_000);
    return { opensAt: new Date(closesAt.getTime() - days * 24 * HOUR), closesAt };
  });
const spans = fc.array(
  fc.record({
    from: fc.integer({ min: -70 * 24, max: 72 }),
    hours: fc.integer({ min: 1, max: 80 }),
  }),
  { minLength: 1, maxLength: 5 },
);

describe("any outages of any term", () => {
  it("never shorten, give back all that was lost, at the same hour, on a day that works", () => {
    fc.assert(
      fc.property(terms, spans, (of, all) => {
        const outages = all.map(({ from, hours }) => ({
          startedAt: new Date(of.closesAt.getTime() + from * HOUR),
          endedAt: new Date(of.closesAt.getTime() + (from + hours) * HOUR),
        }));
        const proposed = proposedEnd(of, outages, later);
        if (proposed === null) return;
        const given = proposed.getTime() - of.closesAt.getTime();
        expect(given).toBeGreaterThan(0);
        // The last good second is counted as lost; the hour of a day of 23 hours is not.
        expect(given).toBeGreaterThanOrEqual(lostTime(of, outages, later) - 1000);
        const [before, after] = [romeParts(of.closesAt), romeParts(proposed)];
        expect(after.time).toBe(before.time);
        expect(isRestDay(after.date)).toBe(false);
      }),
    );
  });

  it("count no moment twice, and never more than the term", () => {
    fc.assert(
      fc.property(terms, spans, (of, all) => {
        const outages = all.map(({ from, hours }) => ({
          startedAt: new Date(of.closesAt.getTime() + from * HOUR),
          endedAt: new Date(of.closesAt.getTime() + (from + hours) * HOUR),
        }));
        const once = lostTime(of, outages, later);
        expect(lostTime(of, [...outages, ...outages], later)).toBe(once);
        expect(once).toBeLessThanOrEqual(of.closesAt.getTime() + 1000 - of.opensAt.getTime());
      }),
    );
  });
});

describe("writing an outage down", () => {
  const now = at("2026-11-30T12:00:00Z");

  it.each([
    ["2026-11-30T11:00:00Z", "2026-11-30T12:00:00Z", undefined],
    ["2026-11-30T11:00:00Z", null, undefined],
    ["2026-11-30T12:00:01Z", null, "in_the_future"],
    ["2026-11-30T11:00:00Z", "2026-11-30T12:00:01Z", "in_the_future"],
    ["2026-11-30T11:00:00Z", "2026-11-30T11:00:00Z", "ends_before_start"],
  ])("from %s to %s: %s", (from, to, reason) => {
    const verdict = mayRecord({ startedAt: at(from), endedAt: to ? at(to) : null }, now);
    expect(verdict.ok ? undefined : verdict.reason).toBe(reason);
  });
});
