import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDefinitions } from "@/lib/calls/core/compare-definitions";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import type { Field, FormDefinition, Section } from "@/lib/calls/core/form-definition";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { option, say } from "@/lib/calls/core/form-templates/parts";
import { readForm } from "@/lib/calls/core/form-visibility";
import { readDefinition } from "@/lib/calls/core/read-definition";
import { answers, definition, track } from "./form-arbitraries";

const base = {
  label: say("L", "L"),
  purpose: say("P", "P"),
  visibility: "staff",
  retentionDays: 1,
  required: true,
} as const;
const text = (id: string, more: Partial<Field> = {}): Field =>
  ({ ...base, id, type: "text", ...more }) as Field;
const part = (id: string, fields: readonly Field[], more: Partial<Section> = {}): Section => ({
  id,
  step: "specific",
  title: say("S", "S"),
  fields,
  ...more,
});
const form = (...sections: Section[]): FormDefinition => ({ version: 1, sections });

const problemsOf = (value: unknown) => {
  const reading = readDefinition(value);
  return reading.ok ? [] : reading.problems;
};

describe("reading a form from outside", () => {
  it("takes every sound form as it is, through JSON and back", () => {
    fc.assert(
      fc.property(definition, (made) => {
        const reading = readDefinition(JSON.parse(JSON.stringify(made)));
        expect(reading).toEqual({ ok: true, definition: made });
      }),
    );
    for (const template of Object.values(FORM_TEMPLATES)) {
      expect(problemsOf(JSON.parse(JSON.stringify(template)))).toEqual([]);
    }
  });

  it("never throws, whatever the value", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        expect(readDefinition(value).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("and what it takes can be checked, shown and judged, however it was damaged", () => {
    const damage = fc.tuple(definition, fc.array(fc.nat(), { maxLength: 6 }), fc.jsonValue());
    fc.assert(
      fc.property(damage, track, answers, ([made, way, junk], who, given) => {
        const copy: unknown = JSON.parse(JSON.stringify(made));
        const reading = readDefinition(damaged(copy, way, junk));
        if (!reading.ok) {
          expect(reading.problems.length).toBeGreaterThan(0);
          return;
        }
        expect(Array.isArray(checkDefinition(reading.definition))).toBe(true);
        readForm(reading.definition, who, given);
      }),
      { numRuns: 1500 },
    );
  });

  it.each<[string, unknown, object]>([
    ["nothing", null, { code: "not_a_form", at: null }],
    ["another version", { version: 3, sections: [] }, { code: "other_version", about: "3" }],
    [
      "a field of no known type",
      form(part("s", [text("a", { type: "colour" as "text" })])),
      { code: "unknown_type", at: "a", about: "colour" },
    ],
    [
      "a property nobody knows",
      form(part("s", [{ ...text("a"), ...{ colour: "red" } }])),
      { code: "unknown_property", at: "a", about: "colour" },
    ],
    [
      "a missing label",
      form(part("s", [{ id: "a", type: "text" } as unknown as Field])),
      { code: "missing_property", at: "a", about: "label" },
    ],
    [
      "a value of the wrong kind",
      form(part("s", [{ ...text("a"), retentionDays: "molto" } as unknown as Field])),
      { code: "wrong_value", at: "a", about: "retentionDays" },
    ],
    [
      "too many fields",
      form(
        part(
          "s",
          Array.from({ length: 501 }, (_, at) => text(`f${at}`)),
        ),
      ),
      { code: "too_many", at: null, about: "fields" },
    ],
    [
      "a condition without bottom",
      form(part("s", [text("a", { when: nested(12) })])),
      { code: "too_deep", at: "a" },
    ],
  ])("names %s", (_, value, expected) => {
    expect(problemsOf(JSON.parse(JSON.stringify(value)))[0]).toMatchObject(expected);
  });
});

describe("conditions that cannot work", () => {
  const on = (field: string) => ({ op: "notEmpty", field }) as const;

  it("name the whole circle, also through a section", () => {
    const circle = form(
      part("s", [
        text("a", { when: on("c") }),
        text("b", { when: on("a") }),
        text("c", { when: on("b") }),
      ]),
    );
    expect(checkDefinition(circle)).toEqual([
      { code: "circular", at: "a", about: "a → c → b → a" },
    ]);
    const through = form(
      part("one", [text("a", { when: on("b") })]),
      part("two", [text("b")], { when: on("a") }),
    );
    expect(checkDefinition(through)).toEqual([
      { code: "circular", at: "a", about: "a → b → two → a" },
    ]);
  });

  it("name a section that looks into itself, and a part that is not asked", () => {
    const own = form(part("s", [text("a")], { when: on("a") }));
    expect(checkDefinition(own)).toEqual([{ code: "refers_to_itself", at: "s", about: "a" }]);
    const block: Field = {
      ...base,
      id: "org",
      type: "organisation",
      parts: [{ id: "name", required: true }],
    };
    const missing = form(part("s", [block, text("b", { when: on("org.pec") })]));
    expect(checkDefinition(missing)).toEqual([
      { code: "refers_to_unknown_field", at: "b", about: "org.pec" },
    ]);
  });

  it("name a comparison that can never hold", () => {
    const dates = form(
      part("s", [text("a"), text("b", { when: { op: "gt", field: "a", value: 3 } })]),
    );
    expect(checkDefinition(dates)).toEqual([{ code: "wrong_comparison", at: "b", about: "a" }]);
  });
});

describe("a new version of a form", () => {
  it("says what is new, gone, and to be looked at again", () => {
    const old = form(part("s", [text("a"), text("b"), text("c")]));
    const now = form(
      part("s", [
        text("a", { label: say("Altra", "Other") }),
        text("c", { maxLength: 10 }),
        text("d"),
      ]),
    );
    const { added, removed, changed } = compareDefinitions(old, now);
    expect(added.map((field) => field.id)).toEqual(["d"]);
    expect(removed.map((field) => field.id)).toEqual(["b"]);
    expect(changed.map(({ field, stricter }) => [field.id, stricter])).toEqual([
      ["a", false],
      ["c", true],
    ]);
  });

  it("is no change when nothing changed, and sees what a section hides", () => {
    fc.assert(
      fc.property(definition, (made) => {
        const same = compareDefinitions(made, JSON.parse(JSON.stringify(made)));
        expect(Object.values(same).flat()).toEqual([]);
      }),
    );
    const radio: Field = { ...base, id: "a", type: "radio", options: [option("x", "X", "X")] };
    const shown = form(part("one", [radio]), part("two", [text("b")]));
    const hidden = form(
      part("one", [radio]),
      part("two", [text("b")], { when: { op: "eq", field: "a", value: "x" } }),
    );
    expect(compareDefinitions(shown, hidden).changed).toMatchObject([
      { field: { id: "b" }, changed: ["when"], stricter: true },
    ]);
  });
});

function nested(depth: number): NonNullable<Field["when"]> {
  return depth === 0 ? { op: "notEmpty", field: "x" } : { op: "and", rules: [nested(depth - 1)] };
}

/** Puts junk somewhere into a value, by a way of numbers. */
function damaged(value: unknown, way: readonly number[], junk: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== "object" || value === null) return junk;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return junk;
  const inner = damaged((value as Record<string, unknown>)[key], rest, junk);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? inner : one));
  return { ...value, [key]: inner };
}
