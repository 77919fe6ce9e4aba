import type { PublicationWarningCode } from "./publication-warnings";
import type { PublicationPoint, PublishVerdict } from "./rules";

/** The sections of the editor in their order; the address names them in Italian. */
export const EDITOR_SECTIONS = [
  "oggetto",
  "destinatari",
  "tempi",
  "laboratori",
  "partecipazione",
  "modulo",
  "valutazione",
  "procedimento",
  "privacy",
  "contatti",
] as const;
export type EditorSection = (typeof EDITOR_SECTIONS)[number];

/** Where each point of the publication is mended. */
export const SECTION_OF_POINT: Readonly<Record<PublicationPoint, EditorSection>> = {
  title: "oggetto",
  summary: "oggetto",
  audiences: "destinatari",
  audience: "destinatari",
  howTo: "partecipazione",
  needed: "partecipazione",
  obtained: "partecipazione",
  opens: "tempi",
  opensBeforeEnd: "tempi",
  deadline: "tempi",
  deadlineInFuture: "tempi",
  object: "procedimento",
  office: "procedimento",
  digitalDomicile: "procedimento",
  responsibleOfficer: "procedimento",
  substituteHolder: "procedimento",
  days: "tempi",
  actNumber: "procedimento",
  actDate: "procedimento",
  privacyNoticeVersion: "privacy",
  contact: "contatti",
  form: "modulo",
};

/** Where a warning is mended. */
export function sectionOfWarning(code: PublicationWarningCode): EditorSection {
  switch (code) {
    case "workshop_on_sunday":
    case "workshop_on_holiday":
    case "workshop_before_close":
      return "laboratori";
    case "audience_outside_regime":
    case "age_below_regime":
      return "destinatari";
    case "form_without_guardian":
    case "form_without_runts":
    case "form_without_runts_date":
      return "modulo";
    case "no_criteria":
    case "criteria_without_points":
    case "passing_over_points":
      return "valutazione";
    case "no_budget":
    case "lots_over_budget":
    case "lots_under_budget":
      return "oggetto";
    default:
      return "tempi";
  }
}

export type SectionState =
  | { kind: "complete" }
  | { kind: "blocked"; count: number }
  | { kind: "warned"; count: number };

/** How each section stands: what blocks comes before what only warns. */
export function sectionStates(
  verdict: PublishVerdict,
  warnings: readonly { code: PublicationWarningCode; severity: string }[],
): Record<EditorSection, SectionState> {
  const missing = !verdict.ok && verdict.reason === "incomplete" ? verdict.missing : [];
  const stateOf = (section: EditorSection): SectionState => {
    const here = warnings.filter((one) => sectionOfWarning(one.code) === section);
    const blocking = here.filter((one) => one.severity === "blocking").length;
    const blocked =
      missing.filter((point) => SECTION_OF_POINT[point] === section).length + blocking;
    if (blocked > 0) return { kind: "blocked", count: blocked };
    return here.length > 0 ? { kind: "warned", count: here.length } : { kind: "complete" };
  };
  return Object.fromEntries(EDITOR_SECTIONS.map((one) => [one, stateOf(one)])) as Record<
    EditorSection,
    SectionState
  >;
}

export function readEditorSection(given: string): EditorSection {
  return EDITOR_SECTIONS.find((one) => one === given) ?? "oggetto";
}
