import type { Answer } from "@/lib/calls/core/form-answers";
import type { Field } from "@/lib/calls/core/form-definition";
import { readBodyFiscalCode } from "@/lib/people/core/fiscal-code";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { readPersonFiscalCode, withoutOmocodia } from "@/lib/people/core/person-fiscal-code";
import type { ApplicationTrack } from "./tracks";

/** Who applies, as the answers say. */
export type Applicant =
  | { kind: "person"; name: string; fiscalCode: string | null }
  | { kind: "organisation"; name: string; legalNature: LegalNature; fiscalCode: string | null };

/**
 * The applicant out of the visible fields and their answers. Forms say by the profile path which
 * answer is a name; one that does not is read from its first line of text. `fallback` names who
 * wrote it.
 */
export function applicantOf(
  track: ApplicationTrack,
  fields: readonly Field[],
  answers: Readonly<Record<string, Answer>>,
  fallback: string,
): Applicant {
  const known = (path: string) =>
    textOf(
      fields.find((field) => field.prefill === path),
      answers,
    );
  const byType = (type: Field["type"]) =>
    textOf(
      fields.find((field) => field.type === type),
      answers,
    );
  if (track === "citizen") {
    const block = blockOf(fields, answers, "person");
    const first = known("person.firstName") || block("firstName");
    const name = `${first} ${known("person.lastName") || block("lastName")}`.trim();
    const written = known("person.fiscalCode") || byType("fiscalCodePerson") || block("fiscalCode");
    return { kind: "person", name: name || fallback, fiscalCode: onePerson(written) };
  }
  const block = blockOf(fields, answers);
  const name =
    known(track === "organisation" ? "organisation.name" : "group.name") || block("name");
  const code = readBodyFiscalCode(byType("fiscalCodeBody") || block("fiscalCode"));
  const nature = (byType("legalNature") || block("legalNature") || "other") as LegalNature;
  return {
    kind: "organisation",
    name: name || byType("text") || fallback,
    legalNature: track === "informalGroup" ? "informalGroup" : nature,
    fiscalCode: code.ok ? code.code : null,
  };
}

/**
 * Where the applicant lives or has its seat, by ISTAT code: the first place that the form asks of
 * them. Null where no answer says it; groups tell of others.
 */
export function placeOf(
  fields: readonly Field[],
  answers: Readonly<Record<string, Answer>>,
): string | null {
  for (const field of fields) {
    const answer = answers[field.id];
    if (field.type === "municipality" && typeof answer === "string") return answer;
    const parts =
      field.type === "address" || field.type === "person" || field.type === "organisation";
    if (!parts || typeof answer !== "object") continue;
    const place = new Map(Object.entries(answer)).get("municipality");
    if (typeof place === "string" && place !== "") return place;
  }
  return null;
}

/** A fiscal code without omocodia, by which one person is known; null for what is none. */
function onePerson(written: string): string | null {
  const code = readPersonFiscalCode(written);
  if (!code.ok) return null;
  return code.kind === "person" ? withoutOmocodia(code.code) : code.code;
}

/** The parts of the first block about who applies. */
function blockOf(
  fields: readonly Field[],
  answers: Readonly<Record<string, Answer>>,
  type: "organisation" | "person" = "organisation",
): (part: string) => string {
  const field = fields.find((one) => one.type === type);
  const answer = field && answers[field.id];
  return (part) => {
    const given = new Map(Object.entries(typeof answer === "object" ? answer : {}));
    return String(given.get(part) ?? "");
  };
}

function textOf(field: Field | undefined, answers: Readonly<Record<string, Answer>>): string {
  const answer = field && answers[field.id];
  return typeof answer === "string" ? answer : "";
}
