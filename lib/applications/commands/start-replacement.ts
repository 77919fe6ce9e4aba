import { and, eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { exactly } from "../core/arrival";
import { mayReplace } from "../core/rules";
import { applicationPolicy } from "../policy";
import {
  applicationForCommand,
  type Coming,
  type LoadedApplication,
} from "../queries/application-for-command";
import type { DeskChange } from "../schema/desk";
import { requireSoundArrival } from "./require-sound-arrival";
import { writeDeskEntry } from "./write-desk-entry";

/**
 * Opens a draft with all that was sent, to change it. What was sent stays valid until the draft is
 * sent in its place. Where that draft exists it is opened again: two clicks make one. The desk that
 * entered it does so on request, and its draft is its own. Throws
 * Refused(ReplaceReason | "draft_exists").
 */
export async function startReplacement(
  ctx: Ctx,
  { applicationId: id, desk }: { applicationId: string; desk?: DeskChange },
): Promise<{ applicationId: string }> {
  const clock = await databaseClock(ctx);
  return inTransaction(ctx, async (tx) => {
    const coming = desk && {
      channel: desk.channel,
      arrivedAt: desk.arrivedAt && exactly(desk.arrivedAt),
    };
    const found = await applicationForCommand(tx, id, {
      ...{ lock: true, receivedAt: clock },
      ...(coming && { by: coming }),
    });
    const right = desk ? "application.atDesk" : "application.submit";
    applicationPolicy.authorize(tx.actor, right, found.application);
    if (desk) requireSoundArrival(desk, found.call, clock);
    const verdict = mayReplace(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const existing = await draftInPlaceOf(tx, found.application.id);
    if (existing) return { applicationId: requireOwn(existing, desk !== undefined) };
    const applicationId = await copyOf(tx, found, coming);
    if (desk) await recordAtDesk(tx, found, { ...desk, applicationId }, clock);
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

/** A draft of the desk is no applicant's, and the other way round. */
function requireOwn(draft: { id: string; channel: string }, ofDesk: boolean): string {
  if ((draft.channel !== "web") !== ofDesk) throw new Refused("draft_exists");
  return draft.id;
}

function recordAtDesk(tx: Ctx, found: LoadedApplication, desk: DeskChange, enteredAt: string) {
  const { procedure } = found.call.content;
  return writeDeskEntry(tx, {
    ...{ ...desk, id: desk.key, bodyId: found.application.bodyId, enteredAt },
    ...{ purpose: "application", privacyVersion: procedure.privacyNoticeVersion },
    email: found.desk?.email ?? null,
    arrivedAt: desk.arrivedAt?.toISOString() ?? null,
  });
}

async function draftInPlaceOf(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select({ id: application.id, channel: application.channel })
    .from(application)
    .where(and(eq(application.replacesId, id), eq(application.state, "draft")));
  return row;
}

/** The answers and files as they were sent, on the form as it is today. */
async function copyOf(
  tx: Ctx,
  { application: sent, call }: LoadedApplication,
  coming?: Coming,
): Promise<string> {
  const id = tx.newId();
  const formDefinitionId = call.formDefinitionId;
  if (!formDefinitionId) throw new NotFound();
  const { callId, bodyId, personId, organisationId, track, applicantName } = sent;
  const made = await tx.db
    .insert(application)
    .values({
      ...{ id, callId, bodyId, personId, organisationId, track, applicantName },
      ...{ formDefinitionId, replacesId: sent.id, createdAt: tx.now, updatedAt: tx.now },
      ...coming,
      privacyAcknowledgedAt: coming ? tx.now : sent.privacyAcknowledgedAt,
      privacyNoticeVersion: coming
        ? call.content.procedure.privacyNoticeVersion
        : sent.privacyNoticeVersion,
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
    from attachment where application_id = ${sent.id} and since_submission is not null
      and until_submission is null`);
  return id;
}
