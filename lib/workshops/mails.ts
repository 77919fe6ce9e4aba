import type { MeetingView } from "@/emails/meeting-facts";
import { derivedToken } from "@/lib/auth/derived-token";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { romeDate } from "@/lib/kernel/rome-time";
import { hourRange, longDate } from "@/lib/kernel/rome-words";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { routes } from "@/lib/routes";
import type { LockedMeeting } from "./commands/lock-meeting";
import type { CertificateView } from "./core/certificate-view";

/** Whom a mail about a meeting goes to. */
export type Addressee = { participantId: string; name: string; email: string };

/** The token of a participant's link; `participant.tokenHash` is its SHA-256. */
export function participantToken(participantId: string): string {
  return derivedToken("participant", participantId);
}

function answerUrl(participantId: string): string {
  return env().APP_ORIGIN + routes.convocationAnswer(participantToken(participantId));
}

function calendarUrl(participantId: string): string {
  return env().APP_ORIGIN + routes.meetingCalendar(participantToken(participantId));
}

type MeetingFacts = Pick<
  LockedMeeting,
  "title" | "startsAt" | "endsAt" | "mode" | "place" | "address" | "link"
>;

/** A meeting as mails show it. */
export function mailedMeeting(meeting: MeetingFacts, seriesTitle: string): MeetingView {
  const place = [meeting.place, meeting.address].filter(Boolean).join(", ");
  return {
    title: meeting.title,
    seriesTitle,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    mode: meeting.mode as MeetingView["mode"],
    place: meeting.mode === "online" ? null : place,
    onlineUrl: meeting.mode === "onsite" ? null : meeting.link,
  };
}

/** One mail that convenes a person to all the meetings convened together. */
export async function enqueueConvocation(
  tx: Ctx,
  to: Addressee & { organisationName: string },
  series: { id: string; bodyId: string; title: string; round: string },
  meetings: readonly MeetingView[],
): Promise<void> {
  if (!to.email) return;
  await enqueueMessage(tx, {
    bodyId: series.bodyId,
    kind: "convocation",
    key: `convocation:${to.participantId}:${series.round}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      seriesTitle: series.title,
      meetings,
      organisationName: to.organisationName || null,
      answerUrl: answerUrl(to.participantId),
      calendarUrl: calendarUrl(to.participantId),
    },
    subjectType: "workshopSeries",
    subjectId: series.id,
  });
}

/** The offer of a freed place, with the moment it runs out. */
export async function enqueueSeatOffer(
  tx: Ctx,
  meeting: LockedMeeting,
  seriesTitle: string,
  to: Addressee & { id: string },
  expiresAt: Date,
): Promise<void> {
  if (!to.email) return;
  await enqueueMessage(tx, {
    bodyId: meeting.bodyId,
    kind: "seatOffered",
    key: `seatOffered:${to.id}:${expiresAt.getTime()}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      meeting: mailedMeeting(meeting, seriesTitle),
      answerUrl: answerUrl(to.participantId),
      answerBy: expiresAt.toISOString(),
    },
    subjectType: "meeting",
    subjectId: meeting.id,
  });
}

/** A change of time, place or mode; the calendar entry has the same UID and a higher SEQUENCE. */
export async function enqueueMeetingChanged(
  tx: Ctx,
  before: LockedMeeting,
  after: LockedMeeting,
  seriesTitle: string,
  to: Addressee,
): Promise<void> {
  if (!to.email) return;
  const meeting = mailedMeeting(after, seriesTitle);
  await enqueueMessage(tx, {
    bodyId: after.bodyId,
    kind: "meetingChanged",
    key: `meetingChanged:${after.id}:${after.sequence}:${to.participantId}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      meeting,
      cancelled: false,
      changes: changesBetween(mailedMeeting(before, seriesTitle), meeting),
      reason: null,
      answerUrl: answerUrl(to.participantId),
      calendarUrl: calendarUrl(to.participantId),
    },
    subjectType: "meeting",
    subjectId: after.id,
  });
}

/** What is different, in words; convocations are written in Italian. */
function changesBetween(before: MeetingView, after: MeetingView) {
  const time = (meeting: MeetingView) => {
    const [from, to] = [new Date(meeting.startsAt), new Date(meeting.endsAt)];
    return `${longDate(romeDate(from), "it")}, ${hourRange(from, to, "it")}`;
  };
  const all = [
    { what: "time", before: time(before), after: time(after) },
    { what: "mode", before: MODES[before.mode], after: MODES[after.mode] },
    { what: "place", before: before.place ?? "", after: after.place ?? "" },
    { what: "link", before: before.onlineUrl ?? "", after: after.onlineUrl ?? "" },
  ] as const;
  return all.filter((change) => change.before !== change.after);
}

const MODES = { onsite: "in presenza", online: "online", hybrid: "in presenza e online" } as const;

/** Tells whoever reached the threshold that the certificate is there. */
export async function enqueueCertificate(
  tx: Ctx,
  to: Addressee,
  bodyId: string,
  documentId: string,
  certificate: CertificateView,
): Promise<void> {
  if (!to.email) return;
  await enqueueMessage(tx, {
    bodyId,
    kind: "certificate",
    key: `certificate:${documentId}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      holderName: certificate.holderName,
      pathTitle: certificate.seriesTitle,
      attended: certificate.attended,
      total: certificate.total,
      certificateUrl: answerUrl(to.participantId),
      verificationCode: certificate.code,
      verifyUrl: certificate.verifyUrl,
    },
    subjectType: "issuedDocument",
    subjectId: documentId,
  });
}
