import type { CallContent, PlannedMeeting } from "./content";
import { documentsText } from "./documents";
import { evaluationText } from "./evaluation";
import type { ReopenedWithin } from "./reopening";

/** What a rectification may change. Times are changed by other acts, the regime by none. */
export type Rectified = {
  title: string;
  summary: string;
  places: number | null;
  minimumAge: number | null;
  content: CallContent;
};

/** Columns of a call that can change by an act, kept with each version. Instants in ISO. */
export type VersionFacts = {
  summary?: string;
  places?: number | null;
  minimumAge?: number | null;
  /** Hour of the end as it was written; null: the end of the day. */
  closesAtTime?: string | null;
  reopened?: string | null;
  reopenedFor?: string[] | null;
  reopenedWithin?: ReopenedWithin | null;
};

/** A version with all that is compared. */
export type ComparedVersion = Rectified & { closesAt: Date | null };

/** The fields that are compared, in the order of the page. */
export const VERSION_FIELDS = [
  "title",
  "summary",
  "closesAt",
  "description",
  "audience",
  "minimumAge",
  "places",
  "howTo",
  "needed",
  "obtained",
  "conditions",
  "documents",
  "evaluation",
  "meetings",
  "object",
  "office",
  "digitalDomicile",
  "responsibleOfficer",
  "substituteHolder",
  "days",
  "privacyNoticeVersion",
  "remedy",
  "noticeBoardLink",
  "phone",
  "email",
  "helpHours",
  "address",
] as const;
export type VersionField = (typeof VERSION_FIELDS)[number];

/** A version as texts, by field. `closesAt` is an instant in ISO; "" is nothing. */
export function versionTexts(version: ComparedVersion): Record<VersionField, string> {
  const { sheet, procedure, contacts, meetings, documents, evaluation } = version.content;
  return {
    title: version.title,
    summary: version.summary,
    closesAt: version.closesAt?.toISOString() ?? "",
    description: sheet.description,
    audience: sheet.audience,
    minimumAge: version.minimumAge?.toString() ?? "",
    places: version.places?.toString() ?? "",
    howTo: sheet.howTo,
    needed: sheet.needed,
    obtained: sheet.obtained,
    conditions: sheet.conditions,
    documents: documentsText(documents),
    evaluation: evaluationText(evaluation),
    meetings: meetings.map(meetingText).join("\n"),
    object: procedure.object,
    office: procedure.office,
    digitalDomicile: procedure.digitalDomicile,
    responsibleOfficer: procedure.responsibleOfficer,
    substituteHolder: procedure.substituteHolder,
    days: String(procedure.days),
    privacyNoticeVersion: procedure.privacyNoticeVersion,
    remedy: procedure.remedy,
    noticeBoardLink: procedure.noticeBoardLink,
    phone: contacts.phone,
    email: contacts.email,
    helpHours: contacts.helpHours,
    address: contacts.address,
  };
}

/** "2026-12-10, 17:00–19:00, Ascoltare, In presenza a Grosseto" */
export function meetingText({ on, from, to, title, where }: PlannedMeeting): string {
  return [on, [from, to].filter(Boolean).join("–"), title, where].filter(Boolean).join(", ");
}

/** Ends of lines as forms once sent them are no change. */
const plain = (text: string) => text.replace(/\r\n?/g, "\n");

export type FieldChange = { field: VersionField; before: string; after: string };

/** The fields in which two versions differ, in the order of the page. */
export function changesBetween(before: ComparedVersion, after: ComparedVersion): FieldChange[] {
  const [old, now] = [versionTexts(before), versionTexts(after)];
  return VERSION_FIELDS.filter((field) => plain(old[field]) !== plain(now[field])).map((field) => ({
    field,
    before: old[field],
    after: now[field],
  }));
}
