import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { identifierAskedOf, LEGAL_NATURES, mustListMembers } from "@/lib/people/core/legal-nature";
import { readPhone } from "@/lib/people/core/phone";
import { mayCountAsEnrolled, readRuntsNumber } from "@/lib/people/core/runts";

describe("an e-mail address", () => {
  it.each([
    ["Lucia.Bianchi@Passaparola.Example", "lucia.bianchi@passaparola.example"],
    ["  info@coeso.example ", "info@coeso.example"],
    ["anna+cantieri@posta.co.uk", "anna+cantieri@posta.co.uk"],
    ["o'brien@esempio.it", "o'brien@esempio.it"],
    ["ｉｎｆｏ＠ｅｓｅｍｐｉｏ．ｉｔ", "info@esempio.it"],
    ["a@xn--caff-8oa.it", "a@xn--caff-8oa.it"],
    ["ﬁocco@esempio.it", "fiocco@esempio.it"],
  ])("%j becomes %j", (text, address) => {
    expect(readEmailAddress(text)).toEqual({ ok: true, address });
  });

  it.each([
    ["", "empty"],
    ["info.esempio.it", "no_at"],
    ["a@b@esempio.it", "several_ats"],
    ["vittima@esempio.it＠attacco.it", "several_ats"],
    ['"a@b"@esempio.it', "several_ats"],
    ['"anna rossi"@esempio.it', "wrong_character"],
    ['"anna"@esempio.it', "wrong_name"],
    ["a,b@esempio.it", "wrong_name"],
    ["a(commento)@esempio.it", "wrong_name"],
    [".anna@esempio.it", "wrong_name"],
    ["anna..rossi@esempio.it", "wrong_name"],
    ["@esempio.it", "wrong_name"],
    ["anna@esempio", "wrong_domain"],
    ["anna@", "wrong_domain"],
    ["anna@-esempio.it", "wrong_domain"],
    ["anna@esempio..it", "wrong_domain"],
    ["anna@[127.0.0.1]", "wrong_domain"],
    ["anna@127.0.0.1", "wrong_domain"],
    ["anna@esempio.it\nBcc: tutti@esempio.it", "wrong_character"],
    ["annà@esempio.it", "wrong_character"],
    ["аnna@esempio.it", "wrong_character"],
    [`${"a".repeat(65)}@esempio.it`, "too_long"],
    [`a@${"b".repeat(60)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.it`, "too_long"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readEmailAddress(text)).toEqual({ ok: false, reason });
  });

  it("accepted once is accepted again, unchanged, with one ASCII at sign", () => {
    const near = fc
      .tuple(fc.string({ unit: "grapheme" }), fc.constantFrom("@", "＠", "@@"), fc.domain())
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), near), (text) => {
        const reading = readEmailAddress(text);
        if (!reading.ok) return;
        expect(reading.address).toMatch(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+$/);
        expect(readEmailAddress(reading.address)).toEqual(reading);
        expect(readEmailAddress(text.toUpperCase())).toEqual(reading);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a telephone number", () => {
  it.each([
    ["0564 000 000", "+390564000000"],
    ["+39 333 000 0000", "+393330000000"],
    ["0039-333-0000000", "+393330000000"],
    ["(0564) 000.000", "+390564000000"],
    ["+40 721 000 000", "+40721000000"],
  ])("%j becomes %j", (text, number) => {
    expect(readPhone(text)).toEqual({ ok: true, number });
    expect(readPhone(number)).toEqual({ ok: true, number });
  });

  it.each([
    ["", "empty"],
    ["333 000 ooo", "wrong_character"],
    ["3+33", "wrong_character"],
    ["112", "too_short"],
    ["+39 3330 0000 0000 0000", "too_long"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readPhone(text)).toEqual({ ok: false, reason });
  });
});

describe("the register of the third sector", () => {
  it.each([
    ["12345", "12345"],
    ["n. 12345", "12345"],
    ["Rep. n° 012.345", "12345"],
    ["Repertorio numero 7", "7"],
  ])("reads %j", (text, number) => {
    expect(readRuntsNumber(text)).toEqual({ ok: true, number });
  });

  it.each([
    ["", "empty"],
    ["boh", "wrong_character"],
    ["12345678", "too_long"],
  ])("refuses %j: %s", (text, reason) => {
    expect(readRuntsNumber(text)).toEqual({ ok: false, reason });
  });

  it("counts months back from the day that the call names", () => {
    expect(mayCountAsEnrolled("2026-05-30", "2026-11-30", 6)).toEqual({ ok: true });
    expect(mayCountAsEnrolled("2026-05-31", "2026-11-30", 6)).toEqual({
      ok: false,
      reason: "enrolled_too_recently",
    });
    expect(mayCountAsEnrolled("2026-12-01", "2026-11-30", 0)).toEqual({
      ok: false,
      reason: "not_enrolled",
    });
    expect(mayCountAsEnrolled(null, "2026-11-30", 6)).toEqual({
      ok: false,
      reason: "not_enrolled",
    });
  });
});

describe("what may be asked of whom", () => {
  const identifiers = ["fiscalCode", "partitaIva", "runts", "pec"] as const;

  it("never asks an informal group for codes, nor requires them of a committee", () => {
    for (const identifier of identifiers) {
      expect(identifierAskedOf("informalGroup", identifier)).toBe("never");
      expect(identifierAskedOf("committee", identifier)).toBe("optional");
    }
  });

  it("asks only those who can be enrolled for the register", () => {
    const asked = LEGAL_NATURES.filter(
      (one) => identifierAskedOf(one, "runts") === "asTheFormSays",
    );
    expect(asked).not.toContain("publicBody");
    expect(asked).toContain("aps");
  });

  it("asks for the members where no code identifies the group", () => {
    expect(LEGAL_NATURES.filter((one) => mustListMembers(one, false))).toEqual([
      "committee",
      "informalGroup",
    ]);
    expect(mustListMembers("committee", true)).toBe(false);
  });
});
