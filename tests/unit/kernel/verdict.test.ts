import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";

const verdict: fc.Arbitrary<Verdict<string>> = fc.oneof(
  fc.constant(allowed),
  fc.string({ minLength: 1 }).map((reason) => refused(reason)),
);

describe("firstRefusal", () => {
  it("allows exactly when every verdict allows", () => {
    fc.assert(
      fc.property(fc.array(verdict), (all) => {
        expect(firstRefusal(...all).ok).toBe(all.every((one) => one.ok));
      }),
    );
  });

  it("gives the earliest reason, whatever follows it", () => {
    fc.assert(
      fc.property(fc.array(fc.constant(allowed)), fc.array(verdict), (before, after) => {
        expect(firstRefusal<string>(...before, refused("wrong_state"), ...after)).toEqual({
          ok: false,
          reason: "wrong_state",
        });
      }),
    );
  });
});
