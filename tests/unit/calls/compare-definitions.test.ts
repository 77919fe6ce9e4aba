import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareDefinitions,
  isSameForm,
  retypedFields,
} from "@/lib/calls/core/compare-definitions";
import { readAnswer } from "@/lib/calls/core/form-answers";
import type { Field, FormDefinition, Section } from "@/lib/calls/core/form-definition";
import { checkAnswer } from "@/lib/calls/core/form-field-checks";
import { option, say } from "@/lib/calls/core/form-templates/parts";
import { answers } from "./form-arbitraries";

const base = {
  id: "q",
  label: say("L", "L"),
  purpose: say("P", "P"),
  visibility: "staff",
  retentionDays: 1,
  required: false,
} as const;
const text = (id: string): Field => ({ ...base, id, type: "text" });
const form = (...sections: [string, ...Field[]][]): FormDefinition => ({
  version: 1,
  sections: sections.map(
    ([id, ...fields]): Section => ({ id, step: "general", title: say(id, id), fields }),
  ),
});
const ids = (fields: readonly { id: string }[]) => fields.map(({ id }) => id);

describe("questions that moved", () => {
  const [a, b, c, d] = [text("a"), text("b"), text("c"), text("d")];

  it.each([
    ["to another section", form(["s", a, b], ["t", c]), form(["s", a], ["t", b, c]), ["b"]],
    ["before another", form(["s", a, b, c, d]), form(["s", d, a, b, c]), ["d"]],
    ["none: what is new or gone makes room", form(["s", a, b, c]), form(["s", d, a, c]), []],
  ])("%s", (_, before, after, moved) => {
    expect(ids(compareDefinitions(before, after).moved)).toEqual(moved);
  });

  it("are as few as tell the new order: put back, they give the old one", () => {
    const order = fc.shuffledSubarray([..."abcdefgh"], { minLength: 8 });
    fc.assert(
      fc.property(order, order, (one, other) => {
        const [before, after] = [one, other].map((all) => form(["s", ...all.map(text)]));
        if (!before || !after) throw new Error("no forms");
        const moved = new Set(ids(compareDefinitions(before, after).moved));
        const still = (all: string[]) => all.filter((id) => !moved.has(id));
        expect(still(other)).toEqual(still(one));
        expect(moved.size === 0).toBe(isSameForm(before, after));
      }),
    );
  });
});

const limit = (max: number) => fc.option(fc.nat(max), { nil: undefined });
const limits = fc.record({
  ...{ maxLength: limit(8), min: limit(4), max: limit(12), decimals: limit(2) },
  ...{ maxChoices: limit(3), maxRows: limit(3), minRows: limit(3), minSlots: limit(3) },
  ...{ maxTotal: limit(300), minTotal: limit(50), ownLines: limit(2) },
  ...{ days: fc.option(fc.subarray([1, 2, 3]), { nil: undefined }) },
  options: fc.subarray(["a", "b", "c"]),
  excludes: fc.subarray(["a", "b"]),
  required: fc.boolean(),
  words: fc.boolean(),
});
type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never;
const KINDS = [
  ...(["text", "number", "checkboxes", "radio", "group", "budget", "availability"] as const),
  ...(["decimal", "select", "longText"] as const),
];

/** A question of a kind with limits that were drawn; those of other kinds are left out. */
function made(type: (typeof KINDS)[number], given: Limits): Field {
  const { maxLength, min, max, decimals, maxChoices, maxRows, minRows, minSlots } = given;
  const own = { ...base, required: given.required, label: say(given.words ? "A" : "B", "") };
  const kept = (all: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const options = given.options.map((value) => ({
    ...option(value, value, value),
    ...(given.excludes.includes(value) && { excludes: say("No", "No") }),
  }));
  const parts = [
    {
      id: "name",
      type: "text",
      label: say("N", "N"),
      required: given.words,
      ...kept({ maxLength }),
    },
    { id: "hours", type: "number", label: say("H", "H"), required: false, ...kept({ min, max }) },
  ];
  const columns = [{ id: "asked", label: say("C", "C"), ...kept({ max }) }];
  const lines = given.options.length > 0 ? [{ id: "staff", label: say("S", "S") }] : undefined;
  const { maxTotal, minTotal, ownLines, days } = given;
  const of: Record<(typeof KINDS)[number], object> = {
    text: { maxLength },
    longText: { maxLength },
    number: { min, max },
    decimal: { min, max, decimals },
    checkboxes: { options, maxChoices },
    radio: { options },
    select: { options },
    group: { parts, rowLabel: say("R", "R"), maxRows, minRows },
    budget: { columns, lines, ownLines, maxTotal, minTotal },
    availability: { days, slots: ["morning"], minSlots },
  };
  return { ...own, type, ...kept({ ...of[type] }) } as Field;
}

describe("a question that became stricter", () => {
  it("is never missed: what fitted and is not called stricter still fits", () => {
    const kinds = fc.oneof(
      ...KINDS.map((kind) => fc.tuple(fc.constant(kind), fc.constant(kind))),
      fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...KINDS)),
    );
    let compared = 0;
    fc.assert(
      fc.property(kinds, limits, limits, fc.boolean(), answers, (types, one, other, all, given) => {
        const before = made(types[0], one);
        // Most limits stay: two that differ in all are nearly always stricter somewhere.
        const after = made(
          types[1],
          all ? other : { ...one, options: other.options, words: other.words },
        );
        const { changed } = compareDefinitions(form(["s", before]), form(["s", after]));
        if (changed.some(({ stricter }) => stricter)) return;
        if (after.required) expect(before.required).toBe(true);
        for (const raw of Object.values(given)) {
          const judged = { mode: "submit", nature: null } as const;
          const fits = (field: Field) => {
            const answer = readAnswer(field, raw);
            return answer !== null && checkAnswer(field, answer, judged) === null;
          };
          if (!fits(before)) continue;
          compared += 1;
          expect(fits(after)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it.each<[string, Partial<Field>, Partial<Field>, boolean]>([
    ["an answer that must be given", {}, { required: true }, true],
    ["an answer that need not be given", { required: true }, {}, false],
    ["a shorter text", { maxLength: 200 }, { maxLength: 100 }, true],
    ["a longer text", { maxLength: 100 }, { maxLength: 200 }, false],
    ["a text without a limit of its own", { maxLength: 500 }, {}, true],
    ["other words", {}, { label: say("Altro", "Other") }, false],
    [
      "asked of others, and it must be given",
      { required: true },
      { required: true, tracks: ["citizen"] },
      true,
    ],
    ["asked of others", {}, { tracks: ["citizen"] }, false],
  ])("%s", (_, before, after, stricter) => {
    const [one, other] = [before, after].map((own) => ({ ...text("q"), ...own }) as Field);
    if (!one || !other) throw new Error("no fields");
    const { changed } = compareDefinitions(form(["s", one]), form(["s", other]));
    expect(changed.map((change) => change.stricter)).toEqual([stricter]);
  });
});

describe("what else a new version says", () => {
  it("names rules that are new, other or gone, and sections with other words", () => {
    const rule = (id: string, words: string) => ({
      ...{ id, when: { op: "notEmpty", field: "a" } as const, message: say(words, words) },
    });
    const old = { ...form(["s", text("a")]), eligibility: [rule("x", "X"), rule("y", "Y")] };
    const now = {
      ...form(["s", text("a")], ["t"]),
      eligibility: [rule("y", "Altro"), rule("z", "Z")],
    };
    const found = compareDefinitions(old, now);
    expect([ids(found.rules), ids(found.rulesGone), ids(found.sections)]).toEqual([
      ["y", "z"],
      ["x"],
      ["t"],
    ]);
  });

  it("knows a question that asks for something else under its old name", () => {
    const of = (type: string) => form(["s", { ...text("q"), type } as Field]);
    expect(ids(retypedFields(of("text"), of("longText")))).toEqual([]);
    expect(ids(retypedFields(of("text"), of("email")))).toEqual(["q"]);
  });
});
