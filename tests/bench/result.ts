import { appendFileSync } from "node:fs";

/** Where a run collects its figures, one JSON line each. */
export const RESULTS = ".data/bench/results.jsonl";

/** One figure. `ratio` is value over limit, or limit over value where less is better. */
export type Result = {
  id: string;
  what: string;
  value: number;
  unit: string;
  limit: number | null;
  ratio: number | null;
  goal: string;
  ok: boolean;
  /** What was counted beside the time: nothing lost, nothing twice. */
  counts: Record<string, number>;
};

export function record(result: Result): void {
  appendFileSync(RESULTS, `${JSON.stringify(result)}\n`);
}

/** A figure with three significant digits at most, as people read them. */
export function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

/** The one in the middle: a pause of the machine in one of them does not count. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
