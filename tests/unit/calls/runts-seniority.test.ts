import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { readForm } from "@/lib/calls/core/form-visibility";
import { enrolledSinceIn, latestEnrolment, withSeniority } from "@/lib/calls/core/runts-seniority";
import { addDays, addMonths } from "@/lib/kernel/local-date";

const rules = { runtsRequired: true, runtsMonths: 6 };
const publishedAt = new Date("2026-11-20T09:00:00Z");
const asking = Object.values(FORM_TEMPLATES).find((form) => enrolledSinceIn(form));
const both = (text: string) => ({ it: text, en: text });

describe("months in RUNTS", () => {
  test("are reached exactly by those whose months have passed on the day of the call", () => {
    const days = fc.integer({ min: -800, max: 800 }).map((at) => addDays("2026-02-28", at));
    const property = fc.property(
      days,
      fc.integer({ min: 1, max: 36 }),
      days,
      (on, months, since) => {
        expect(since <= latestEnrolment(on, months)).toBe(addMonths(since, months) <= on);
      },
    );
    fc.assert(property, { numRuns: 2_000 });
  });

  test.each([
    ["2026-11-20", 6, "2026-05-20"],
    ["2026-02-28", 6, "2025-08-31"],
    ["2026-08-31", 6, "2026-02-28"],
    ["2028-02-29", 12, "2027-02-28"],
  ])("on %s, %i months: by %s", (on, months, latest) => {
    expect(latestEnrolment(on, months)).toBe(latest);
  });

  test("who came later is told the day and the way out, at once", () => {
    if (!asking) throw new Error("no template asks since when");
    const form = withSeniority(asking, rules, publishedAt);
    const excludedOn = (runtsSince: string) =>
      readForm(form, "organisation", { inRunts: true, runtsSince }).excluded.map(
        ({ id, message }) => [id, message.it],
      );
    expect(excludedOn("2026-05-20")).toEqual([]);
    const [[id, words] = []] = excludedOn("2026-05-21");
    expect(id).toBe("runtsSeniority");
    expect(words).toContain("da almeno 6 mesi, cioè dal 20 maggio 2026 o da prima");
    expect(words).toContain("partner");
  });

  test("are asked in a block about the organisation as well", () => {
    const block: Field = {
      ...{ id: "org", type: "organisation", required: true, retentionDays: 1 },
      ...{ label: both("Ente"), purpose: both("Prova"), visibility: "reviewer" },
      parts: [
        { id: "legalNature", required: true },
        { id: "runtsSince", required: true },
      ],
    };
    const section = { id: "s", step: "general", title: both("S"), fields: [block] } as const;
    const form: FormDefinition = { version: 1, sections: [section] };
    const with6 = withSeniority(form, rules, publishedAt);
    const excluded = (runtsSince: string) =>
      readForm(with6, "organisation", { org: { legalNature: "aps", runtsSince } }).excluded.length;
    expect([excluded("2026-05-20"), excluded("2026-10-01")]).toEqual([0, 1]);
  });

  test("are nothing where the regime asks for none, or the call is not public", () => {
    if (!asking) throw new Error("no template asks since when");
    expect(withSeniority(asking, { ...rules, runtsMonths: 0 }, publishedAt)).toBe(asking);
    expect(withSeniority(asking, { ...rules, runtsRequired: false }, publishedAt)).toBe(asking);
    expect(withSeniority(asking, rules, null)).toBe(asking);
  });
});
