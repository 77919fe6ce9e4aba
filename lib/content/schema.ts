import { z } from "zod";
import { isLocalDate } from "@/lib/kernel/local-date";
import { LONGEST_COMMENT } from "./core/feedback";

/** A path of ours without language: what is rated, and where the thanks lead back to. */
export const ratedPage = z
  .string()
  .max(200)
  .regex(/^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/, "not_an_address");

export const feedbackSchema = z.object({
  page: ratedPage,
  rate: z.coerce.number("required").int("required").min(1, "required").max(5, "required"),
  reason: z.string().max(40).default(""),
  text: z.string().trim().max(LONGEST_COMMENT, "too_long").default(""),
});

export type FeedbackInput = z.output<typeof feedbackSchema>;

const day = z.string().refine(isLocalDate).optional().catch(undefined);

/** Which answers staff look at: from a day to a day, both included, and one page. */
export const feedbackPeriodSchema = z.object({
  da: day,
  a: day,
  pagina: ratedPage.optional().catch(undefined),
});
