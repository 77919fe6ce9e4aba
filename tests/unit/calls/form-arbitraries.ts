import fc from "fast-check";
import type { Condition } from "@/lib/calls/core/form-conditions";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { option, say } from "@/lib/calls/core/form-templates/parts";
import { TRACKS } from "@/lib/calls/core/tracks";

export const track = fc.constantFrom(...TRACKS);

const base = {
  label: say("Domanda", "Question"),
  purpose: say("Prova", "Test"),
  visibility: "reviewer",
  retentionDays: 1,
} as const;

/** A question of some type, not yet tied to others. */
function field(id: string, type: number, required: boolean): Field {
  switch (type) {
    case 0:
      return { ...base, id, required, type: "yesNo" };
    case 1:
      return {
        ...base,
        id,
        required,
        type: "radio",
        options: [option("a", "A", "A"), option("b", "B", "B")],
      };
    case 2:
      return { ...base, id, required, type: "number", min: 0 };
    case 3:
      return { ...base, id, required, type: "text", maxLength: 5 };
    case 4:
      return { ...base, id, required, type: "date" };
    case 5:
      return { ...base, id, required, type: "availability", days: [1, 2], slots: ["morning"] };
    case 6:
      return {
        ...base,
        id,
        required,
        type: "organisation",
        parts: [
          { id: "name", required: true },
          { id: "legalNature", required: false },
          { id: "fiscalCode", required: true },
          { id: "pec", required: false },
        ],
      };
    case 7:
      return {
        ...base,
        id,
        required,
        type: "group",
        rowLabel: say("Riga", "Row"),
        maxRows: 2,
        parts: [
          { id: "name", type: "text", label: say("Nome", "Name"), required: true },
          { id: "hours", type: "number", label: say("Ore", "Hours"), required: false },
        ],
      };
    case 8:
      return {
        ...base,
        id,
        required,
        type: "budget",
        columns: [
          { id: "asked", label: say("Chiesto", "Asked") },
          { id: "own", label: say("Proprio", "Own") },
        ],
        lines: [{ id: "staff", label: say("Personale", "Staff") }],
        ownLines: 1,
        maxTotal: 100,
      };
    default:
      return { ...base, id, required, type: "fiscalCodeBody" };
  }
}

/** A sound comparison with an earlier question. */
function comparison(earlier: Field, pick: number): Condition {
  const { id } = earlier;
  if (earlier.type === "yesNo") return { op: pick % 2 ? "eq" : "ne", field: id, value: pick > 1 };
  if (earlier.type === "radio")
    return { op: "in", field: id, values: pick % 2 ? ["a"] : ["a", "b"] };
  if (earlier.type === "number") return { op: pick % 2 ? "gt" : "lt", field: id, value: pick };
  if (earlier.type === "date") {
    return { op: pick % 2 ? "before" : "after", field: id, value: "2026-05-14" };
  }
  if (earlier.type === "group") return { op: "gt", field: `${id}.hours`, value: pick };
  if (earlier.type === "budget") return { op: "lt", field: `${id}.total`, value: pick };
  if (earlier.type === "organisation" && pick > 1) {
    return { op: "in", field: `${id}.legalNature`, values: ["aps", "firm"] };
  }
  return { op: "notEmpty", field: id };
}

const plan = fc.record({
  type: fc.nat(9),
  required: fc.boolean(),
  conditional: fc.boolean(),
  and: fc.boolean(),
  targets: fc.array(fc.tuple(fc.nat(), fc.nat(3)), { minLength: 1, maxLength: 3 }),
});

/** Sound definitions of two sections whose conditions look back, with nested groups and a rule. */
export const definition: fc.Arbitrary<FormDefinition> = fc
  .tuple(fc.array(plan, { minLength: 1, maxLength: 8 }), fc.nat(8), fc.boolean(), fc.boolean())
  .map(([plans, cut, hides, excludes]) => {
    const fields: Field[] = [];
    for (const [index, one] of plans.entries()) {
      const plain = field(`f${index}`, one.type, one.required);
      const rules = one.targets.flatMap(([target, pick]) => {
        const earlier = fields[target % Math.max(1, fields.length)];
        return earlier ? [comparison(earlier, pick)] : [];
      });
      const [first, ...rest] = rules;
      const when: Condition | null = first
        ? { op: one.and ? "and" : "or", rules: [first, { op: "or", rules: [first, ...rest] }] }
        : null;
      fields.push(one.conditional && when ? { ...plain, when } : plain);
    }
    const [first] = fields;
    const tied = first && comparison(first, 1);
    const late = fields.slice(cut);
    const when: Condition | null = tied && cut > 0 && hides ? tied : null;
    return {
      version: 1,
      sections: [
        section("early", fields.slice(0, cut)),
        { ...section("late", late), ...(when && late.length > 0 && { when }) },
      ],
      ...(tied &&
        excludes && {
          eligibility: [{ id: "rule", when: tied, message: say("Non puoi.", "You cannot.") }],
        }),
    };
  });

function section(id: string, fields: Field[]): FormDefinition["sections"][number] {
  return { id, step: "general", title: say("Parte", "Part"), fields };
}

const answer = fc.oneof(
  fc.constantFrom<unknown[]>(true, false, "yes", "no", "a", "b", "c", "", null, 0, 2, "3,5", "boh"),
  fc.constantFrom("92078410534", "9207841053", "troppo lungo", "2026-05-13", "1.morning"),
  fc.constantFrom<unknown[]>(
    { name: "Passaparola", legalNature: "aps", fiscalCode: "92078410534" },
    { name: "Gruppo", legalNature: "informalGroup", fiscalCode: "92078410534", pec: "x" },
    [{ name: "Lucia", hours: "3" }, { hours: 2 }, {}],
    [
      { line: "staff", asked: "10,50", own: 3 },
      { item: "Sala", asked: "200" },
    ],
    [{ line: "staff" }, { item: "Sala" }],
  ),
  fc.anything(),
);

/** Answers that fit, do not fit, or are plain rubbish, for some of the fields. */
export const answers: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.nat(8).map((index) => `f${index}`),
  answer,
);
