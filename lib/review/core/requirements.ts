/** What staff check before an application is admissible. Codes; the words stand in the catalogue. */
export const REQUIREMENTS = [
  "applicantEligible",
  "legalNatureAdmitted",
  "runtsEnrolled",
  "membersListed",
  "minimumAge",
  "guardianDeclaration",
  "residence",
  "contactPerson",
  "declarationsMade",
  "attachmentsReadable",
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export const CHECK_ANSWERS = ["yes", "no", "ask"] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** What decides which requirements an application must meet. */
export type CheckedApplication = {
  /** By the regime of the call. */
  runtsRequired: boolean;
  track: "organisation" | "informalGroup" | "citizen";
  /** Sixteen or seventeen on the day of submission. */
  minor: boolean;
  hasAttachments: boolean;
};

/**
 * The admissibility checklist of one application. RUNTS is asked for where the regime does (always
 * for art. 55 of D.Lgs. 117/2017); an informal group is asked for its members instead of codes.
 */
export function requirementsFor(application: CheckedApplication): Requirement[] {
  const { runtsRequired, track, minor, hasAttachments } = application;
  const asked: Record<Requirement, boolean> = {
    applicantEligible: true,
    legalNatureAdmitted: track === "organisation",
    runtsEnrolled: runtsRequired,
    membersListed: track === "informalGroup",
    minimumAge: track === "citizen",
    guardianDeclaration: track === "citizen" && minor,
    residence: track === "citizen",
    contactPerson: track !== "citizen",
    declarationsMade: true,
    attachmentsReadable: hasAttachments,
  };
  return REQUIREMENTS.filter((requirement) => asked[requirement]);
}

/** How far the checklist of an application is. */
export type CheckProgress = "incomplete" | "allMet" | "someNotMet";

export function checkProgress(
  requirements: readonly Requirement[],
  answers: Readonly<Partial<Record<Requirement, CheckAnswer>>>,
): CheckProgress {
  const given = requirements.map((requirement) => answers[requirement]);
  if (given.includes("no")) return "someNotMet";
  return given.every((answer) => answer === "yes") ? "allMet" : "incomplete";
}
