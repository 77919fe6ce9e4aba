import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applicationCode,
  normaliseCode,
  parseRegisterNumber,
  registerNumber,
  verificationCode,
} from "@/lib/kernel/codes";
import { isUuid, uuidV7 } from "@/lib/kernel/ids";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const code = bytes(12).map(verificationCode);
const ALPHABET = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

describe("UUID version 7", () => {
  it("gives the example of RFC 9562", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x58, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("is one by the standard, keeps the time and sorts by it", () => {
    const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(ms, ms, bytes(10), bytes(10), (a, b, randomA, randomB) => {
        const [first, second] = [uuidV7(a, randomA), uuidV7(b, randomB)];
        expect(first).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(isUuid(first)).toBe(true);
        expect(Number.parseInt(first.replace("-", "").slice(0, 12), 16)).toBe(a);
        if (a < b) expect(first < second).toBe(true);
      }),
    );
  });

  it("refuses too little randomness and impossible times", () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(0.5, new Uint8Array(10))).toThrow(RangeError);
  });
});

describe("verification codes", () => {
  it("look alike and are read back", () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
        expect(normaliseCode(one)).toEqual({ ok: true, code: one });
      }),
    );
  });

  it("use all 60 bits: different randomness, different code", () => {
    const five = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(five, five, (a, b) => {
        const same = verificationCode(Uint8Array.from(a)) === verificationCode(Uint8Array.from(b));
        expect(same).toBe(a.join() === b.join());
      }),
    );
  });

  it("are read as people type them", () => {
    const habits = fc.record({
      lower: fc.boolean(),
      separator: fc.constantFrom("", " ", "-", " - ", "\u2013"),
      o: fc.constantFrom("0", "O", "o"),
      i: fc.constantFrom("1", "I", "l", "L", "i"),
    });
    fc.assert(
      fc.property(code, habits, (one, habit) => {
        const typed = (habit.lower ? one.toLowerCase() : one)
          .replaceAll("-", habit.separator)
          .replaceAll("0", habit.o)
          .replaceAll("1", habit.i);
        expect(normaliseCode(` ${typed} `)).toEqual({ ok: true, code: one });
      }),
    );
  });

  it("catch every wrong character", () => {
    fc.assert(
      fc.property(code, fc.nat(12), fc.constantFrom(...ALPHABET), (one, at, wrong) => {
        const characters = [...one.replaceAll("-", "")];
        fc.pre(characters[at] !== wrong);
        characters[at] = wrong;
        expect(normaliseCode(characters.join(""))).toEqual({ ok: false, reason: "wrong_check" });
      }),
    );
  });

  it("catch every exchange of two characters", () => {
    fc.assert(
      fc.property(code, fc.nat(12), fc.nat(12), (one, a, b) => {
        const characters = [...one.replaceAll("-", "")];
        const [atA, atB] = [characters[a] ?? "", characters[b] ?? ""];
        fc.pre(atA !== atB);
        [characters[a], characters[b]] = [atB, atA];
        expect(normaliseCode(characters.join("")).ok).toBe(false);
      }),
    );
  });

  it("say what is wrong", () => {
    expect(normaliseCode(" - ")).toEqual({ ok: false, reason: "empty" });
    expect(normaliseCode("K7QF-3M2X-9D4P")).toEqual({ ok: false, reason: "too_short" });
    expect(normaliseCode("K7QF-3M2X-9D4P-77")).toEqual({ ok: false, reason: "too_long" });
    expect(normaliseCode("K7QF-3M2X-9D4P-<")).toEqual({ ok: false, reason: "wrong_character" });
  });
});

describe("numbers that people quote", () => {
  it("format application codes and register numbers", () => {
    expect(applicationCode("AVC", 2026, 42)).toBe("AVC-2026-0042");
    expect(applicationCode("AVC", 2026, 12_345)).toBe("AVC-2026-12345");
    expect(registerNumber(42, 2026)).toBe("0000042/2026");
    expect(registerNumber(12_345_678, 2026)).toBe("12345678/2026");
    expect(() => registerNumber(0, 2026)).toThrow(RangeError);
    expect(() => applicationCode("av-c", 2026, 1)).toThrow(RangeError);
  });

  it("read register numbers back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
        expect(parseRegisterNumber(registerNumber(number, 2026))).toEqual({ number, year: 2026 });
      }),
    );
    for (const wrong of ["", "0/2026", "42", "42/26", "-1/2026"]) {
      expect(parseRegisterNumber(wrong), wrong).toBeNull();
    }
  });
});
