import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { arrivalOf, cutOffFor, precisionOf } from "@/lib/calls/core/cut-offs";
import { isInTime } from "@/lib/calls/core/deadline";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { communityActivators } from "@/lib/calls/core/form-templates/community-activators";
import { askedBy, regimeWarnings } from "@/lib/calls/core/regime-warnings";
import {
  adjustmentProblems,
  admitsStrength,
  REGIMES,
  type RegimeRules,
  RULE_NAMES,
  rulesOf,
  standardRules,
} from "@/lib/calls/core/regimes";
import { euroWords, readEuro } from "@/lib/kernel/euro";
import { endOfRomeDay } from "@/lib/kernel/rome-time";

const now = new Date("2026-11-25T17:20:00Z");
const at = (text: string) => new Date(text);

describe("the regimes", () => {
  test.each(REGIMES)("%s as it stands is within the law", (regime) => {
    expect(adjustmentProblems(regime, standardRules[regime])).toEqual({});
  });

  it("name every rule that people read, and no other", () => {
    const silent = ["runtsMonths", "rolling"];
    expect([...RULE_NAMES, ...silent].sort()).toEqual(Object.keys(standardRules.codesign55).sort());
  });

  it("are kept by a call as they were when it was published", () => {
    const kept = { ...standardRules.attivatori, minimumAge: 18 };
    expect(rulesOf({ regime: "attivatori", regimeRules: kept })).toBe(kept);
    expect(rulesOf({ regime: "attivatori", regimeRules: null })).toBe(standardRules.attivatori);
  });

  it("admit an identity or a mailbox, each by its own channel", () => {
    const only = (channels: RegimeRules["channels"]) => ({ ...standardRules.attivatori, channels });
    expect(admitsStrength(only(["identity"]), "mailbox")).toBe(false);
    expect(admitsStrength(only(["identity"]), "staff")).toBe(false);
    expect(admitsStrength(only(["identity"]), "identity")).toBe(true);
    expect(admitsStrength(only(["mailbox"]), "identity")).toBe(false);
  });
});

type Checked = Parameters<typeof regimeWarnings>[0];
const fine: Checked = {
  rules: standardRules.participatoryPath,
  audiences: ["organisation"],
  minimumAge: null,
  peremptory: true,
  closesAt: at("2026-12-18T11:00:00Z"),
  cutOffs: [],
  form: { runts: true, runtsSince: true, guardian: true },
  funding: undefined,
  evaluation: { criteria: [{ title: "Qualità", points: 60.5, least: 30 }], passing: 60.5 },
};
const codes = (change: Partial<Checked>) =>
  regimeWarnings({ ...fine, ...change }, now).map(({ code, severity }) => `${code} ${severity}`);

describe("where a call leaves its regime", () => {
  const { codesign55, attivatori, callForProposals, openRegister } = standardRules;
  const funding = (budget: number, ...amounts: number[]) => ({
    budget,
    lots: amounts.map((amount) => ({ title: "Lotto", amount })),
  });

  it.each<[string, Partial<Checked>, string[]]>([
    ["nothing", {}, []],
    [
      "citizens in a co-design",
      { rules: codesign55, audiences: ["organisation", "citizen"] },
      ["audience_outside_regime blocking"],
    ],
    [
      "a co-design whose form does not ask for RUNTS",
      { rules: codesign55, form: { runts: false, runtsSince: false, guardian: false } },
      ["form_without_runts blocking"],
    ],
    [
      "a co-design that asks for months in RUNTS, and no date",
      {
        rules: { ...codesign55, runtsMonths: 6 },
        form: { runts: true, runtsSince: false, guardian: false },
      },
      ["form_without_runts_date blocking"],
    ],
    [
      "an age below the regime's",
      { rules: attivatori, audiences: ["citizen"], minimumAge: 14 },
      ["age_below_regime blocking"],
    ],
    [
      "no age where there is one",
      { rules: attivatori, audiences: ["citizen"] },
      ["age_below_regime blocking"],
    ],
    [
      "minors without a guardian",
      {
        rules: attivatori,
        audiences: ["citizen"],
        minimumAge: 16,
        form: { runts: false, runtsSince: false, guardian: false },
      },
      ["form_without_guardian blocking"],
    ],
    [
      "adults without one",
      {
        audiences: ["citizen"],
        minimumAge: 18,
        form: { runts: false, runtsSince: false, guardian: false },
      },
      [],
    ],
    [
      "late ones among those who are compared",
      { rules: callForProposals, peremptory: false, funding: funding(1000) },
      ["late_ones_compared blocking"],
    ],
    ["late ones elsewhere", { peremptory: false }, ["late_ones_accepted warning"]],
    [
      "late ones where the body takes them",
      { peremptory: false, rules: { ...fine.rules, peremptory: false } },
      [],
    ],
    [
      "a register without a cut-off",
      { rules: openRegister, closesAt: null },
      ["no_cut_off warning"],
    ],
    [
      "a register whose cut-offs are over",
      { rules: openRegister, closesAt: null, cutOffs: [at("2026-11-01T11:00:00Z")] },
      ["no_cut_off warning"],
    ],
    ["no sum", { rules: callForProposals }, ["no_budget warning"]],
    [
      "lots above the sum",
      { rules: callForProposals, funding: funding(1000, 600, 600) },
      ["lots_over_budget blocking"],
    ],
    [
      "lots below it",
      { rules: callForProposals, funding: funding(1000, 600) },
      ["lots_under_budget warning"],
    ],
    ["lots that fit", { rules: callForProposals, funding: funding(1000, 400, 600) }, []],
  ])("%s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it("reads what a form asks", () => {
    expect(askedBy(communityActivators)).toEqual({
      runts: false,
      runtsSince: false,
      guardian: true,
    });
    const empty: FormDefinition = { version: 1, sections: [] };
    expect(askedBy(empty)).toBeUndefined();
    expect(askedBy(null)).toBeUndefined();
  });
});

describe("cut-offs", () => {
  const cutOffs = [endOfRomeDay("2026-10-25"), at("2026-12-31T11:00:00Z")];

  it.each([
    ["2026-10-25T22:59:59.999999Z", "2026-10-25T22:59:59.000Z"],
    ["2026-10-25T23:00:00.000000Z", "2026-12-31T11:00:00.000Z"],
    ["2026-12-31T11:00:00.999999Z", "2026-12-31T11:00:00.000Z"],
    ["2026-12-31T11:00:01.000000Z", undefined],
  ])("who arrives at %s belongs to %s", (receivedAt, expected) => {
    expect(cutOffFor(cutOffs, receivedAt)?.toISOString()).toBe(expected);
  });

  it("belong to the first that was reached in time, in whatever order they stand", () => {
    const moments = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 });
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 6 }), moments, (ends, second) => {
        const received = new Date(second * 1000 + 999);
        const found = cutOffFor(
          ends.map((end) => new Date(end * 1000)),
          received,
        );
        const reached = ends.filter((end) => isInTime(received, new Date(end * 1000)));
        expect(found?.getTime()).toBe(reached.length > 0 ? Math.min(...reached) * 1000 : undefined);
      }),
    );
  });

  it("are assessed when nobody can come for them any more", () => {
    const register = { closesAt: null, cutOffs };
    const early = "2026-10-20T08:00:00Z";
    const arrival = (moment: string) => arrivalOf(register, early, at(moment));
    expect(arrival("2026-10-25T22:59:59.999Z").windowOpen).toBe(true);
    expect(arrival("2026-10-25T23:00:00Z").windowOpen).toBe(false);
    expect(arrivalOf(register, "2027-01-10T08:00:00Z", now)).toMatchObject({
      cutOff: null,
      windowOpen: false,
    });
  });

  it("leave a call with an end to its end: late is late until an extension says otherwise", () => {
    const of = { closesAt: at("2026-11-30T11:00:00Z"), cutOffs: [] };
    expect(arrivalOf(of, "2026-11-30T11:00:00.999999Z", now).late).toBe(false);
    expect(arrivalOf(of, "2026-11-30T11:00:01Z", now).late).toBe(true);
    const extended = { ...of, closesAt: at("2026-12-01T11:00:00Z") };
    expect(arrivalOf(extended, "2026-11-30T11:00:01Z", now).late).toBe(false);
  });

  it("say the hour only where one was written", () => {
    expect(cutOffs.map(precisionOf)).toEqual(["endOfDay", "hour"]);
  });
});

describe("amounts", () => {
  it.each([
    ["12.500,50", 12500.5],
    ["12500,5", 12500.5],
    ["12500.50", 12500.5],
    ["1.000", 1000],
    ["€ 1 000", 1000],
    ["0,01", 0.01],
    ["1.50", 1.5],
    ["12,345", undefined],
    ["-5", undefined],
    ["mille", undefined],
    ["", undefined],
  ])("%s is %s", (text, expected) => {
    expect(readEuro(text)).toBe(expected);
  });

  it("are read again as they are written, in Italian", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), (cents) => {
        expect(readEuro(euroWords(cents / 100, "it"))).toBe(cents / 100);
      }),
    );
  });
});
