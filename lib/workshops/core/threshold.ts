/** How a participant was at one meeting; a delegate's presence counts for the participant. */
export type AttendanceState = "present" | "delegate" | "absent";

/** Meetings that count towards the certificate. */
export function meetingsAttended(states: readonly AttendanceState[]): number {
  return states.filter((state) => state !== "absent").length;
}

export type CertificateStanding = "reached" | "possible" | "lost";

/** Whether the threshold is reached, can still be reached with the meetings to come, or is lost. */
export function certificateStanding(given: {
  attended: number;
  meetingsToCome: number;
  threshold: number;
}): CertificateStanding {
  if (given.attended >= given.threshold) return "reached";
  return given.attended + given.meetingsToCome >= given.threshold ? "possible" : "lost";
}
