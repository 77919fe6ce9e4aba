import { and, eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayReplace } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type LoadedApplication } from "../queries/application-for-command";

/**
 * Opens a draft with all that was sent, to change it. What was sent stays valid until the draft is
 * sent in its place. Where that draft exists it is opened again: two clicks make one. Throws
 * Refused(ReplaceReason | "draft_exists").
 */
export function startReplacement(
  ctx: Ctx,
  input: { applicationId: string },
): Promise<{ applicationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, { lock: true });
    applicationPolicy.authorize(tx.actor, "application.submit", found.application);
    const verdict = mayReplace(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const existing = await draftInPlaceOf(tx, found.application.id);
    if (existing) return { applicationId: existing };
    const applicationId = await copyOf(tx, found);
    await recordEvent(tx, {
      bodyId: found.application.bodyId,
      action: "application.startReplacement",
      subjectType: "application",
      subjectId: applicationId,
      facts: { replaces: found.application.id },
    });
    return { applicationId };
  });
}

async function draftInPlaceOf(tx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.replacesId, id), eq(application.state, "draft")));
  return row?.id;
}

/** The answers and files as they were sent, on the form as it is today. */
async function copyOf(tx: Ctx, { application: sent, call }: LoadedApplication): Promise<string> {
  const id = tx.newId();
  const formDefinitionId = call.formDefinitionId;
  if (!formDefinitionId) throw new NotFound();
  const { callId, bodyId, personId, organisationId, track, applicantName } = sent;
  const made = await tx.db
    .insert(application)
    .values({
      ...{ id, callId, bodyId, personId, organisationId, track, applicantName },
      ...{ formDefinitionId, replacesId: sent.id, createdAt: tx.now, updatedAt: tx.now },
      privacyAcknowledgedAt: sent.privacyAcknowledgedAt,
      privacyNoticeVersion: sent.privacyNoticeVersion,
    })
    .onConflictDoNothing()
    .returning({ id: application.id });
  if (made.length === 0) throw new Refused("draft_exists");
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  await tx.db.execute(sql`
    with answers as (
      insert into application_section
        (application_id, section_id, answers, revision, updated_at, updated_by)
      select ${id}::uuid, section_id, answers, 1, ${now}, updated_by
      from application_section where application_id = ${sent.id}
    )
    insert into attachment (id, application_id, field_id, file_hash, name, state, scan_attempts,
      scan_after, uploaded_by, created_at)
    select gen_random_uuid(), ${id}::uuid, field_id, file_hash, name, state, scan_attempts,
      scan_after, uploaded_by, created_at
    from attachment where application_id = ${sent.id}`);
  return id;
}
