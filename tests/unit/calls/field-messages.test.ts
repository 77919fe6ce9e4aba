import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { FORM_ERROR_CODES } from "@/lib/calls/core/form-field-errors";
import en from "@/lib/i18n/messages/en/fields.json";
import it_ from "@/lib/i18n/messages/it/fields.json";
import { EMAIL_PROBLEMS } from "@/lib/kernel/email-address";
import { FISCAL_CODE_PROBLEMS } from "@/lib/people/core/fiscal-code";
import { PHONE_PROBLEMS } from "@/lib/people/core/phone";
import { RUNTS_PROBLEMS } from "@/lib/people/core/runts";

const codes = [
  ...FORM_ERROR_CODES,
  ...EMAIL_PROBLEMS.map((one) => `email.${one}`),
  ...PHONE_PROBLEMS.map((one) => `phone.${one}`),
  ...RUNTS_PROBLEMS.map((one) => `runts.${one}`),
  ...FISCAL_CODE_PROBLEMS.map((one) => `fiscalCode.${one}`),
].sort();

const params = {
  written: 10,
  needed: 11,
  max: 1,
  min: 2,
  decimals: 0,
  row: 1,
  count: 0,
  column: "Contributo",
  sum: 5,
  total: 5,
  share: 80,
};

function keysIn(catalogue: object, prefix = ""): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "object" ? keysIn(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe.each([
  ["it", it_],
  ["en", en],
] as const)("the sentences about wrong answers in %s", (locale, fields) => {
  it("are there for every code and for no other", () => {
    expect(keysIn(fields).sort()).toEqual(codes);
  });

  it("can all be told", () => {
    const tell = createTranslator({ locale, messages: { fields }, namespace: "fields" });
    for (const code of codes) {
      const sentence = tell(code as "required", params);
      expect(sentence, code).toMatch(/([.?]|(esempio|example)\.it)$/);
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});

describe("the sentence about a code that is too short", () => {
  it("counts what was written", () => {
    const tell = createTranslator({ locale: "it", messages: { fields: it_ }, namespace: "fields" });
    expect(tell("fiscalCode.digits_missing", { written: 10, needed: 11 })).toBe(
      "Hai scritto 10 cifre: ne servono 11. Controlla se ne manca una.",
    );
  });
});
