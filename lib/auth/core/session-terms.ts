import type { SessionStrength } from "../actor";

const MINUTE = 60_000;

/** A session ends this long after it was opened, whatever happens in it. */
export const LONGEST_SESSION_MS = 8 * 60 * MINUTE;

/** A visit is written down at most this often, so that reading pages does not write rows. */
export const VISIT_STEP_MS = MINUTE;

/** How long a session may lie idle: staff, who see other people's data, have half the time. */
export function idleLimit(strength: SessionStrength): number {
  return (strength === "staff" ? 30 : 60) * MINUTE;
}

/** When a session ends if nothing more happens in it; it is alive strictly before that instant. */
export function sessionEnd(
  session: { strength: SessionStrength; lastSeenAt: Date; expiresAt: Date },
  extendedAt: Date = session.lastSeenAt,
): Date {
  const idle = extendedAt.getTime() + idleLimit(session.strength);
  return new Date(Math.min(idle, session.expiresAt.getTime()));
}

/** How long a session still lives, for the notice in front of its end; whole seconds. */
export type SessionClock = {
  secondsLeft: number;
  /** False when the eight hours are what ends it: then nothing can be gained. */
  canExtend: boolean;
};

/** Seconds and not an instant: the clock of the browser may be wrong by a day. */
export function sessionClock(
  session: { strength: SessionStrength; lastSeenAt: Date; expiresAt: Date },
  now: Date,
): SessionClock {
  const left = sessionEnd(session).getTime() - now.getTime();
  const gained = sessionEnd(session, now).getTime() - sessionEnd(session).getTime();
  return { secondsLeft: Math.max(0, Math.floor(left / 1000)), canExtend: gained >= MINUTE };
}
