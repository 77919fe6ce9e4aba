import { platform, setPriority } from "node:os";

/** A third of the share of the others, on Linux: enough that a single document never waits for long. */
const GIVING_WAY = 5;
/** Milliseconds. */
const LONGEST_REST = 2_000;

/**
 * A document takes fifty times what the answer does that promises it: in the last minute before a
 * deadline those who still send come first. On Linux this is the priority of this thread alone.
 */
export function giveWay(): void {
  if (platform() === "linux") setPriority(GIVING_WAY);
}

/**
 * How long a thread rests before the next document, in milliseconds, after one that took so long by
 * the clock and so much of the processor. Who was kept waiting for a quarter of the time shares the
 * machine with others, and leaves it to them three times as long as it was at work; on a free one
 * documents follow each other at once.
 */
export function restAfter(clockMs: number, processorMs: number): number {
  const shared = processorMs < clockMs * 0.75;
  return shared ? Math.min(LONGEST_REST, 3 * clockMs) : 0;
}
