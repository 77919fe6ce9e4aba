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
  return { op: "notEmpty", field: id };
}

const plan = fc.record({
  type: fc.nat(4),
  required: fc.boolean(),
  conditional: fc.boolean(),
  and: fc.boolean(),
  targets: fc.array(fc.tuple(fc.nat(), fc.nat(3)), { minLength: 1, maxLength: 3 }),
});

/** Sound definitions whose conditions look back, with nested groups. */
export const definition: fc.Arbitrary<FormDefinition> = fc
  .array(plan, { minLength: 1, maxLength: 8 })
  .map((plans) => {
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
    return {
      version: 1,
      sections: [{ id: "all", step: "general", title: say("Tutto", "All"), fields }],
    };
  });

const answer = fc.oneof(
  fc.constantFrom<unknown[]>(true, false, "yes", "no", "a", "b", "c", "", null, 0, 2, "3,5", "boh"),
  fc.constantFrom("92078410534", "9207841053", "troppo lungo"),
  fc.anything(),
);

/** Answers that fit, do not fit, or are plain rubbish, for some of the fields. */
export const answers: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.nat(8).map((index) => `f${index}`),
  answer,
);
