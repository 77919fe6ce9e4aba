import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Deadline,
  deadlineSentence,
  isInTime,
  microsOf,
  phaseOf,
} from "@/lib/calls/core/deadline";
import { endOfRomeDay } from "@/lib/kernel/rome-time";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const noon = new Date("2026-11-30T11:00:00Z");

const fixed = (
  closesAt: Date,
  more: Partial<Extract<Deadline, { kind: "fixed" }>> = {},
): Deadline => ({
  kind: "fixed",
  closesAt,
  precision: "hour",
  peremptory: true,
  reopened: null,
  ...more,
});

describe("the sentence of a deadline", () => {
  it.each<[string, Deadline, string]>([
    [
      "with an hour",
      fixed(noon),
      "Puoi presentare la candidatura fino a lunedì 30 novembre 2026, ore 12:00:00 (ora italiana). Fa fede l’orario del sistema.",
    ],
    [
      "rectified while open, 13:00 of 30 November 2022",
      fixed(new Date("2022-11-30T12:00:00Z")),
      "Puoi presentare la candidatura fino a mercoledì 30 novembre 2022, ore 13:00:00 (ora italiana). Fa fede l’orario del sistema.",
    ],
    [
      "with no hour, on the day of the clock change",
      fixed(endOfRomeDay("2022-03-27"), { precision: "endOfDay" }),
      "Puoi presentare la candidatura fino a domenica 27 marzo 2022, fine giornata (ore 23:59:59), ora italiana. Fa fede l’orario del sistema.",
    ],
    [
      "with no hour, on the day of 25 hours",
      fixed(endOfRomeDay("2026-10-25"), { precision: "endOfDay" }),
      "Puoi presentare la candidatura fino a domenica 25 ottobre 2026, fine giornata (ore 23:59:59), ora italiana. Fa fede l’orario del sistema.",
    ],
    [
      "not peremptory",
      fixed(endOfRomeDay("2019-12-20"), { precision: "endOfDay", peremptory: false }),
      "Puoi presentare la candidatura fino a venerdì 20 dicembre 2019, fine giornata (ore 23:59:59), ora italiana. Le candidature che arrivano dopo sono accettate e segnate come tardive. Fa fede l’orario del sistema.",
    ],
    [
      "re-opened for the places left",
      fixed(noon, { reopened: "placesLeft" }),
      "Il termine è stato riaperto solo per i posti rimasti. Puoi presentare la candidatura fino a lunedì 30 novembre 2026, ore 12:00:00 (ora italiana). Fa fede l’orario del sistema.",
    ],
    [
      "rolling with a cut-off",
      { kind: "rolling", nextCutOff: endOfRomeDay("2023-10-26"), precision: "hour" },
      "Puoi presentare la candidatura in ogni momento. La prossima valutazione comprende le candidature arrivate fino a giovedì 26 ottobre 2023, ore 23:59:59 (ora italiana). Fa fede l’orario del sistema.",
    ],
    [
      "rolling without a cut-off yet",
      { kind: "rolling", nextCutOff: null, precision: "hour" },
      "Puoi presentare la candidatura in ogni momento. Fa fede l’orario del sistema.",
    ],
  ])("%s", (_, deadline, expected) => {
    expect(plain(deadlineSentence(deadline, "it"))).toBe(expected);
  });

  it("says the same in English", () => {
    expect(deadlineSentence(fixed(noon), "en")).toBe(
      "You can apply until Monday 30 November 2026, 12:00:00 (Italian time). The clock of this system decides.",
    );
  });
});

describe("the last good second", () => {
  it.each([
    ["2026-11-30T10:59:59.999999Z", true],
    ["2026-11-30T11:00:00Z", true],
    ["2026-11-30T11:00:00.9Z", true],
    ["2026-11-30 12:00:00.999999+01", true],
    ["2026-11-30 12:00:01+01", false],
    ["2026-11-30T12:00:01.000000+01:00", false],
    ["2026-11-30T11:00:33Z", false],
  ])("%s: %s", (receivedAt, expected) => {
    expect(isInTime(receivedAt, noon)).toBe(expected);
  });

  it("decides by whole seconds, whatever the microseconds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 0, max: 999_999 }),
        (second, after, micros) => {
          const closesAt = new Date(second * 1000);
          const receivedAt = BigInt(second + after) * 1_000_000n + BigInt(micros);
          expect(isInTime(receivedAt, closesAt)).toBe(after <= 0);
        },
      ),
    );
  });

  it("reads the same moment from every way of writing it", () => {
    expect(microsOf("2026-11-30 12:00:00.25+01")).toBe(microsOf("2026-11-30T11:00:00.250000Z"));
    expect(microsOf(noon)).toBe(microsOf("2026-11-30T11:00:00Z"));
    expect(() => microsOf("2026-11-30 12:00:00")).toThrow(RangeError);
    expect(() => microsOf("tomorrow")).toThrow(RangeError);
  });
});

describe("the phase of a call", () => {
  const call = { opensAt: new Date("2026-10-28T08:00:00Z"), closesAt: noon };

  it.each([
    ["2026-10-28T07:59:59.999Z", "upcoming"],
    ["2026-10-28T08:00:00Z", "open"],
    ["2026-11-29T22:59:59Z", "open"],
    ["2026-11-29T23:00:00Z", "closesToday"],
    ["2026-11-30T11:00:00.999Z", "closesToday"],
    ["2026-11-30T11:00:01Z", "closed"],
  ])("at %s is %s", (now, expected) => {
    expect(phaseOf(call, new Date(now))).toBe(expected);
  });

  it("never closes without a closing moment", () => {
    expect(phaseOf({ ...call, closesAt: null }, new Date("2090-01-01T00:00:00Z"))).toBe("open");
  });

  it("is open for exactly those whom the last good second lets in", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), (ms) => {
        const now = new Date(noon.getTime() + ms);
        expect(phaseOf(call, now) !== "closed").toBe(isInTime(now, noon));
      }),
    );
  });
});
