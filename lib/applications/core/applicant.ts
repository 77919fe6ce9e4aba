import type { Answer } from "@/lib/calls/core/form-answers";
import type { Field } from "@/lib/calls/core/form-definition";
import { readBodyFiscalCode } from "@/lib/people/core/fiscal-code";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import type { ApplicationTrack } from "./tracks";

/** Who applies, as the answers say. */
export type Applicant =
  | { kind: "person"; name: string }
  | { kind: "organisation"; name: string; legalNature: LegalNature; fiscalCode: string | null };

/** What the profile knows as a field's answer is found by the path that the form gives the field. */
export const PROFILE_PATHS = {
  organisationName: "organisation.name",
  givenName: "person.givenName",
  familyName: "person.familyName",
  birthDate: "person.birthDate",
} as const;

/** The applicant out of the visible fields and their answers; `fallback` names who wrote it. */
export function applicantOf(
  track: ApplicationTrack,
  fields: readonly Field[],
  answers: Readonly<Record<string, Answer>>,
  fallback: string,
): Applicant {
  const by = (path: string) => textOf(fields.find((field) => field.prefill === path), answers);
  if (track === "citizen") {
    const name = [by(PROFILE_PATHS.givenName), by(PROFILE_PATHS.familyName)].join(" ").trim();
    return { kind: "person", name: name || fallback };
  }
  const byType = (type: Field["type"]) => textOf(fields.find((field) => field.type === type), answers);
  const code = readBodyFiscalCode(byType("fiscalCodeBody"));
  const nature = (byType("legalNature") || "other") as LegalNature;
  return {
    kind: "organisation",
    name: by(PROFILE_PATHS.organisationName) || fallback,
    legalNature: track === "informalGroup" ? "informalGroup" : nature,
    fiscalCode: code.ok ? code.code : null,
  };
}

function textOf(field: Field | undefined, answers: Readonly<Record<string, Answer>>): string {
  const answer = field && answers[field.id];
  return typeof answer === "string" ? answer : "";
}
