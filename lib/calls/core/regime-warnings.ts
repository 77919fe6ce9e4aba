import type { CallFunding } from "./content";
import { cutOffFor } from "./cut-offs";
import { type CallEvaluation, totalPoints } from "./evaluation";
import { checkDefinition } from "./form-checks";
import { type FormDefinition, fieldsOf } from "./form-definition";
import type { PublicationWarning } from "./publication-warnings";
import type { RegimeRules } from "./regimes";
import { enrolledSinceIn } from "./runts-seniority";

export type RegimeWarningCode =
  | "audience_outside_regime"
  | "age_below_regime"
  | "form_without_guardian"
  | "form_without_runts"
  | "form_without_runts_date"
  | "late_ones_compared"
  | "late_ones_accepted"
  | "no_cut_off"
  | "no_budget"
  | "lots_over_budget"
  | "lots_under_budget"
  | "no_criteria"
  | "criteria_without_points"
  | "passing_over_points";

export type RegimeReason =
  | "regime_says_who"
  | "minors_are_protected"
  | "cts_art_55"
  | "equal_terms"
  | "regime_is_strict"
  | "assessed_at_cut_offs"
  | "sum_must_be_known"
  | "criteria_come_first";

/** What the rules of a regime want to know of a form. */
export type FormAsks = {
  readonly runts: boolean;
  /** Since when. */
  readonly runtsSince: boolean;
  readonly guardian: boolean;
};

/** What a form asks; undefined when it asks nothing, or has something amiss: none can be published. */
export function askedBy(form: FormDefinition | null | undefined): FormAsks | undefined {
  if (!form || checkDefinition(form).length > 0) return undefined;
  const fields = fieldsOf(form);
  return {
    runts: fields.some(
      (field) =>
        field.type === "runts" ||
        (field.type === "organisation" && field.parts.some(({ id }) => id === "runtsNumber")),
    ),
    runtsSince: enrolledSinceIn(form) !== undefined,
    guardian: fields.some(({ id }) => id.startsWith("guardian")),
  };
}

type Checked = {
  readonly rules: RegimeRules;
  readonly audiences: readonly string[];
  readonly minimumAge: number | null;
  readonly peremptory: boolean;
  readonly closesAt: Date | null;
  readonly cutOffs: readonly Date[];
  readonly form: FormAsks | undefined;
  readonly funding: CallFunding | undefined;
  readonly evaluation: CallEvaluation | undefined;
};

const ADULT = 18;

/** Where a call leaves the regime that it was begun under. */
export function regimeWarnings(call: Checked, now: Date): PublicationWarning[] {
  const { rules, minimumAge, form } = call;
  const citizens = call.audiences.includes("citizen");
  const outside = call.audiences.filter((kind) => !rules.applicants.some((one) => one === kind));
  const young = citizens && rules.minimumAge !== null && (minimumAge ?? 0) < rules.minimumAge;
  const minors = citizens && minimumAge !== null && minimumAge < ADULT && rules.guardian;
  return [
    ...when(outside.length > 0, "audience_outside_regime", "regime_says_who", "blocking"),
    ...when(young, "age_below_regime", "minors_are_protected", "blocking", {
      minimum: rules.minimumAge ?? 0,
    }),
    ...when(
      minors && form?.guardian === false,
      "form_without_guardian",
      "minors_are_protected",
      "blocking",
    ),
    ...when(
      rules.runtsRequired && form?.runts === false,
      "form_without_runts",
      "cts_art_55",
      "blocking",
    ),
    ...when(
      rules.runtsRequired && rules.runtsMonths > 0 && form?.runtsSince === false,
      "form_without_runts_date",
      "cts_art_55",
      "blocking",
      { months: rules.runtsMonths },
    ),
    ...lateOnes(call),
    ...when(
      rules.rolling && call.closesAt === null && cutOffFor(call.cutOffs, now) === null,
      "no_cut_off",
      "assessed_at_cut_offs",
      "warning",
    ),
    ...(rules.funding ? ofTheSum(call.funding) : []),
    ...(rules.comparative ? ofTheCriteria(call.evaluation) : []),
  ];
}

function lateOnes({ rules, peremptory, closesAt }: Checked): PublicationWarning[] {
  if (peremptory || closesAt === null) return [];
  return rules.comparative
    ? when(true, "late_ones_compared", "equal_terms", "blocking")
    : when(rules.peremptory, "late_ones_accepted", "regime_is_strict", "warning");
}

function ofTheSum(funding: CallFunding | undefined): PublicationWarning[] {
  const budget = funding?.budget ?? 0;
  if (!funding || budget <= 0) return when(true, "no_budget", "sum_must_be_known", "warning");
  const lots = funding.lots.reduce((sum, lot) => sum + lot.amount, 0);
  const some = funding.lots.length > 0;
  const params = { budget, lots };
  return [
    ...when(some && lots > budget, "lots_over_budget", "sum_must_be_known", "blocking", params),
    ...when(some && lots < budget, "lots_under_budget", "sum_must_be_known", "warning", params),
  ];
}

/** L. 241/1990, art. 12: how applicants are compared stands before the first of them comes. */
function ofTheCriteria(evaluation: CallEvaluation | undefined): PublicationWarning[] {
  const criteria = evaluation?.criteria ?? [];
  if (!evaluation || criteria.length === 0) {
    return when(true, "no_criteria", "criteria_come_first", "blocking");
  }
  const points = totalPoints(evaluation);
  const passing = evaluation.passing ?? 0;
  return [
    ...when(
      criteria.some((one) => one.points <= 0),
      "criteria_without_points",
      "criteria_come_first",
      "blocking",
    ),
    ...when(passing > points, "passing_over_points", "criteria_come_first", "blocking", {
      passing,
      points,
    }),
  ];
}

function when(
  holds: boolean,
  code: RegimeWarningCode,
  reason: RegimeReason,
  severity: "blocking" | "warning",
  params: Readonly<Record<string, number>> = {},
): PublicationWarning[] {
  return holds ? [{ code, reason, severity, params }] : [];
}
