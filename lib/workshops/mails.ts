import { derivedToken } from "@/lib/auth/derived-token";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { routes } from "@/lib/routes";
import type { LockedMeeting } from "./commands/lock-meeting";

/** Whom a mail about a meeting goes to. */
export type Addressee = { participantId: string; name: string; email: string };

/** The token of a participant's link; `participant.tokenHash` is its SHA-256. */
export function participantToken(participantId: string): string {
  return derivedToken("participant", participantId);
}

function answerUrl(participantId: string): string {
  return env().APP_ORIGIN + routes.convocationAnswer(participantToken(participantId));
}

/** What a mail says of a meeting: instants as ISO texts, words are made by the template. */
export type MailedMeeting = {
  number: number;
  title: string;
  startsAt: string;
  endsAt: string;
  mode: string;
  place: string;
  address: string;
  link: string;
};

export function mailedMeeting(
  meeting: Pick<
    LockedMeeting,
    "number" | "title" | "startsAt" | "endsAt" | "mode" | "place" | "address" | "link"
  >,
): MailedMeeting {
  return {
    number: meeting.number,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    mode: meeting.mode,
    place: meeting.place,
    address: meeting.address,
    link: meeting.link,
  };
}

type Sender = { bodyId: string; bodyName: string };

/** One mail that convenes a person to all the meetings convened together. */
export async function enqueueConvocation(
  tx: Ctx,
  to: Addressee,
  series: Sender & { id: string; title: string; round: string },
  meetings: readonly MailedMeeting[],
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
      bodyName: series.bodyName,
      name: to.name,
      seriesTitle: series.title,
      meetings: [...meetings],
      answerUrl: answerUrl(to.participantId),
    },
    subjectType: "workshopSeries",
    subjectId: series.id,
  });
}

/** The offer of a freed place, with the moment it runs out. */
export async function enqueueSeatOffer(
  tx: Ctx,
  meeting: LockedMeeting,
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
      name: to.name,
      meeting: mailedMeeting(meeting),
      expiresAt: expiresAt.toISOString(),
      answerUrl: answerUrl(to.participantId),
    },
    subjectType: "meeting",
    subjectId: meeting.id,
  });
}

/** A change of time, place or mode; the calendar entry has the same UID and a higher SEQUENCE. */
export async function enqueueMeetingChanged(
  tx: Ctx,
  meeting: LockedMeeting,
  before: MailedMeeting,
  to: Addressee,
): Promise<void> {
  if (!to.email) return;
  await enqueueMessage(tx, {
    bodyId: meeting.bodyId,
    kind: "meetingChanged",
    key: `meetingChanged:${meeting.id}:${meeting.sequence}:${to.participantId}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      name: to.name,
      before,
      meeting: mailedMeeting(meeting),
      answerUrl: answerUrl(to.participantId),
    },
    subjectType: "meeting",
    subjectId: meeting.id,
  });
}

/** Tells whoever reached the threshold that the certificate is there. */
export async function enqueueCertificate(
  tx: Ctx,
  to: Addressee,
  given: { bodyId: string; seriesTitle: string; documentId: string; code: string },
): Promise<void> {
  if (!to.email) return;
  await enqueueMessage(tx, {
    bodyId: given.bodyId,
    kind: "certificate",
    key: `certificate:${given.documentId}`,
    recipient: to.email,
    recipientName: to.name,
    locale: "it",
    view: {
      name: to.name,
      seriesTitle: given.seriesTitle,
      code: given.code,
      url: answerUrl(to.participantId),
    },
    subjectType: "issuedDocument",
    subjectId: given.documentId,
  });
}
