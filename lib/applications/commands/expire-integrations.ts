import { and, asc, eq, lt } from "drizzle-orm";
import { integrationRequest } from "@/db/schema/integrations";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { SETTLED_AFTER_MS } from "../core/integration-rules";
import { integrationForCommand } from "../queries/integration-for-command";
import { settleIntegration } from "./settle-integration";

/** A round ends after so many; the next begins within a minute. */
const MOST_IN_A_ROUND = 500;

/**
 * The job `expire-integrations`, every minute: writes down, once each, that a request of the office
 * had no answer. The end itself needs no job: nobody can answer after it. Killed, repeated or away
 * for a week, it goes on with what is still open; an end that was moved meanwhile is read again.
 */
export async function expireIntegrations(ctx: Ctx): Promise<void> {
  const last = new Date(ctx.now.getTime() - SETTLED_AFTER_MS);
  const due = await ctx.db
    .select({ id: integrationRequest.id, applicationId: integrationRequest.applicationId })
    .from(integrationRequest)
    .where(and(eq(integrationRequest.state, "open"), lt(integrationRequest.closesAt, last)))
    .orderBy(asc(integrationRequest.closesAt), asc(integrationRequest.id))
    .limit(MOST_IN_A_ROUND);
  for (const { id, applicationId } of due) {
    await inTransaction(ctx, async (tx) => {
      const { request, ...found } = await integrationForCommand(tx, applicationId, { lock: true });
      // Answered, taken back or given more time while this one waited for it.
      if (request?.id !== id || request.state !== "open" || request.closesAt >= last) return;
      await settleIntegration(tx, found, request, { event: "expire" });
    });
  }
}
