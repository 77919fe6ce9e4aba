import { eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { tellIntegration } from "@/lib/applications/commands/tell-integration";
import { integrationDays, integrationEnd } from "@/lib/applications/core/integration-term";
import type { Snapshot } from "@/lib/applications/core/snapshot";
import { applicationTransitions } from "@/lib/applications/core/states";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { submissionOf } from "@/lib/applications/queries/submission-of";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { dateOfExact } from "@/lib/calls/core/deadline";
import type { Ctx } from "@/lib/context";
import { Forbidden, Refused } from "@/lib/kernel/errors";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import { next } from "@/lib/kernel/states";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { askablePaths, orderedItems } from "../core/integration-asked";
import { type IntegrationRefusal, mayRequestIntegration } from "../core/rules";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { RequestIntegration } from "../schema";
import { issueIntegrationRequest } from "./issue-integration-request";

/**
 * Opens named questions of an application that was sent, with a term, by a registered letter. All
 * who work on the application are told. `at` (UTC, microseconds) is the clock of the database unless
 * told. Throws Refused(IntegrationRefusal).
 */
export async function requestIntegration(
  ctx: Ctx,
  input: RequestIntegration,
  at?: string,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "integration.request", reviewed);
    const requestedBy = personOf(tx.actor);
    if (!requestedBy) throw new Forbidden();
    const { term, reason } = input;
    const verdict = mayRequestIntegration(reviewed, reviewed.call, {
      items: input.items.length,
      reason,
    });
    if (!verdict.ok) throw new Refused(verdict.reason);
    const state = next(applicationTransitions, reviewed.state, "requestIntegration");
    if (!state) throw new Refused("wrong_state");
    const requestedAt = at ?? (await databaseClock(tx));
    const closesAt = endOf(term, requestedAt, reviewed.call.rules);
    const found = await applicationForCommand(tx, input.applicationId);
    const last = await submissionOf(tx, input.applicationId, "last");
    const { answers: sent, application: of }: Snapshot = JSON.parse(last.snapshot);
    const { definition } = found;
    const asked = { definition, sent, track: found.application.track ?? ("citizen" as const) };
    const items = orderedItems(definition, input.items);
    const known = askablePaths(asked);
    const unknown = items.some(
      ({ field, row }) => !known.has(row === null ? field : `${field}_${row}`),
    );
    if (unknown) refuse("not_in_form");
    const id = tx.newId();
    const letter = { ...asked, id, items, reason, requestedAt, closesAt, days: term.days, last };
    const issued = await issueIntegrationRequest(tx, found, letter);
    const { bodyId } = reviewed;
    await tx.db.insert(integrationRequest).values({
      ...{ id, applicationId: reviewed.id, bodyId, items, reason, requestedAt, requestedBy },
      ...{ closesAt, submissionNumber: of.submission, ...issued },
    });
    await tx.db
      .update(application)
      .set({ state, revision: sql`${application.revision} + 1`, updatedAt: tx.now })
      .where(eq(application.id, reviewed.id));
    await tellIntegration(tx, [
      { id, applicationId: reviewed.id, bodyId, closesAt, event: "requested" },
    ]);
    await recordEvent(tx, {
      bodyId,
      action: "application.requestIntegration",
      subjectType: "application",
      subjectId: reviewed.id,
      facts: { request: id, items: items.length, closesAt: closesAt.toISOString() },
    });
  });
}

/** The end that the page has shown for these days, if it is still the one that they lead to. */
function endOf(
  { days, on }: RequestIntegration["term"],
  requestedAt: string,
  rules: { comparative: boolean },
): Date {
  const { least, most } = integrationDays(rules);
  const today = romeDate(dateOfExact(requestedAt));
  if (days < least || days > most || on !== addTermDays(today, days)) refuse("term_changed");
  return integrationEnd(on);
}

function refuse(reason: IntegrationRefusal): never {
  throw new Refused(reason);
}
