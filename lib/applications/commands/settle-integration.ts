import { and, eq, isNull, sql } from "drizzle-orm";
import { application, attachment } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import { databaseClock } from "@/lib/transaction";
import { type IntegrationEvent, integrationTransitions } from "../core/integration-states";
import { applicationTransitions } from "../core/states";
import type { LoadedApplication } from "../queries/application-for-command";
import type { LoadedRequest } from "../queries/integration-for-command";
import { tellIntegration } from "./tell-integration";

type Ending = {
  event: Exclude<IntegrationEvent, "answer">;
  /** Why the office takes it back. */
  reason?: string;
  /** The application is taken back with it: its state is no business of the request any more. */
  withdrawn?: true;
};

/**
 * Ends a request without an answer, in the transaction that holds its application: what was sent
 * counts as it was, and what was prepared counts for nothing.
 */
export async function settleIntegration(
  tx: Ctx,
  { application: row }: Pick<LoadedApplication, "application">,
  request: LoadedRequest,
  { event, reason, withdrawn }: Ending,
): Promise<void> {
  const state = next(integrationTransitions, request.state, event);
  if (!state) throw new Refused("integration_settled");
  await tx.db
    .update(integrationRequest)
    .set({
      state,
      // What was prepared is kept nowhere but in what was sent.
      sections: {},
      settledAt: await databaseClock(tx),
      ...(event === "cancel" && { cancelReason: reason ?? "", cancelledBy: personOf(tx.actor) }),
    })
    .where(eq(integrationRequest.id, request.id));
  await tx.db
    .delete(attachment)
    .where(and(eq(attachment.applicationId, row.id), isNull(attachment.sinceSubmission)));
  if (!withdrawn) {
    const back = next(applicationTransitions, row.state, "closeIntegration");
    if (!back) throw new Refused("wrong_state");
    await tx.db
      .update(application)
      .set({ state: back, revision: sql`${application.revision} + 1`, updatedAt: tx.now })
      .where(eq(application.id, row.id));
    await tellIntegration(tx, [
      { ...request, event: event === "cancel" ? "cancelled" : "expired" },
    ]);
  }
  await recordEvent(tx, {
    bodyId: row.bodyId,
    action: event === "cancel" ? "application.cancelIntegration" : "application.expireIntegration",
    subjectType: "application",
    subjectId: row.id,
    facts: { request: request.id, closesAt: request.closesAt.toISOString() },
  });
}
