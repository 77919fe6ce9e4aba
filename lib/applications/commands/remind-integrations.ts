import { and, eq, gt, lte, sql } from "drizzle-orm";
import { integrationReminder, integrationRequest } from "@/db/schema/integrations";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { hoursDue, REMINDER_HOURS } from "../core/reminders";
import { tellIntegration } from "./tell-integration";

const HOUR_MS = 3_600_000;

/**
 * The job `remind-integrations`, every five minutes: writes to those who have not answered the
 * office 72 and 24 hours before the end, each once for each end, as drafts are reminded of.
 */
export async function remindIntegrations(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const horizon = new Date(tx.now.getTime() + Math.max(...REMINDER_HOURS) * HOUR_MS);
    const rows = await tx.db
      .select({
        request: integrationRequest,
        reminded: sql<number[]>`array(select r.hours from ${integrationReminder} r
          where r.request_id = ${integrationRequest.id}
            and r.ends_at = ${integrationRequest.closesAt})`,
      })
      .from(integrationRequest)
      .where(
        and(
          eq(integrationRequest.state, "open"),
          gt(integrationRequest.closesAt, tx.now),
          lte(integrationRequest.closesAt, horizon),
        ),
      );
    const due = rows.flatMap(({ request, reminded }) => {
      const startedAt = new Date(request.requestedAt);
      const hours = hoursDue({ startedAt, closesAt: request.closesAt, reminded }, tx.now);
      return hours === null ? [] : [{ request, hours }];
    });
    if (due.length === 0) return;
    // Another run at once waits here for the end of this one, and finds the row taken.
    const taken = await tx.db
      .insert(integrationReminder)
      .values(
        due.map(({ request, hours }) => {
          return {
            requestId: request.id,
            hours,
            endsAt: request.closesAt,
            remindedAt: tx.now,
          };
        }),
      )
      .onConflictDoNothing()
      .returning({ id: integrationReminder.requestId });
    const own = new Set(taken.map(({ id }) => id));
    await tellIntegration(
      tx,
      due
        .filter(({ request }) => own.has(request.id))
        .map(({ request, hours }) => ({ ...request, event: "reminder" as const, hours })),
    );
  });
}
