import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "@/lib/calls/core/form-answers";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import { type Field, type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import { say } from "@/lib/calls/core/form-templates/parts";
import { definition } from "./form-arbitraries";

describe("a definition that would not work", () => {
  const base = {
    label: say("L", "L"),
    purpose: say("P", "P"),
    visibility: "staff",
    retentionDays: 1,
    required: true,
  } as const;
  const form = (...fields: Field[]): FormDefinition => ({
    version: 1,
    sections: [{ id: "section", step: "general", title: say("S", "S"), fields }],
  });
  const text = (id: string, more: Partial<Field> = {}): Field =>
    ({ ...base, id, type: "text", ...more }) as Field;
  const radio = (id: string, values: string[]): Field => ({
    ...base,
    id,
    type: "radio",
    options: values.map((value) => ({ value, label: say(value, value) })),
  });

  it.each<[string, FormDefinition]>([
    ["no_fields", form()],
    ["bad_id", form(text("con spazio"))],
    ["duplicate_id", form(text("a"), text("a"))],
    ["empty_text", form(text("a", { label: say(" ", "L") }))],
    ["no_purpose", form(text("a", { purpose: say("", "") }))],
    ["bad_retention", form(text("a", { retentionDays: -1 }))],
    ["no_options", form(radio("a", []))],
    ["duplicate_option", form(radio("a", ["x", "x"]))],
    ["bad_limits", form({ ...base, id: "a", type: "number", min: 3, max: 2 })],
    ["bad_limits", form({ ...base, id: "a", type: "members", minMembers: 3, maxMembers: 2 })],
    [
      "no_text_version",
      form({ ...base, id: "a", type: "declaration", textVersion: "", underPenalty: true }),
    ],
    ["refers_to_unknown_field", form(text("a", { when: { op: "notEmpty", field: "z" } }))],
    ["refers_to_itself", form(text("a", { when: { op: "notEmpty", field: "a" } }))],
    ["refers_to_later_field", form(text("a", { when: { op: "notEmpty", field: "b" } }), text("b"))],
    [
      "refers_to_other_track",
      form(
        text("a", { tracks: ["citizen"] }),
        text("b", { tracks: ["organisation"], when: { op: "notEmpty", field: "a" } }),
      ),
    ],
    [
      "value_not_an_option",
      form(radio("a", ["x"]), text("b", { when: { op: "eq", field: "a", value: "y" } })),
    ],
    ["empty_group", form(text("a"), text("b", { when: { op: "or", rules: [] } }))],
  ])("%s", (code, definitionWithIt) => {
    expect(checkDefinition(definitionWithIt).map((problem) => problem.code)).toEqual([code]);
  });
});

describe("answers as they come", () => {
  const base = {
    label: say("L", "L"),
    purpose: say("P", "P"),
    visibility: "staff",
    retentionDays: 1,
    required: true,
  } as const;
  const number: Field = { ...base, id: "n", type: "number" };
  const line: Field = { ...base, id: "t", type: "text" };

  it.each<[Field, unknown, unknown]>([
    [number, "1.234,5", 1234.5],
    [number, "12.5", 12.5],
    [number, " 12 ", 12],
    [number, "dodici", "dodici"],
    [line, "  due\r\nrighe\u0000 ", "due righe"],
    [line, "  ", null],
    [line, { toString: "x" }, null],
    [{ ...base, id: "y", type: "yesNo" }, "no", false],
    [{ ...base, id: "d", type: "declaration", textVersion: "1", underPenalty: true }, "on", true],
    [{ ...base, id: "d", type: "declaration", textVersion: "1", underPenalty: true }, "no", null],
    [{ ...base, id: "c", type: "checkboxes", options: [] }, ["a", "a", ""], ["a"]],
  ])("are read by their type", (field, raw, expected) => {
    expect(readAnswer(field, raw)).toEqual(expected);
  });

  it("are settled after one reading, for every type and any rubbish", () => {
    const form = fc.sample(definition, { numRuns: 20, seed: 7 }).flatMap(fieldsOf);
    const members: Field = { ...base, id: "m", type: "members" };
    const address: Field = { ...base, id: "a", type: "address" };
    fc.assert(
      fc.property(fc.constantFrom(members, address, ...form), fc.anything(), (field, raw) => {
        const once = readAnswer(field, raw);
        expect(readAnswer(field, once)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("come out of a posted form", () => {
    const members: Field = { ...base, id: "people", type: "members" };
    const address: Field = { ...base, id: "seat", type: "address" };
    const choices: Field = { ...base, id: "c", type: "checkboxes", options: [] };
    const posted = new URLSearchParams([
      ["t", "ciao"],
      ["c", "a"],
      ["c", "b"],
      ["seat.street", "via dei Mille 24"],
      ["seat.postcode", "58100"],
      ["people.10.firstName", "Samir"],
      ["people.2.firstName", "Lucia"],
      ["people.2.lastName", "Bianchi"],
      ["people.3.firstName", ""],
      ["unknown", "x"],
    ]);
    expect(answersFromEntries([line, number, choices, address, members], posted)).toEqual({
      t: "ciao",
      n: null,
      c: ["a", "b"],
      seat: { street: "via dei Mille 24", postcode: "58100", municipality: "" },
      people: [
        { firstName: "Lucia", lastName: "Bianchi", role: "", email: "", phone: "" },
        { firstName: "Samir", lastName: "", role: "", email: "", phone: "" },
      ],
    });
  });
});
