import { z } from "zod";
import { readEuro } from "@/lib/kernel/euro";
import { isLocalDate } from "@/lib/kernel/local-date";

// What forms of calls send, one value or the column of a table.

export const line = (longest: number) => z.string().trim().max(longest, "too_long").default("");
/** Forms send each end of a line as two characters; it is kept as one. */
export const prose = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(8_000, "too_long"))
  .default("");
/** A field that occurs once, more than once or not at all. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()));
export const day = z.string().refine((text) => text === "" || isLocalDate(text), "not_a_date");
const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "not_a_time");
export const whole = (least: number, most: number) =>
  z
    .preprocess(
      (given) => (given === "" ? null : given),
      z.coerce
        .number("not_a_number")
        .int("not_a_number")
        .min(least, "too_small")
        .max(most, "too_large")
        .nullable(),
    )
    .default(null);

/** An amount in euro as people write it; empty is none. */
export const euro = z.string().transform((text, context) => {
  if (text.trim() === "") return null;
  const amount = readEuro(text);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: "not_an_amount" });
  return z.NEVER;
});
export const clock = z.union([z.literal(""), hour], "not_a_time");

const POINTS = /^\d{1,4}(?:[.,]\d)?$/;

/** Points with one decimal figure, after a comma or a point; empty is none. */
export const points = z.string().transform((text, context) => {
  const written = text.trim();
  if (written === "") return null;
  if (POINTS.test(written)) return Number(written.replace(",", "."));
  context.addIssue({ code: "custom", message: "not_points" });
  return z.NEVER;
});
