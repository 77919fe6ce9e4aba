import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { hasCheckDigit, readBodyFiscalCode, readPartitaIva } from "@/lib/people/core/fiscal-code";
import { maskFiscalCode } from "@/lib/people/core/masked-code";
import {
  birthFrom,
  personCheckCharacter,
  readPersonFiscalCode,
  withoutOmocodia,
} from "@/lib/people/core/person-fiscal-code";

/** What the oracle says of a code. */
function oracle(kind: "codicefiscale" | "iva", code: string): boolean {
  const validator = stdnum.IT?.[kind];
  if (!validator) throw new Error("the oracle is missing");
  return validator.validate(code).isValid;
}

const letters = (length: number) =>
  fc.string({
    unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    minLength: length,
    maxLength: length,
  });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

/** The first fifteen characters of somebody born on a day that exists in every year. */
const fifteen = fc
  .tuple(
    letters(6),
    digits(2),
    fc.constantFrom(..."ABCDEHLMPRST"),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    letters(1),
    digits(3),
  )
  .map(
    ([name, year, month, day, female, letter, place]) =>
      `${name}${year}${month}${String(female ? day + 40 : day).padStart(2, "0")}${letter}${place}`,
  );

const withOmocodia = fc
  .tuple(fifteen, fc.uniqueArray(fc.constantFrom<number[]>(6, 7, 9, 10, 12, 13, 14)))
  .map(([code, places]) =>
    [...code]
      .map((character, index) =>
        places.includes(index) ? "LMNPQRSTUV".charAt(Number(character)) : character,
      )
      .join(""),
  );

describe("the fiscal code of a person", () => {
  it.each([
    ["RSSMRA85T10A562S", "1985-12-10", "M", "A562"],
    ["RCCMNL83S18D969H", "1983-11-18", "M", "D969"],
    ["MRTMTT25D09F205Z", "1925-04-09", "M", "F205"],
    ["BNCLCU70A41D612A", "1970-01-01", "F", "D612"],
  ])("reads %s", (code, date, sex, place) => {
    const reading = readPersonFiscalCode(code);
    const expected = code.slice(0, 15) + personCheckCharacter(code.slice(0, 15));
    expect(reading.ok).toBe(code === expected);
    expect(reading.ok).toBe(oracle("codicefiscale", code));
    expect(birthFrom(code, 2010)).toEqual({ date, sex, place });
  });

  it("agrees with the oracle on valid codes, with and without omocodia", () => {
    fc.assert(
      fc.property(withOmocodia, (start) => {
        const code = start + personCheckCharacter(start);
        expect(oracle("codicefiscale", code)).toBe(true);
        expect(readPersonFiscalCode(code)).toEqual({ ok: true, code, kind: "person" });
      }),
    );
  });

  it("agrees with the oracle when one character is changed", () => {
    const character = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    fc.assert(
      fc.property(withOmocodia, fc.nat(15), character, (start, at, wrong) => {
        const all = [...start, personCheckCharacter(start)];
        all[at] = wrong;
        const code = all.join("");
        const reading = readPersonFiscalCode(code);
        if (reading.ok) expect(oracle("codicefiscale", code)).toBe(true);
        if (!reading.ok && reading.reason === "wrong_check_character") {
          expect(oracle("codicefiscale", code)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("recognises one person under two codes", () => {
    expect(withoutOmocodia("RSSMRA85T10A56NH")).toBe("RSSMRA85T10A562S");
    expect(readPersonFiscalCode("RSSMRA85T10A56NH").ok).toBe(true);
  });

  it("is forgiving about spaces, dashes and case", () => {
    expect(readPersonFiscalCode(" rss mra 85t10 a562s ")).toEqual({
      ok: true,
      code: "RSSMRA85T10A562S",
      kind: "person",
    });
  });

  it.each<[string, string, Record<string, number>]>([
    ["", "empty", {}],
    ["RSSMRA85T10A562", "characters_missing", { written: 15, needed: 16 }],
    ["RSSMRA85T10A562SS", "too_many_characters", { written: 17, needed: 16 }],
    ["RSSMRA85T10A562X", "wrong_check_character", {}],
    ["RSSMRA85K10A562S", "wrong_check_character", {}],
    ["RSSMR185T10A562S", "wrong_characters", {}],
    ["1234567890", "digits_missing", { written: 10, needed: 11 }],
    ["123456789012", "too_many_digits", { written: 12, needed: 11 }],
    ["12345678901", "wrong_check_character", {}],
  ])("%j is refused: %s", (text, reason, params) => {
    expect(readPersonFiscalCode(text)).toEqual({ ok: false, reason, params });
  });

  it("refuses days that do not exist though the check character is right", () => {
    for (const start of ["RSSMRA85B30A562", "RSSMRA85T72A562", "RSSMRA85K10A562"]) {
      expect(readPersonFiscalCode(start + personCheckCharacter(start))).toEqual({
        ok: false,
        reason: "impossible_birth_date",
        params: {},
      });
    }
  });

  it("takes 29 February for the last leap year of those two figures", () => {
    const start = "RSSMRA00B29A562";
    expect(birthFrom(start + personCheckCharacter(start), 2010)?.date).toBe("2000-02-29");
    expect(birthFrom("RSSMRA24B29A562X", 2020)?.date).toBe("1924-02-29");
  });

  it("accepts the eleven digits of a provisional code", () => {
    expect(readPersonFiscalCode("92078410534")).toEqual({
      ok: true,
      code: "92078410534",
      kind: "provisional",
    });
  });
});

describe("codes of eleven digits", () => {
  it("agree with the oracle on partita IVA", () => {
    const eleven = fc.tuple(digits(7), digits(3), digits(1)).map((parts) => parts.join(""));
    fc.assert(
      fc.property(eleven, (code) => {
        fc.pre(!/^0+$/.test(code));
        expect(readPartitaIva(code).ok).toBe(oracle("iva", code));
      }),
      { numRuns: 2000 },
    );
  });

  it("have exactly one right check digit, and a wrong one for every single slip", () => {
    fc.assert(
      fc.property(digits(10), fc.nat(10), fc.integer({ min: 1, max: 9 }), (start, at, shift) => {
        const right = [..."0123456789"].filter((check) => hasCheckDigit(start + check));
        expect(right).toHaveLength(1);
        const all = [...start, ...right];
        all[at] = String((Number(all[at]) + shift) % 10);
        expect(hasCheckDigit(all.join(""))).toBe(false);
      }),
    );
  });

  it.each([
    ["00743110157", true],
    ["IT 00743110157", true],
    ["07643520567", true],
    ["00743110158", false],
    ["00000000000", false],
  ])("partita IVA %j: %s", (text, expected) => {
    expect(readPartitaIva(text).ok).toBe(expected);
  });

  it.each<[string, string, Record<string, number>]>([
    ["9207841053", "digits_missing", { written: 10, needed: 11 }],
    ["920784105341", "too_many_digits", { written: 12, needed: 11 }],
    ["9207841O534", "wrong_characters", {}],
    ["92078410535", "wrong_check_character", {}],
    ["RSSMRA85T10A562S", "person_instead_of_body", {}],
    ["00000000000", "not_assigned", {}],
    [" ", "empty", {}],
  ])("as the code of a body, %j is refused: %s", (text, reason, params) => {
    expect(readBodyFiscalCode(text)).toEqual({ ok: false, reason, params });
  });
});

describe("a masked code", () => {
  it("never shows more than its ends", () => {
    expect(maskFiscalCode("RSSMRA85T10A562S")).toBe("RSS••••••••••62S");
    fc.assert(
      fc.property(fifteen, (code) => {
        const masked = maskFiscalCode(code);
        expect(masked).toHaveLength(code.length);
        expect(masked.slice(3, -3)).toBe("•".repeat(code.length - 6));
      }),
    );
    expect(maskFiscalCode("123456")).toBe("••••••");
  });
});
