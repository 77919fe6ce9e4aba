import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import { holds } from "@/lib/calls/core/form-conditions";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { say } from "@/lib/calls/core/form-templates/parts";
import { validateAnswers } from "@/lib/calls/core/form-validation";
import { visibleFields } from "@/lib/calls/core/form-visibility";
import { answers, definition, track } from "./form-arbitraries";
import { answersToSend, missingRequired, requiredFields } from "./form-reads";

const idsOf = (fields: readonly Field[]) => fields.map((field) => field.id);

describe("conditions", () => {
  const given = (values: Record<string, unknown>) => (id: string) => values[id] ?? null;

  it.each([
    [{ op: "eq", field: "a", value: true } as const, { a: true }, true],
    [{ op: "eq", field: "a", value: "x" } as const, { a: ["x", "y"] }, true],
    [{ op: "ne", field: "a", value: "x" } as const, { a: "y" }, true],
    [{ op: "ne", field: "a", value: "x" } as const, {}, false],
    [{ op: "in", field: "a", values: ["x", "y"] } as const, { a: "y" }, true],
    [{ op: "gt", field: "a", value: 3 } as const, { a: 4 }, true],
    [{ op: "gt", field: "a", value: 3 } as const, { a: "4" }, false],
    [{ op: "lt", field: "a", value: 3 } as const, { a: 3 }, false],
    [{ op: "notEmpty", field: "a" } as const, { a: false }, true],
    [{ op: "notEmpty", field: "a" } as const, {}, false],
    [{ op: "and", rules: [] } as const, {}, true],
    [{ op: "or", rules: [] } as const, {}, false],
  ])("%j on %j: %s", (condition, values, expected) => {
    expect(holds(condition, given(values))).toBe(expected);
  });

  it("nest: an ODV that leads or asks for money", () => {
    const condition = {
      op: "and",
      rules: [
        { op: "in", field: "nature", values: ["odv", "aps"] },
        {
          op: "or",
          rules: [
            { op: "eq", field: "role", value: "lead" },
            { op: "eq", field: "asksMoney", value: true },
          ],
        },
      ],
    } as const;
    expect(holds(condition, given({ nature: "odv", role: "partner", asksMoney: true }))).toBe(true);
    expect(holds(condition, given({ nature: "odv", role: "partner", asksMoney: false }))).toBe(
      false,
    );
    expect(holds(condition, given({ nature: "informalGroup", role: "lead" }))).toBe(false);
  });
});

describe("any form with any answers", () => {
  it("made by the builder's rules has no problems", () => {
    fc.assert(
      fc.property(definition, (form) => {
        expect(checkDefinition(form)).toEqual([]);
      }),
    );
  });

  it("never requires or reports what is hidden", () => {
    fc.assert(
      fc.property(definition, track, answers, (form, who, given) => {
        const visible = new Set(idsOf(visibleFields(form, who, given)));
        for (const id of idsOf(requiredFields(form, who, given))) expect(visible).toContain(id);
        const errors = validateAnswers(form, who, given, { mode: "submit" });
        for (const id of Object.keys(errors)) expect(visible).toContain(id);
        for (const id of missingRequired(form, who, given)) {
          expect(errors[id]?.code).toBe("required");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not care about answers to hidden fields", () => {
    fc.assert(
      fc.property(definition, track, answers, (form, who, given) => {
        const visible = new Set(idsOf(visibleFields(form, who, given)));
        const kept = Object.fromEntries(Object.entries(given).filter(([id]) => visible.has(id)));
        expect(visibleFields(form, who, kept)).toEqual(visibleFields(form, who, given));
        expect(answersToSend(form, who, kept)).toEqual(answersToSend(form, who, given));
      }),
      { numRuns: 500 },
    );
  });

  it("is judged the same after sending as before, and twice as once", () => {
    fc.assert(
      fc.property(definition, track, answers, (form, who, given) => {
        const sent = answersToSend(form, who, given);
        const once = validateAnswers(form, who, given, { mode: "submit" });
        expect(validateAnswers(form, who, sent, { mode: "submit" })).toEqual(once);
        expect(answersToSend(form, who, sent)).toEqual(sent);
      }),
      { numRuns: 500 },
    );
  });

  it("asks of a draft no more than of what is sent", () => {
    fc.assert(
      fc.property(definition, track, answers, (form, who, given) => {
        const draft = validateAnswers(form, who, given, { mode: "draft" });
        // What stops a draft stops what is sent too, perhaps for what is missing in the same answer.
        const sent = validateAnswers(form, who, given, { mode: "submit" });
        expect(Object.keys(sent)).toEqual(expect.arrayContaining(Object.keys(draft)));
        expect(Object.values(draft).map((error) => error.code)).not.toContain("required");
      }),
    );
  });

  it("never shows codes of bodies to citizens and informal groups", () => {
    fc.assert(
      fc.property(
        definition,
        fc.constantFrom("citizen", "informalGroup") as typeof track,
        answers,
        (form, who, given) => {
          const types = visibleFields(form, who, given).map((field) => field.type);
          expect(types).not.toContain("fiscalCodeBody");
        },
      ),
    );
  });

  it("hides what hung on a hidden answer, also when definitions are unsound", () => {
    const base = {
      purpose: say("x", "x"),
      visibility: "staff",
      retentionDays: 1,
      required: true,
    } as const;
    const circular: FormDefinition = {
      version: 1,
      sections: [
        {
          id: "s",
          step: "general",
          title: say("s", "s"),
          fields: [
            {
              ...base,
              id: "a",
              type: "text",
              label: say("a", "a"),
              when: { op: "notEmpty", field: "b" },
            },
            {
              ...base,
              id: "b",
              type: "text",
              label: say("b", "b"),
              when: { op: "notEmpty", field: "a" },
            },
          ],
        },
      ],
    };
    expect(visibleFields(circular, "citizen", { a: "x", b: "y" })).toEqual([]);
    expect(checkDefinition(circular)).toEqual([{ code: "circular", at: "a", about: "a → b → a" }]);
  });
});
