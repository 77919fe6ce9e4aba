import { platform, setPriority } from "node:os";

/** A tenth of the share of each other who wants the processor, on Linux. */
const GIVING_WAY = 10;
/** Documents in a row that had to share: what makes a rush of them. */
const RUSH = 8;
/** Milliseconds. With two seconds three hundred receipts took minutes where much else was at work. */
const LONGEST_REST = 500;
/** The same while people send before the end of a call. */
const LAST_MINUTES_REST = 2_000;

/**
 * Documents in a row for which a thread had to share the processor, after one more that took so
 * long by the clock and so much of the processor, both in milliseconds: who was kept waiting for a
 * quarter of the time shared it.
 */
export function sharedInARow(before: number, clockMs: number, processorMs: number): number {
  return processorMs < clockMs * 0.75 ? before + 1 : 0;
}

/**
 * How long a thread rests before its next document, in milliseconds. On a free machine documents
 * follow each other at once; on a shared one the others get more with each that was drawn, up to
 * half a second for each; in the last minutes before the end of a call, two seconds at once.
 */
export function restAfter(inARow: number, clockMs: number, lastMinutes: boolean): number {
  if (lastMinutes && inARow > 0) return LAST_MINUTES_REST;
  return Math.min(LONGEST_REST, inARow * clockMs);
}

/**
 * A document takes fifty times what the answer does that promises it: in the last minute before a
 * deadline those who still send come first. On Linux this is the priority of the calling thread
 * alone, and for good: an ordinary user may not raise it again.
 *
 * @returns whether it has given way
 */
export function gaveWay(inARow: number): boolean {
  if (inARow < RUSH || platform() !== "linux") return false;
  setPriority(GIVING_WAY);
  return true;
}
