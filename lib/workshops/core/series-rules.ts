import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import type { MeetingState } from "./meeting-states";
import type { AttendanceState } from "./threshold";
import { meetingsAttended } from "./threshold";

type KnownMeeting = { state: MeetingState; startsAt: Date };

/** Whether a cycle may be planned for these calls: also before their outcome, but not for drafts. */
export function mayPlanSeries(callStates: readonly string[]): Verdict<"call_not_published"> {
  const planned = callStates.every((state) => state !== "draft" && state !== "revoked");
  return planned ? allowed : refused("call_not_published");
}

/** The meetings a cohort can still be convened to: planned ones, and convened ones not yet begun. */
export function meetingsToConvene<M extends KnownMeeting>(meetings: readonly M[], now: Date): M[] {
  return meetings.filter(
    (one) => one.state === "planned" || (one.state === "convened" && now < one.startsAt),
  );
}

export const CONVENE_REFUSALS = [
  "no_meetings_to_come",
  "meeting_in_the_past",
  "nobody_admitted",
  "everybody_convened",
] as const;
export type ConveneRefusal = (typeof CONVENE_REFUSALS)[number];

/**
 * Whether the cohort may be convened now. `missing` counts the convocations that do not exist yet:
 * convening again reaches only who was admitted, and meetings that were planned, since.
 */
export function mayConvene(
  given: { meetings: readonly KnownMeeting[]; cohort: number; missing: number },
  now: Date,
): Verdict<ConveneRefusal> {
  const toCome = meetingsToConvene(given.meetings, now);
  return firstRefusal<ConveneRefusal>(
    toCome.length > 0 ? allowed : refused("no_meetings_to_come"),
    toCome.every((one) => now < one.startsAt) ? allowed : refused("meeting_in_the_past"),
    given.cohort > 0 ? allowed : refused("nobody_admitted"),
    given.missing > 0 ? allowed : refused("everybody_convened"),
  );
}

/** The attendance that counts: of meetings that were held. A cancelled meeting counts for nobody. */
export function attendanceThatCounts(
  attendance: Readonly<Record<string, AttendanceState>>,
  meetings: readonly { id: string; state: MeetingState }[],
): number {
  const held = meetings.filter((one) => one.state === "held");
  return meetingsAttended(held.map((one) => attendance[one.id] ?? "absent"));
}

export const CERTIFICATE_REFUSALS = [
  "no_meetings_held",
  "meetings_to_come",
  "threshold_not_reached",
  "all_issued",
] as const;
export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number];

/**
 * Whether certificates of a cycle may be issued: every meeting that was not cancelled is held, and
 * somebody who reached the threshold has none yet.
 */
export function mayIssueCertificates(given: {
  meetings: readonly { state: MeetingState }[];
  reached: number;
  due: number;
}): Verdict<CertificateRefusal> {
  const states = given.meetings.map((one) => one.state);
  const open = states.some((state) => state === "planned" || state === "convened");
  return firstRefusal<CertificateRefusal>(
    open ? refused("meetings_to_come") : allowed,
    states.includes("held") ? allowed : refused("no_meetings_held"),
    given.reached > 0 ? allowed : refused("threshold_not_reached"),
    given.due > 0 ? allowed : refused("all_issued"),
  );
}
