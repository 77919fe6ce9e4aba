import { eq } from "drizzle-orm";
import { integrationExtension, integrationRequest } from "@/db/schema/integrations";
import { tellIntegration } from "@/lib/applications/commands/tell-integration";
import { mayExtend } from "@/lib/applications/core/integration-rules";
import { EXTENSION_DAYS, integrationEnd } from "@/lib/applications/core/integration-term";
import { integrationForCommand } from "@/lib/applications/queries/integration-for-command";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Forbidden, Refused } from "@/lib/kernel/errors";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import { inTransaction } from "@/lib/transaction";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { ExtendIntegration } from "../schema";

/**
 * Moves the end of a request that still runs, by days counted from that end; never to an earlier
 * one. Throws Refused(ExtendReason).
 */
export async function extendIntegration(ctx: Ctx, input: ExtendIntegration): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "integration.request", reviewed);
    const extendedBy = personOf(tx.actor);
    if (!extendedBy) throw new Forbidden();
    const { request } = await integrationForCommand(tx, input.applicationId);
    if (!request) throw new Refused("wrong_state");
    const { days, on } = input.term;
    const until = integrationEnd(on);
    const verdict = mayExtend(request, until);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const { least, most } = EXTENSION_DAYS;
    const shown = addTermDays(romeDate(request.closesAt), days);
    if (days < least || days > most || on !== shown) throw new Refused("term_changed");
    await tx.db.insert(integrationExtension).values({
      ...{ id: tx.newId(), requestId: request.id, before: request.closesAt, until },
      ...{ reason: input.reason, extendedBy, extendedAt: tx.now },
    });
    await tx.db
      .update(integrationRequest)
      .set({ closesAt: until })
      .where(eq(integrationRequest.id, request.id));
    await tellIntegration(tx, [{ ...request, closesAt: until, event: "extended" }]);
    await recordEvent(tx, {
      bodyId: reviewed.bodyId,
      action: "application.extendIntegration",
      subjectType: "application",
      subjectId: reviewed.id,
      facts: {
        request: request.id,
        from: request.closesAt.toISOString(),
        until: until.toISOString(),
      },
    });
  });
}
