import type { CallContent } from "@/lib/calls/core/content";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import type { NextStep, ReceiptView } from "./receipt-view";
import type { ApplicationTrack } from "./tracks";

type BodyRow = {
  name: string;
  ipaCode: string | null;
  officeName: string;
  address: string | null;
  pec: string | null;
  email: string | null;
  phone: string | null;
};

type CallRow = {
  title: string;
  code: string | null;
  slug: string;
  version: number;
  closesAt: Date | null;
  content: CallContent;
};

export type ReceiptSources = {
  locale: string;
  body: BodyRow;
  call: CallRow;
  callLink: string;
  receivedAt: string;
  applicantName: string;
  track: ApplicationTrack;
  submittedBy: string;
} & Pick<
  ReceiptView,
  | "application"
  | "late"
  | "channel"
  | "identityLevel"
  | "assisted"
  | "files"
  | "digest"
  | "declarations"
  | "privacyNoticeVersion"
  | "verification"
>;

/** The receipt out of what is stored in the submitting transaction; texts follow at rendering. */
export function buildReceipt(from: ReceiptSources): ReceiptView {
  const endsOn = procedureEnd(from.call, from.receivedAt);
  const { procedure } = from.call.content;
  return {
    kind: "receipt",
    locale: from.locale,
    body: receiptBody(from.body),
    call: receiptCall(from.call, from.callLink),
    application: from.application,
    receivedAt: from.receivedAt,
    late: from.late ?? null,
    applicant: receiptApplicant(from),
    channel: from.channel,
    identityLevel: from.identityLevel,
    ...(from.assisted && { assisted: from.assisted }),
    files: from.files,
    digest: from.digest,
    // The body's own protocol follows by hand or by an adapter; the date cannot change.
    protocol: null,
    procedure: {
      object: procedure.object,
      responsibleOfficer: procedure.responsibleOfficer,
      digitalDomicile: procedure.digitalDomicile,
      days: procedure.days,
      endsOn,
      remedy: procedure.remedy,
      substituteHolder: procedure.substituteHolder,
      office: procedure.office,
    },
    nextSteps: nextSteps(from.call, from.assisted?.enteredAt ?? from.receivedAt, endsOn),
    declarations: from.declarations,
    privacyNoticeVersion: from.privacyNoticeVersion,
    verification: from.verification,
  };
}

export function receiptBody(body: BodyRow): ReceiptView["body"] {
  return {
    name: body.name,
    ipaCode: body.ipaCode,
    office: body.officeName,
    address: body.address ?? "",
    pec: body.pec ?? "",
    email: body.email ?? "",
    phone: body.phone ?? "",
  };
}

export function receiptCall(call: CallRow, link: string): ReceiptView["call"] {
  const { actNumber, actDate } = call.content.procedure;
  return {
    title: call.title,
    code: call.code ?? "",
    version: call.version,
    actNumber,
    actDate,
    link,
  };
}

const QUALITY = {
  organisation: "representative",
  informalGroup: "contactPerson",
  citizen: "self",
} as const satisfies Record<ApplicationTrack, ReceiptView["applicant"]["quality"]>;

export function receiptApplicant(from: {
  applicantName: string;
  track: ApplicationTrack;
  submittedBy: string;
}): ReceiptView["applicant"] {
  return {
    name: from.applicantName,
    track: from.track,
    submittedBy: from.submittedBy,
    quality: QUALITY[from.track],
  };
}

/** The days of the procedure run from the end of the call, or from the submission without one. */
export function procedureEnd(call: CallRow, receivedAt: string): string {
  const start = romeDate(call.closesAt ?? new Date(receivedAt));
  return addTermDays(start, call.content.procedure.days);
}

function nextSteps(call: CallRow, receivedAt: string, endsOn: string): NextStep[] {
  const today = romeDate(new Date(receivedAt));
  const ahead = call.closesAt !== null && call.closesAt > new Date(receivedAt);
  const closing: NextStep[] =
    call.closesAt && ahead ? [{ kind: "callCloses", at: call.closesAt.toISOString() }] : [];
  const meetings = call.content.meetings
    .filter((meeting) => meeting.on >= today)
    .map((meeting): NextStep => ({ kind: "meeting", ...meeting }));
  const rest: NextStep[] = [{ kind: "procedureEnds", on: endsOn }, ...meetings];
  // Of one day the outcome comes first: it says who is invited to the meeting.
  return [...closing, ...rest.sort((a, b) => dayOf(a).localeCompare(dayOf(b)))];
}

function dayOf(step: NextStep): string {
  return step.kind === "callCloses" ? step.at.slice(0, 10) : step.on;
}
