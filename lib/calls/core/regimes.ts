/** What the regime of a call switches. Sources: D.lgs. 117/2017 art. 55, L.R. Toscana 65/2020. */
export const REGIMES = [
  "participatoryPath",
  "codesign55",
  "attivatori",
  "callForProposals",
  "openRegister",
] as const;

export type Regime = (typeof REGIMES)[number];

export const APPLICANT_KINDS = ["organisation", "citizen"] as const;

/** How an application may arrive. The first two are the ways of this site. */
export const CHANNELS = ["identity", "mailbox", "pec", "signedPdf", "desk"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the outcome page says beside codes and results; of persons never more than the code. */
export const PUBLISHED = ["codes", "codesAndBodies"] as const;

export type RegimeRules = {
  /** Who may apply; others can be partners. */
  readonly applicants: readonly (typeof APPLICANT_KINDS)[number][];
  /** Only bodies enrolled in RUNTS may apply; others come as partners. */
  readonly runtsRequired: boolean;
  /** Months of enrolment asked for, counted back from the publication; 0: none. */
  readonly runtsMonths: number;
  /** Days between publication and end, and whether fewer of them block the publication. */
  readonly minimumDays: { readonly days: number; readonly blocking: boolean };
  /** Applicants are compared, so a refusal has no notice of art. 10-bis. */
  readonly comparative: boolean;
  /** Who is late is refused; otherwise accepted and marked. A new call begins with it. */
  readonly peremptory: boolean;
  /** Always open: applications are assessed at cut-offs, and there is no end. */
  readonly rolling: boolean;
  readonly channels: readonly Channel[];
  /** Of persons who apply for themselves. */
  readonly minimumAge: number | null;
  /** Minors come with the declaration of a parent or guardian. */
  readonly guardian: boolean;
  /** Notice before a refusal, L. 241/1990 art. 10-bis: never where applicants are compared. */
  readonly notice: boolean;
  readonly published: (typeof PUBLISHED)[number];
  /** The call divides a sum, possibly into lots. */
  readonly funding: boolean;
};

/** What the law and the real calls have; a body may adjust it, within what the law leaves open. */
export const standardRules: Readonly<Record<Regime, RegimeRules>> = {
  participatoryPath: rules({}),
  /** D.lgs. 117/2017 art. 55 asks for RUNTS, L.R. 65/2020 art. 13 for twenty days. */
  codesign55: rules({
    applicants: ["organisation"],
    runtsRequired: true,
    minimumDays: { days: 20, blocking: true },
    channels: ["identity", "mailbox", "pec"],
  }),
  attivatori: rules({ applicants: ["citizen"], minimumAge: 16 }),
  callForProposals: rules({
    applicants: ["organisation"],
    comparative: true,
    notice: false,
    published: "codesAndBodies",
    funding: true,
  }),
  openRegister: rules({ rolling: true }),
};

function rules(given: Partial<RegimeRules>): RegimeRules {
  return {
    applicants: ["organisation", "citizen"],
    runtsRequired: false,
    runtsMonths: 0,
    minimumDays: { days: 20, blocking: false },
    comparative: false,
    peremptory: true,
    rolling: false,
    channels: ["identity", "mailbox", "pec", "desk"],
    minimumAge: null,
    guardian: true,
    notice: true,
    published: "codes",
    funding: false,
    ...given,
  };
}

/** The rules a call was published with. Calls from before adjustments existed follow the standard. */
export function rulesOf(call: {
  readonly regime: string;
  readonly regimeRules: RegimeRules | null;
}): RegimeRules {
  return call.regimeRules ?? standardRules[regimeOf(call.regime)];
}

/** A stored regime; the database allows no other. */
export function regimeOf(code: string): Regime {
  return REGIMES.find((regime) => regime === code) ?? "participatoryPath";
}

/** Whether a session may apply online; a mailbox proves no identity, so a call may want more. */
export function admitsStrength(rules: RegimeRules, strength: string): boolean {
  return rules.channels.includes(strength === "identity" ? "identity" : "mailbox");
}

export type AdjustmentProblem =
  | "law_requires_runts"
  | "law_requires_days"
  | "law_excludes_citizens"
  | "law_excludes_notice"
  | "needs_an_online_channel"
  | "needs_an_applicant"
  | "minors_need_a_guardian"
  | "months_need_runts";

const DAYS_BY_LAW = 20;

/** Where an adjustment leaves what the law allows, by the field of the form that says so. Empty: it may be. */
export function adjustmentProblems(
  regime: Regime,
  rules: RegimeRules,
): Partial<Record<keyof RegimeRules | "days", AdjustmentProblem>> {
  const codesign = regime === "codesign55";
  const { days, blocking } = rules.minimumDays;
  const online = rules.channels.some((channel) => channel === "identity" || channel === "mailbox");
  const minors = rules.minimumAge !== null && rules.minimumAge < 18;
  return {
    ...(rules.applicants.length === 0 && { applicants: "needs_an_applicant" }),
    ...(codesign &&
      rules.applicants.includes("citizen") && { applicants: "law_excludes_citizens" }),
    ...(codesign && !rules.runtsRequired && { runtsRequired: "law_requires_runts" }),
    ...(rules.runtsMonths > 0 && !rules.runtsRequired && { runtsMonths: "months_need_runts" }),
    ...(codesign && (days < DAYS_BY_LAW || !blocking) && { days: "law_requires_days" }),
    ...(rules.comparative && rules.notice && { notice: "law_excludes_notice" }),
    ...(!online && { channels: "needs_an_online_channel" }),
    ...(minors && !rules.guardian && { guardian: "minors_need_a_guardian" }),
  };
}

/** The rules in the order in which people read them; the months of RUNTS come with RUNTS. */
export const RULE_NAMES = [
  "applicants",
  "runtsRequired",
  "minimumAge",
  "guardian",
  "minimumDays",
  "peremptory",
  "comparative",
  "notice",
  "channels",
  "published",
  "funding",
] as const satisfies readonly (keyof RegimeRules)[];
export type RuleName = (typeof RULE_NAMES)[number];
