import fc from "fast-check";
import { expect, test } from "vitest";
import { restAfter } from "@/lib/pdf/giving-way";

const ms = fc.double({ min: 0.1, max: 30_000, noNaN: true });

test("on a free machine documents follow each other at once", () =>
  fc.assert(
    fc.property(ms, fc.double({ min: 0.75, max: 1.2, noNaN: true }), (clock, share) => {
      expect(restAfter(clock, clock * share)).toBe(0);
    }),
  ));

test("on a shared one the others get three times as long, but no document waits for minutes", () =>
  fc.assert(
    fc.property(ms, fc.double({ min: 0, max: 0.74, noNaN: true }), (clock, share) => {
      expect(restAfter(clock, clock * share)).toBe(Math.min(2_000, 3 * clock));
    }),
  ));
