import { and, eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { membership } from "@/db/schema/people";
import { issuedDocument } from "@/db/schema/register";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { claimableApplication } from "../queries/claimable-application";

/**
 * From here on somebody answers for what the desk entered in their name: they see it, replace it,
 * take it back. What was sent stays as it is. The mailbox given at the desk is proved by signing in
 * with it. Throws NotFound, Refused("already_applied" | "draft_exists").
 */
export async function claimApplication(
  ctx: Ctx,
  { applicationId }: { applicationId: string },
): Promise<{ applicationId: string }> {
  try {
    return await inTransaction(ctx, (tx) => claim(tx, applicationId));
  } catch (error) {
    const reason = REASONS.get(violatedConstraint(error) ?? "");
    if (reason) throw new Refused(reason);
    throw error;
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["application_one_live_per_applicant", "already_applied"],
  // What the desk has begun in its place would be a second draft of theirs.
  ["application_one_draft_per_track", "draft_exists"],
]);

async function claim(tx: Ctx, applicationId: string): Promise<{ applicationId: string }> {
  const personId = personOf(tx.actor);
  if (!personId) throw new Unauthenticated();
  const [row] = await tx.db
    .select()
    .from(application)
    .where(eq(application.id, applicationId))
    .for("update");
  if (row?.personId === personId) return { applicationId };
  const found = await claimableApplication(tx, applicationId);
  if (!row || !found) throw new NotFound();
  const { madeFor } = found;
  await tx.db
    .update(application)
    .set({
      personId,
      applicantKey: sql`case when ${application.applicantKey} = ${`person:${madeFor}`}
        then ${`person:${personId}`} else ${application.applicantKey} end`,
      revision: row.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(application.id, applicationId));
  // What the desk has begun in its place goes along, and remains the desk's.
  await tx.db
    .update(application)
    .set({ personId })
    .where(and(eq(application.replacesId, applicationId), eq(application.personId, madeFor)));
  await tx.db
    .update(membership)
    .set({ personId })
    .where(
      and(
        eq(membership.personId, madeFor),
        row.organisationId ? eq(membership.organisationId, row.organisationId) : sql`false`,
      ),
    );
  await tx.db
    .update(issuedDocument)
    .set({ holderId: personId })
    .where(and(eq(issuedDocument.subjectId, applicationId), eq(issuedDocument.holderId, madeFor)));
  await recordEvent(tx, {
    bodyId: row.bodyId,
    action: "application.claim",
    subjectType: "application",
    subjectId: applicationId,
    facts: { from: madeFor, code: found.code },
  });
  return { applicationId };
}
