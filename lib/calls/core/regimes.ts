/** What the regime of a call switches. Sources: D.lgs. 117/2017 art. 55, L.R. Toscana 65/2020. */
export const REGIMES = [
  "participatoryPath",
  "codesign55",
  "attivatori",
  "callForProposals",
  "openRegister",
] as const;

export type Regime = (typeof REGIMES)[number];

export type RegimeRules = {
  /** Only bodies enrolled in RUNTS may apply; others come as partners. */
  readonly runtsRequired: boolean;
  /** Applicants are compared, so a refusal has no notice of art. 10-bis. */
  readonly comparative: boolean;
  /** Days between publication and end, and whether fewer of them block the publication. */
  readonly minimumDays: { readonly days: number; readonly blocking: boolean };
  /** Always open: applications are assessed at cut-offs, and there is no end. */
  readonly rolling: boolean;
};

const DAYS = 20;

export const regimeRules: Readonly<Record<Regime, RegimeRules>> = {
  participatoryPath: rules({}),
  /** L.R. 65/2020 art. 13 asks for twenty days. */
  codesign55: rules({ runtsRequired: true, minimumDays: { days: DAYS, blocking: true } }),
  attivatori: rules({}),
  callForProposals: rules({ comparative: true }),
  openRegister: rules({ rolling: true }),
};

function rules(given: Partial<RegimeRules>): RegimeRules {
  return {
    runtsRequired: false,
    comparative: false,
    minimumDays: { days: DAYS, blocking: false },
    rolling: false,
    ...given,
  };
}
