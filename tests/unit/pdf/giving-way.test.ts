import fc from "fast-check";
import { expect, test } from "vitest";
import { restAfter, sharedInARow } from "@/lib/pdf/giving-way";

const ms = fc.double({ min: 0.1, max: 30_000, noNaN: true });
const row = fc.nat({ max: 10_000 });

test("on a free machine documents follow each other at once, whatever came before", () =>
  fc.assert(
    fc.property(
      row,
      ms,
      fc.double({ min: 0.75, max: 1.2, noNaN: true }),
      (before, clock, share) => {
        const inARow = sharedInARow(before, clock, clock * share);
        for (const last of [true, false]) expect(restAfter(inARow, clock, last)).toBe(0);
      },
    ),
  ));

test("on a shared one the others get more with each document, but no document waits long for the next", () =>
  fc.assert(
    fc.property(row, ms, fc.double({ min: 0, max: 0.74, noNaN: true }), (before, clock, share) => {
      const inARow = sharedInARow(before, clock, clock * share);
      expect(inARow).toBe(before + 1);
      expect(restAfter(inARow, clock, true)).toBe(2_000);
      const rest = restAfter(inARow, clock, false);
      expect(rest).toBeGreaterThanOrEqual(Math.min(500, restAfter(before, clock, false)));
      expect(rest).toBeLessThanOrEqual(500);
      expect(rest === 500 || rest >= clock).toBe(true);
    }),
  ));
