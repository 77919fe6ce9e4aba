import { sql } from "drizzle-orm";
import { pageFeedback } from "@/db/schema/content";
import type { Ctx } from "@/lib/context";
import { romeDate } from "@/lib/kernel/rome-time";
import { keptReason } from "../core/feedback";
import type { FeedbackInput } from "../schema";

/** Keeps what somebody thinks of a page, and nothing of who it is. No event: there is no actor. */
export async function giveFeedback(ctx: Ctx, given: FeedbackInput): Promise<{ page: string }> {
  await ctx.db.insert(pageFeedback).values({
    // Ids of ours begin with their moment; this one must not tell it.
    id: sql`gen_random_uuid()`,
    page: given.page,
    rate: given.rate,
    reason: keptReason(given.rate, given.reason),
    comment: given.text || null,
    givenOn: romeDate(ctx.now),
  });
  return { page: given.page };
}
