import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/calls/core/apply-edit";
import { asGroup, conditionFromEntries } from "@/lib/calls/core/condition-entries";
import { targetsFor } from "@/lib/calls/core/condition-targets";
import { readForeignForm } from "@/lib/calls/core/foreign-form";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import { type Comparison, type Condition, holds } from "@/lib/calls/core/form-conditions";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { idsOf, moved } from "@/lib/calls/core/form-editing";
import { FIELD_TYPES } from "@/lib/calls/core/form-shapes";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { say } from "@/lib/calls/core/form-templates/parts";
import { readDefinition } from "@/lib/calls/core/read-definition";
import { definition } from "./form-arbitraries";

const empty: FormDefinition = {
  version: 1,
  sections: [{ id: "one", step: "specific", title: say("Uno", "One"), fields: [] }],
};

/** What the page of a condition posts. */
function posted(condition: Condition, path = "c"): Record<string, string[]> {
  if ("rules" in condition) {
    const inner = condition.rules.map((rule, at) => posted(rule, `${path}.${at}`));
    return Object.assign({ [`${path}.join`]: [condition.op] }, ...inner);
  }
  const values =
    "values" in condition ? [...condition.values] : "value" in condition ? [condition.value] : [];
  const said = values.map((value) =>
    value === true ? "yes" : value === false ? "no" : `${value}`,
  );
  return {
    [`${path}.field`]: [condition.field],
    [`${path}.op`]: [condition.op],
    [`${path}.value`]: said,
  };
}

describe("editing", () => {
  it("moves without losing, doubling or changing anything, and back again", () => {
    fc.assert(
      fc.property(definition, fc.nat(), fc.constantFrom(1, -1), (form, pick, by) => {
        const ids = [...idsOf(form)];
        const id = ids[pick % ids.length] ?? "";
        const after = moved(form, id, by as 1 | -1);
        expect([...idsOf(after)].sort()).toEqual([...ids].sort());
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect([...fieldsOf(after)].sort(byId)).toEqual([...fieldsOf(form)].sort(byId));
        if (after !== form) expect(moved(after, id, -by as 1 | -1)).toEqual(form);
      }),
    );
  });

  it("begins every kind of field soundly, under a free id", () => {
    let form = empty;
    for (const what of FIELD_TYPES) {
      form = applyEdit(form, {
        do: "add",
        what,
        label: "Che cosa portate?",
        where: "one",
      }).definition;
    }
    expect(new Set(fieldsOf(form).map((field) => field.id)).size).toBe(FIELD_TYPES.length);
    expect(readDefinition(form).ok).toBe(true);
    expect(checkDefinition(form)).toEqual([]);
    expect(fieldsOf(form)[0]?.id).toBe("cheCosaPortate");
  });

  it("saves a question as its page posts it", () => {
    const start = applyEdit(empty, { do: "add", what: "radio", label: "Lotto", where: "one" });
    const page = {
      "label.it": ["Per quale lotto?"],
      required: ["no"],
      "purpose.it": ["Valutare"],
      visibility: ["public"],
      retentionDays: ["30"],
      retentionFrom: ["lastWorkshop"],
      tracks: ["citizen"],
      "option.id": ["first", "", ""],
      "option.it": ["Uno", "Nessuno dei due", " "],
      "option.en": ["", "Neither", ""],
      "option.excludesIt": ["", "Serve un lotto.", ""],
      "option.excludesEn": ["", "", ""],
    };
    const { definition: form, errors } = applyEdit(start.definition, {
      do: "save",
      at: "lotto",
      posted: page,
      step: "",
    });
    expect(errors).toEqual({});
    expect(fieldsOf(form)).toEqual([
      {
        id: "lotto",
        type: "radio",
        label: say("Per quale lotto?", "Per quale lotto?"),
        required: false,
        purpose: say("Valutare", "Valutare"),
        visibility: "public",
        retentionDays: 30,
        retentionFrom: "lastWorkshop",
        tracks: ["citizen"],
        options: [
          { value: "first", label: say("Uno", "Uno") },
          {
            value: "nessunoDeiDue",
            label: say("Nessuno dei due", "Neither"),
            excludes: say("Serve un lotto.", "Serve un lotto."),
          },
        ],
      },
    ]);
  });

  it("names a condition left without its question, and loses nothing else", () => {
    const form = FORM_TEMPLATES.coesoBothTracks;
    const { definition: after } = applyEdit(form, { do: "remove", at: "legalNature" });
    expect(fieldsOf(after).length).toBe(fieldsOf(form).length - 1);
    const found = checkDefinition(after).filter((one) => one.code === "refers_to_unknown_field");
    expect(found.map((one) => one.at)).toContain("organisationCode");
    expect(found.every((one) => one.about === "legalNature")).toBe(true);
  });
});

describe("a condition on the page", () => {
  const withCondition = definition.filter((form) => fieldsOf(form).some((field) => field.when));

  it("comes back as it was, rule by rule", () => {
    fc.assert(
      fc.property(withCondition, fc.func(fc.boolean()), (form, truth) => {
        const field = fieldsOf(form).find((one) => one.when);
        if (!field?.when) return;
        const targets = targetsFor(form, field.id);
        const page = { "c.mode": ["when"], ...posted(asGroup(field.when)) };
        const back = conditionFromEntries(page, targets);
        expect(back && asGroup(back)).toEqual(asGroup(field.when));
        expect(holds(back ?? field.when, truth)).toBe(holds(field.when, truth));
      }),
    );
  });

  it("grows and shrinks by its buttons", () => {
    const rule: Comparison = { op: "notEmpty", field: "a" };
    const tree: Condition = { op: "and", rules: [rule, { op: "or", rules: [rule, rule] }] };
    const form = applyEdit(empty, { do: "add", what: "text", label: "A", where: "one" }).definition;
    const targets = targetsFor(form, "later");
    const press = (step: string) =>
      conditionFromEntries({ "c.mode": ["when"], ...posted(tree) }, targets, step);
    expect(press("rule.1")).toEqual({
      op: "and",
      rules: [rule, { op: "or", rules: [rule, rule, rule] }],
    });
    expect(press("group")).toMatchObject({ rules: [rule, { op: "or" }, { op: "or" }] });
    expect(press("drop.1.0")).toEqual({ op: "and", rules: [rule, { op: "or", rules: [rule] }] });
    expect(press("drop.1")).toEqual(rule);
    expect(
      conditionFromEntries({ "c.mode": ["always"], ...posted(tree) }, targets),
    ).toBeUndefined();
  });
});

describe("a form as a file", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const codeOf = (text: string) => {
    const reading = readForeignForm(bytes(text));
    return reading.ok ? "ok" : reading.problems[0]?.code;
  };

  it("is refused with the reason when it is none", () => {
    expect(codeOf("{")).toBe("not_json");
    expect(codeOf("[]")).toBe("not_a_form");
    expect(codeOf('{"format":"cantieri.form/9","definition":{}}')).toBe("other_version");
    expect(codeOf('{"format":"cantieri.form/1"}')).toBe("not_a_form");
    expect(codeOf(`"${"x".repeat(5 * 1024 * 1024)}"`)).toBe("too_large");
    expect(readForeignForm(new Uint8Array([0xff, 0xfe])).ok).toBe(false);
  });

  it("never makes the reading throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        expect(readForeignForm(content).ok).toBe(false);
      }),
    );
  });
});
