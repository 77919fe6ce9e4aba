import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetSums } from "@/lib/calls/core/budget-sums";
import { type AnswerNames, plainAnswer, showAnswer } from "@/lib/calls/core/form-answer-words";
import type { BudgetField, GroupField, OrganisationField } from "@/lib/calls/core/form-composites";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import { say } from "@/lib/calls/core/form-templates/parts";
import { validateAnswers } from "@/lib/calls/core/form-validation";
import { visibleFields } from "@/lib/calls/core/form-visibility";
import { answersToSend } from "./form-reads";

const base = {
  label: say("L", "L"),
  purpose: say("P", "P"),
  visibility: "staff",
  retentionDays: 1,
  required: true,
} as const;

const budget: BudgetField = {
  ...base,
  id: "costs",
  type: "budget",
  columns: [
    { id: "asked", label: say("Contributo", "Grant"), maxShare: 80 },
    { id: "own", label: say("Risorse proprie", "Own") },
  ],
  lines: [{ id: "staff", label: say("Personale", "Staff") }],
  ownLines: 2,
  maxTotal: 5000,
};
const partners: GroupField = {
  ...base,
  id: "partners",
  type: "group",
  rowLabel: say("Partner", "Partner"),
  minRows: 1,
  maxRows: 2,
  parts: [
    { id: "name", type: "text", label: say("Denominazione", "Name"), required: true },
    { id: "nature", type: "legalNature", label: say("Tipo", "Kind"), required: true },
    { id: "code", type: "fiscalCodeBody", label: say("Codice fiscale", "Code"), required: true },
  ],
};
const organisation: OrganisationField = {
  ...base,
  id: "org",
  type: "organisation",
  parts: [
    { id: "name", required: true },
    { id: "legalNature", required: true },
    { id: "fiscalCode", required: true },
    { id: "runtsNumber", required: true },
    { id: "runtsSince", required: true },
  ],
};
const form = (...fields: Field[]): FormDefinition => ({
  version: 1,
  sections: [{ id: "s", step: "specific", title: say("S", "S"), fields }],
});
const judge = (field: Field, answer: unknown) =>
  validateAnswers(form(field), "organisation", { [field.id]: answer }, { mode: "submit" })[
    field.id
  ];

describe("a budget", () => {
  it("adds up exactly, in cents", () => {
    const cents = fc.array(fc.tuple(fc.nat(10_000_000), fc.nat(10_000_000)), { maxLength: 20 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const rows = amounts.map(([asked, own]) => ({ asked: asked / 100, own: own / 100 }));
        const sums = budgetSums(budget, rows);
        const total = amounts.reduce((sum, [asked, own]) => sum + asked + own, 0);
        expect(sums.total).toBe(total / 100);
        expect(sums.rows).toEqual(amounts.map(([asked, own]) => (asked + own) / 100));
      }),
    );
  });

  it("keeps the limits of the call: total, share, lines", () => {
    const line = (asked: number, own: number) => ({ line: "staff", asked, own });
    expect(judge(budget, [line(800, 200)])).toBeUndefined();
    expect(judge(budget, [line(800.01, 200)])).toMatchObject({
      code: "budget.shareTooLarge",
      params: { share: 80 },
    });
    expect(judge(budget, [line(4000, 1000.01)])).toMatchObject({ code: "budget.totalTooLarge" });
    const own = (item: string) => ({ item, own: 1 });
    expect(judge(budget, ["a", "b", "c"].map(own))).toMatchObject({ code: "rows.tooMany" });
  });

  it("says at which line something is missing or no amount", () => {
    const rows = [
      { line: "staff", asked: "tanto", own: 1 },
      { asked: 1, own: 1 },
      { item: "Sala" },
    ];
    expect(judge(budget, rows)).toMatchObject({
      code: "parts",
      parts: {
        "0.asked": { code: "number.notANumber" },
        "1.item": { code: "budget.itemMissing" },
        "2.asked": { code: "budget.amountMissing" },
      },
    });
  });

  it("comes out of a posted form without its empty lines", () => {
    const posted = [
      ["costs.0.line", "staff"],
      ["costs.0.asked", "1.200,50 €"],
      ["costs.0.own", ""],
      ["costs.1.item", " "],
      ["costs.7.item", "Sala"],
      ["costs.7.own", "3"],
    ] as const;
    expect(answersFromEntries([budget], posted)).toEqual({
      costs: [
        { line: "staff", asked: 1200.5 },
        { item: "Sala", own: 3 },
      ],
    });
  });
});

describe("rows and blocks", () => {
  it("ask a partner for no code that it cannot have", () => {
    const group = { name: "Genitori", nature: "informalGroup", code: "92078410534" };
    expect(judge(partners, [group])).toBeUndefined();
    const sent = answersToSend(form(partners), "organisation", { partners: [group] });
    expect(sent.partners).toEqual([{ name: "Genitori", nature: "informalGroup" }]);
    expect(judge(partners, [{ name: "APS", nature: "aps" }])).toMatchObject({
      parts: { "0.code": { code: "required" } },
    });
  });

  it("judge an organisation by the kind that it gives", () => {
    expect(
      judge(organisation, { name: "Rossi", legalNature: "firm", fiscalCode: "92078410534" }),
    ).toBeUndefined();
    expect(
      judge(organisation, { name: "Rete", legalNature: "aps", fiscalCode: "1" })?.parts,
    ).toMatchObject({
      fiscalCode: { code: "fiscalCode.digits_missing" },
      runtsNumber: { code: "required" },
      runtsSince: { code: "required" },
    });
  });

  it("open what hangs on a part or on a sum", () => {
    const why: Field = {
      ...base,
      id: "why",
      type: "text",
      when: { op: "in", field: "org.legalNature", values: ["aps"] },
    };
    const proof: Field = {
      ...base,
      id: "proof",
      type: "file",
      when: { op: "gt", field: "costs.total", value: 1000 },
    };
    const all = form(organisation, budget, why, proof);
    const seen = (answers: Record<string, unknown>) =>
      visibleFields(all, "organisation", answers).map((field) => field.id);
    expect(seen({})).toEqual(["org", "costs"]);
    expect(seen({ org: { legalNature: "aps" }, costs: [{ line: "staff", asked: 1001 }] })).toEqual([
      "org",
      "costs",
      "why",
      "proof",
    ]);
  });
});

describe("who cannot apply", () => {
  const since: Field = { ...base, id: "since", type: "date" };
  const rules: FormDefinition = {
    ...form(since, organisation),
    eligibility: [
      {
        id: "sixMonths",
        when: { op: "after", field: "since", value: "2026-05-14" },
        message: say("Servono sei mesi di iscrizione.", "Six months of enrolment are needed."),
      },
    ],
  };

  it("is told at the question, in the words of the call, already in the draft", () => {
    const stop = validateAnswers(rules, "organisation", { since: "2026-05-15" }, { mode: "draft" });
    expect(stop).toEqual({
      since: {
        code: "notEligible",
        params: { rule: "sixMonths" },
        labels: {
          reason: say("Servono sei mesi di iscrizione.", "Six months of enrolment are needed."),
        },
      },
    });
    expect(
      validateAnswers(rules, "organisation", { since: "2026-05-14" }, { mode: "draft" }),
    ).toEqual({});
    expect(validateAnswers(rules, "organisation", {}, { mode: "draft" })).toEqual({});
  });
});

describe("answers in words", () => {
  const names: AnswerNames = {
    locale: "it",
    yes: "Sì",
    no: "No",
    total: "Totale",
    municipality: (code) => (code === "050029" ? "Pontedera" : code),
    legalNature: (code) => code.toUpperCase(),
  };
  const said = (field: Field, answer: unknown) => plainAnswer(showAnswer(field, answer, names));

  it("are the same everywhere", () => {
    const rows = [
      { line: "staff", asked: 800, own: 200.5 },
      { item: "Sala", own: 3 },
    ];
    expect(showAnswer(budget, rows, names)).toMatchObject({
      kind: "table",
      columns: ["Voce", "Contributo", "Risorse proprie", "Totale"],
      rows: [
        [
          "Personale",
          expect.stringContaining("800,00"),
          expect.stringContaining("200,50"),
          expect.stringContaining("1000,50"),
        ],
        ["Sala", "", expect.stringContaining("3,00"), expect.stringContaining("3,00")],
      ],
    });
    expect(said(organisation, { name: "Rete", legalNature: "aps" })).toBe(
      "Denominazione: Rete; Tipo di organizzazione: APS",
    );
    expect(
      said({ ...base, id: "w", type: "availability" }, ["1.morning", "1.evening", "6.afternoon"]),
    ).toBe("Lunedì: mattina, sera; Sabato: pomeriggio");
    expect(said({ ...base, id: "m", type: "municipality" }, "050029")).toBe("Pontedera");
    expect(said({ ...base, id: "y", type: "yesNo" }, "no")).toBe("No");
  });
});
