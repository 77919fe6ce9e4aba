import type { MeetingView } from "@/emails/meeting-facts";
import { derivedToken } from "@/lib/auth/derived-token";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/kernel/rome-words";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { routes } from "@/lib/routes";
import type { LockedMeeting } from "./commands/lock-meeting";
import type { CertificateView } from "./core/certificate-view";
import { changesBetween } from "./core/change-words";
import type { Listener } from "./queries/meeting-audience";

/** Whom a mail about a meeting goes to. */
export type Addressee = { participantId: string; name: string; email: string; locale: string };

/** A person's language is free text in the database; mails exist in two. */
const languageOf = (locale: string): Locale => (locale === "en" ? "en" : "it");

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
    locale: languageOf(to.locale),
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
    locale: languageOf(to.locale),
    view: {
      meeting: mailedMeeting(meeting, seriesTitle),
      answerUrl: answerUrl(to.participantId),
      answerBy: expiresAt.toISOString(),
    },
    subjectType: "meeting",
    subjectId: meeting.id,
  });
}

/** What happened to a meeting; the calendar entry has the same UID and a higher SEQUENCE. */
export type MeetingNotice = {
  before: LockedMeeting;
  after: LockedMeeting;
  cancelled: boolean;
  /** Written by the officer for whoever reads the notice; may be empty. */
  reason: string;
};

/** Tells a participant, and who comes in their place, that a meeting changed or was called off. */
export async function enqueueMeetingChanged(
  tx: Ctx,
  notice: MeetingNotice,
  seriesTitle: string,
  to: Listener,
): Promise<void> {
  const { before, after, cancelled, reason } = notice;
  const language = languageOf(to.locale);
  const meeting = mailedMeeting(after, seriesTitle);
  const facts = {
    meeting,
    cancelled,
    changes: cancelled ? [] : changesBetween(mailedMeeting(before, seriesTitle), meeting, language),
    reason: reason || null,
  };
  const common = {
    bodyId: after.bodyId,
    kind: "meetingChanged" as const,
    locale: language,
    subjectType: "meeting",
    subjectId: after.id,
  };
  const key = `meetingChanged:${after.id}:${after.sequence}:${to.participantId}`;
  if (to.email) {
    await enqueueMessage(tx, {
      ...common,
      ...{ key, recipient: to.email, recipientName: to.name },
      view: {
        ...facts,
        answerUrl: answerUrl(to.participantId),
        calendarUrl: calendarUrl(to.participantId),
      },
    });
  }
  if (to.delegate) {
    await enqueueMessage(tx, {
      ...common,
      ...{ key: `${key}:delegate`, recipient: to.delegate.email, recipientName: to.delegate.name },
      view: { ...facts, answerUrl: null, calendarUrl: null },
    });
  }
}

/** Tells a delegate where and when; naming somebody else afterwards tells that person. */
export async function enqueueDelegateNamed(
  tx: Ctx,
  meeting: LockedMeeting,
  seriesTitle: string,
  convocationId: string,
  delegate: { name: string; email: string; insteadOf: string },
): Promise<void> {
  await enqueueMessage(tx, {
    bodyId: meeting.bodyId,
    kind: "delegateNamed",
    key: `delegateNamed:${convocationId}:${delegate.email}`,
    recipient: delegate.email,
    recipientName: delegate.name,
    locale: "it",
    view: {
      meeting: mailedMeeting(meeting, seriesTitle),
      delegateName: delegate.name,
      insteadOf: delegate.insteadOf,
    },
    subjectType: "meeting",
    subjectId: meeting.id,
  });
}

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
    locale: languageOf(to.locale),
    view: {
      holderName: certificate.holderName,
      pathTitle: certificate.seriesTitle,
      attended: certificate.attended,
      total: certificate.total,
      certificateUrl:
        env().APP_ORIGIN + routes.convocationCertificate(participantToken(to.participantId)),
      verificationCode: certificate.code,
      verifyUrl: certificate.verifyUrl,
    },
    subjectType: "issuedDocument",
    subjectId: documentId,
  });
}
