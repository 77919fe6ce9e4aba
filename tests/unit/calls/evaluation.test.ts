import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluationProblems,
  evaluationText,
  totalPoints,
  writtenEvaluation,
} from "@/lib/calls/core/evaluation";
import { regimeWarnings } from "@/lib/calls/core/regime-warnings";
import { standardRules } from "@/lib/calls/core/regimes";
import { saveCallSchema } from "@/lib/calls/schema";

const written = (rows: [string, number | null, number | null][], passingPoints: number | null) => ({
  criterionTitle: rows.map(([title]) => title),
  criterionPoints: rows.map(([, points]) => points),
  criterionLeast: rows.map(([, , least]) => least),
  passingPoints,
});
const tenths = fc.nat({ max: 1000 }).map((points) => points / 10);

describe("the criteria of a form", () => {
  it("leave out empty rows, and are none without any", () => {
    expect(writtenEvaluation(written([["", null, null]], null))).toEqual({});
    const { evaluation } = writtenEvaluation(
      written(
        [
          ["Qualità", 40.5, 20],
          ["", null, null],
          ["Rete", null, null],
        ],
        60,
      ),
    );
    expect(evaluation).toEqual({
      criteria: [
        { title: "Qualità", points: 40.5, least: 20 },
        { title: "Rete", points: 0, least: null },
      ],
      passing: 60,
    });
    expect(evaluationText(evaluation)).toBe("Qualità: 40.5 (≥ 20)\nRete: 0\n= 40.5 (≥ 60)");
  });

  it("add up exactly, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(tenths, { maxLength: 40 }), (all) => {
        const of = (points: number[]) =>
          totalPoints({
            criteria: points.map((one) => ({ title: "x", points: one, least: null })),
            passing: null,
          });
        expect(of(all)).toBe(of(all.toReversed()));
        expect(of(all) * 10).toBeCloseTo(
          all.reduce((sum, one) => sum + Math.round(one * 10), 0),
          6,
        );
        expect(String(of(all))).toMatch(/^\d+(\.\d)?$/);
      }),
    );
  });

  it("without a name, or asking more than there is, are named by their field", () => {
    expect(evaluationProblems(written([["", 10, null]], null))).toEqual([
      { field: "criterionTitle", code: "required" },
    ]);
    expect(evaluationProblems(written([["Rete", 10, 10.5]], null))).toEqual([
      { field: "criterionLeast", code: "too_large" },
    ]);
    expect(evaluationProblems(written([["Rete", 10, 10]], 100))).toEqual([]);
  });

  it.each([
    ["12,5", 12.5],
    ["100", 100],
    ["", null],
    ["12,55", "not_points"],
    ["-3", "not_points"],
    ["tanti", "not_points"],
  ])("are read as people write them: %j", (text, expected) => {
    const id = "01a1fff4-da24-74c4-9532-07f0ff4891c0";
    const read = saveCallSchema.safeParse({
      ...{ callId: id, revision: 1, slug: "bando", criterionTitle: "Rete", criterionPoints: text },
    });
    const found = read.success ? read.data.criterionPoints[0] : read.error.issues[0]?.message;
    expect(found).toBe(expected);
  });
});

describe("before a call is published", () => {
  const comparative = standardRules.callForProposals;
  const codes = (rules: typeof comparative, evaluation?: Parameters<typeof totalPoints>[0]) =>
    regimeWarnings(
      {
        ...{ rules, audiences: ["organisation"], minimumAge: null, peremptory: true },
        ...{ closesAt: new Date("2026-12-10T11:00:00Z"), cutOffs: [], evaluation },
        ...{ form: undefined, funding: { budget: 10, lots: [] } },
      },
      new Date("2026-11-10T11:00:00Z"),
    ).map(({ code, severity }) => `${code} ${severity}`);

  it("where applicants are compared there are criteria with points, and a threshold they can reach", () => {
    expect(codes(comparative)).toEqual(["no_criteria blocking"]);
    const criteria = [
      { title: "Qualità", points: 40.5, least: null },
      { title: "Rete", points: 0, least: null },
    ];
    expect(codes(comparative, { criteria, passing: 41 })).toEqual([
      "criteria_without_points blocking",
      "passing_over_points blocking",
    ]);
    expect(codes(comparative, { criteria: criteria.slice(0, 1), passing: 40.5 })).toEqual([]);
  });

  it("elsewhere none is asked for", () => {
    expect(codes({ ...comparative, comparative: false })).toEqual([]);
  });
});
