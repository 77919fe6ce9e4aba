/** After this many attempts without a good one, staff sign-in rests. */
export const ATTEMPTS_PER_STEP = 5;

/** The rests in minutes, each longer; the last one repeats. */
export const REST_MINUTES = [1, 5, 15, 60] as const;

/** Attempts are forgotten after a day without any. */
export const FORGET_HOURS = 24;

/** Minutes of rest that follow the attempt of this number (from 1), or 0. */
export function restAfter(attempts: number): number {
  if (attempts < ATTEMPTS_PER_STEP || attempts % ATTEMPTS_PER_STEP !== 0) return 0;
  const step = Math.min(attempts / ATTEMPTS_PER_STEP, REST_MINUTES.length);
  return REST_MINUTES[step - 1] ?? 0;
}
