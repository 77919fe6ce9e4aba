/** Kinds of applicants that are not a single person (domain.md, "Applicants"). */
export const LEGAL_NATURES = [
  "publicBody",
  "odv",
  "aps",
  "otherEts",
  "socialCooperative",
  "socialEnterprise",
  "foundation",
  "firm",
  "school",
  "professional",
  "committee",
  "informalGroup",
  "other",
] as const;

export type LegalNature = (typeof LEGAL_NATURES)[number];

/** What identifies an applicant, and so what it may be asked for. */
export type Identifier = "fiscalCode" | "partitaIva" | "runts" | "pec";

export type Asked = "asTheFormSays" | "optional" | "never";

/**
 * How an identifier may be asked of a kind. A committee need not have codes, so none is ever
 * required of it; an informal group has none and is not even asked.
 */
export function identifierAskedOf(nature: LegalNature, identifier: Identifier): Asked {
  if (nature === "informalGroup") return "never";
  if (nature === "committee") return "optional";
  if (identifier === "runts") {
    return MAY_ENROL.has(nature) ? "asTheFormSays" : "never";
  }
  return "asTheFormSays";
}

/** An informal group, and a committee, name a contact person and their members instead. */
export function mustListMembers(nature: LegalNature, hasFiscalCode: boolean): boolean {
  return nature === "informalGroup" || (nature === "committee" && !hasFiscalCode);
}

const MAY_ENROL: ReadonlySet<LegalNature> = new Set<LegalNature>([
  "odv",
  "aps",
  "otherEts",
  "socialCooperative",
  "socialEnterprise",
  "foundation",
  "other",
]);
