import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { integrate, openQuestions } from "@/lib/applications/core/integration-answers";
import {
  dependentsOf,
  type IntegrationItem,
  integrationForm,
  pathOf,
  placeOf,
} from "@/lib/applications/core/integration-items";
import {
  integrationStatus,
  isSameApplicant,
  mayAnswer,
  mayCancel,
  mayExtend,
  mayPrepare,
} from "@/lib/applications/core/integration-rules";
import { INTEGRATION_STATES } from "@/lib/applications/core/integration-states";
import {
  EXTENSION_DAYS,
  integrationDays,
  integrationEnd,
  termChoices,
} from "@/lib/applications/core/integration-term";
import { APPLICATION_STATES } from "@/lib/applications/core/states";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { visibleFields } from "@/lib/calls/core/form-visibility";
import { isRestDay } from "@/lib/kernel/holidays";
import { addDays } from "@/lib/kernel/local-date";
import { sampleForm } from "../../support/sample-form";

const both = (text: string) => ({ it: text, en: text });
const partners = {
  id: "partners",
  type: "group",
  label: both("Partner"),
  rowLabel: both("Partner"),
  purpose: both("Valutare"),
  visibility: "reviewer",
  retentionDays: 365,
  required: false,
  parts: [
    { id: "name", type: "text", label: both("Nome"), required: true },
    { id: "role", type: "text", label: both("Ruolo"), required: false },
  ],
} as const;

/** The small form with a question that has rows. */
const definition: FormDefinition = {
  ...sampleForm,
  sections: sampleForm.sections.map((section) =>
    section.id === "answers" ? { ...section, fields: [...section.fields, partners] } : section,
  ),
};
const rows = [{ name: "Uno" }, { name: "Due", role: "capofila" }, { name: "Tre" }];
const sent = {
  citizen: { firstName: "Lucia", age: "minor", guardian: "Anna Bianchi" },
  answers: { why: "Perché serve", paper: ["file-1"], partners: rows },
  declarations: { truth: true },
};
const municipalities: ReadonlySet<string> = new Set();
const base = { definition, track: "citizen", sent, municipalities } as const;
const item = (path: string): IntegrationItem => ({ ...placeOf(path), missing: "Manca qualcosa." });

const paths = ["firstName", "age", "guardian", "why", "paper", "partners", "partners_1", "truth"];
const anyAnswer = fc.oneof(
  fc.string(),
  fc.constantFrom("adult", "minor", "younger", null, true),
  fc.constant([{ name: "Nuovo" }]),
);
const asked = fc
  .uniqueArray(fc.constantFrom(...paths), { minLength: 1 })
  .filter((chosen) => !(chosen.includes("partners") && chosen.includes("partners_1")));

describe("an answer to the office", () => {
  test("never changes a question that was not opened and does not follow from one", () => {
    fc.assert(
      fc.property(
        asked,
        fc.dictionary(fc.constantFrom(...paths, "name", "code"), anyAnswer),
        (chosen, given) => {
          const items = chosen.map(item);
          const { answers } = integrate({ ...base, items, given, files: {} });
          const named = new Set(items.map((one) => one.field));
          const touched = new Set([...named, ...dependentsOf(definition, named)]);
          for (const section of definition.sections) {
            for (const { id } of section.fields) {
              if (touched.has(id)) continue;
              const before: Record<string, unknown> = sent[section.id as keyof typeof sent] ?? {};
              expect(answers[section.id]?.[id]).toEqual(before[id]);
            }
          }
        },
      ),
    );
  });

  test("changes one row and leaves the others", () => {
    const given = { partners_1: [{ name: "Due, corretto" }] };
    const { answers, errors } = integrate({
      ...{ ...base, items: [item("partners_1")] },
      ...{ given, files: {} },
    });
    expect(errors).toEqual({});
    expect(answers.answers?.partners).toEqual([rows[0], { name: "Due, corretto" }, rows[2]]);
  });

  test("asks what only a new answer brings up, and drops what it does away with", () => {
    const adult = { ...sent, citizen: { firstName: "Lucia", age: "adult" } };
    const up = integrate({
      ...{ ...base, sent: adult, items: [item("age")] },
      ...{ given: { age: "minor" }, files: {} },
    });
    expect([...up.questions.open]).toEqual(["age", "guardian"]);
    expect(Object.keys(up.errors)).toEqual(["guardian"]);
    const away = integrate({ ...base, items: [item("age")], given: { age: "adult" }, files: {} });
    // It was asked before: without being opened itself it can only go.
    expect([...away.questions.open]).toEqual(["age"]);
    expect(away.answers.citizen).toEqual({ firstName: "Lucia", age: "adult" });
  });

  test("that says nothing new is what was sent", () => {
    fc.assert(
      fc.property(asked, (chosen) => {
        const files = { paper: ["file-1"] };
        const { answers } = integrate({ ...base, items: chosen.map(item), given: {}, files });
        expect(answers).toEqual(sent);
      }),
    );
  });
});

test("a row has a name of its own, which no question can have", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,20}$/), fc.nat(200), (field, row) => {
      for (const place of [
        { field, row },
        { field, row: null },
      ]) {
        expect(placeOf(pathOf(place))).toEqual(place);
      }
    }),
  );
  const form = integrationForm(definition, [item("partners_2"), item("why")]);
  const ids = fieldsOf(form).map((field) => field.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("partners_2");
  const { open, values } = openQuestions({ ...base, items: [item("partners_2")] });
  expect([...open]).toEqual(["partners_2"]);
  expect(values.partners_2).toEqual([rows[2]]);
  expect(visibleFields(form, "citizen", values).map(({ id }) => id)).toContain("partners_2");
});

describe("a term", () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days));

  test("ends on a working day, never before the days that were given, each end once", () => {
    fc.assert(
      fc.property(day, fc.boolean(), (from, comparative) => {
        const range = integrationDays({ comparative });
        const choices = termChoices(from, range);
        expect(choices[0]?.days).toBe(range.least);
        for (const { days, on } of choices) {
          expect(isRestDay(on)).toBe(false);
          expect(on >= addDays(from, days)).toBe(true);
        }
        const ends = choices.map(({ on }) => on);
        expect(ends).toEqual([...new Set(ends)].sort());
      }),
    );
  });

  test("where applicants are compared is at most ten days; elsewhere thirty, never less than five", () => {
    expect(integrationDays({ comparative: true })).toEqual({ least: 5, usual: 10, most: 10 });
    expect(integrationDays({ comparative: false })).toMatchObject({ least: 5, most: 30 });
    // Ten days from 26 November 2026 end on a Sunday, then on Monday, then there is the 8th.
    expect(termChoices("2026-11-26", { least: 10, most: 12 })).toEqual([
      { days: 10, on: "2026-12-07" },
      { days: 12, on: "2026-12-09" },
    ]);
    expect(integrationEnd("2026-12-07").toISOString()).toBe("2026-12-07T22:59:59.000Z");
  });

  test("is only ever moved later", () => {
    const closesAt = new Date("2026-12-07T22:59:59.000Z");
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (hours) => {
        const until = new Date(closesAt.getTime() + hours * 3_600_000);
        const may = mayExtend({ state: "open", over: false, closesAt }, until);
        expect(may.ok).toBe(hours > 0);
      }),
    );
    for (const { on } of termChoices("2026-12-07", EXTENSION_DAYS)) {
      expect(integrationEnd(on) > closesAt).toBe(true);
    }
  });
});

describe("who may still do something", () => {
  const facts = { problems: 0, ineligible: false, attachments: [] };

  test("an answer goes in while the request is open, its time runs and the application waits", () => {
    for (const application of APPLICATION_STATES) {
      for (const state of INTEGRATION_STATES) {
        for (const over of [true, false]) {
          const may = state === "open" && !over && application === "integrationRequested";
          const request = { state, over };
          expect(mayPrepare({ state: application }, request).ok).toBe(may);
          expect(mayAnswer({ state: application }, request, facts).ok).toBe(may);
          expect(mayCancel(request).ok).toBe(state === "open" && !over);
        }
      }
      expect(mayPrepare({ state: application }, undefined).ok).toBe(false);
    }
  });

  test.each([
    [{ ...facts, problems: 1 }, "incomplete"],
    [{ ...facts, ineligible: true }, "not_eligible"],
    [{ ...facts, attachments: ["infected"] as const }, "attachment_refused"],
  ])("not with %o", (answer, reason) => {
    const waiting = { state: "integrationRequested" } as const;
    const verdict = mayAnswer(waiting, { state: "open", over: false }, answer);
    expect(verdict).toEqual({ ok: false, reason });
  });

  test("everybody sees an end that is past, written down or not", () => {
    const closesAt = new Date("2026-12-07T22:59:59.000Z");
    const at = (ms: number) => new Date(closesAt.getTime() + ms);
    expect(integrationStatus({ state: "open", closesAt }, at(999))).toBe("open");
    expect(integrationStatus({ state: "open", closesAt }, at(1000))).toBe("expired");
    expect(integrationStatus({ state: "answered", closesAt }, at(9000))).toBe("answered");
  });

  test("a group may add its code, a body may not take another one", () => {
    expect(isSameApplicant("body:01234567890", "body:01234567890")).toBe(true);
    expect(isSameApplicant("body:01234567890", "body:09876543210")).toBe(false);
    expect(isSameApplicant("body:01234567890", "")).toBe(false);
    expect(isSameApplicant("group:1", "body:01234567890")).toBe(true);
  });
});
