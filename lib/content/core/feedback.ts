/** What was hard (up to three stars) or liked (from four), as the national model asks it. */
export const FEEDBACK_REASONS = {
  hard: ["unclear", "incomplete", "lost", "technical", "other"],
  liked: ["clear", "complete", "guided", "noTrouble", "other"],
} as const;

export type FeedbackSide = keyof typeof FEEDBACK_REASONS;

/** From four stars on one is asked what one liked. */
export const LIKED_FROM = 4;
export const LONGEST_COMMENT = 200;

/**
 * The reason as it is kept: with the side it belongs to. One that was ticked before the stars were
 * changed belongs to the other side and is left out.
 */
export function keptReason(rate: number, given: string): string | null {
  const side: FeedbackSide = rate >= LIKED_FROM ? "liked" : "hard";
  const known = FEEDBACK_REASONS[side].some((reason) => given === `${side}.${reason}`);
  return known ? given : null;
}

/** A page's votes by stars, the first of one star. */
export type Distribution = readonly [number, number, number, number, number];

/** Mean of the stars, with one fractional digit; undefined without votes. */
export function meanRate(votes: Distribution): number | undefined {
  const count = votes.reduce((sum, one) => sum + one, 0);
  if (count === 0) return undefined;
  const stars = votes.reduce((sum, one, at) => sum + one * (at + 1), 0);
  return Math.round((stars / count) * 10) / 10;
}
