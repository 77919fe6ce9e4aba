import type { Field } from "./form-definition";

/** When what the days of an answer are counted from has come; null: it has not. */
export type RetentionStarts = Readonly<Record<NonNullable<Field["retentionFrom"]>, Date | null>>;

const DAY_MS = 86_400_000;

/**
 * Whether an answer may still be shown or handed out: the days of its question are counted from the
 * outcome where it names nothing else (art. 5, par. 1, e GDPR).
 */
export function isKept(
  field: Pick<Field, "retentionDays" | "retentionFrom">,
  starts: RetentionStarts,
  now: Date,
): boolean {
  const from = starts[field.retentionFrom ?? "outcome"];
  return from === null || now.getTime() <= from.getTime() + field.retentionDays * DAY_MS;
}
