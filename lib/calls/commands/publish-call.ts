import { and, eq, like, sql } from "drizzle-orm";
import { call, callVersion, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { romeParts } from "@/lib/kernel/rome-time";
import { inTransaction } from "@/lib/transaction";
import { asksSomething } from "../core/call-templates";
import { mayPublish } from "../core/rules";
import { callPolicy } from "../policy";
import { type LockedCall, lockedCall } from "../queries/locked-call";

export type Publication = { callId: string; revision: number; overrideReason: string };

/**
 * Publishes a draft: code of the body's year, first version, frozen form, audit event. Refuses with
 * InvalidInput that names every missing point, with Refused for blocking warnings without a reason.
 */
export async function publishCall(ctx: Ctx, given: Publication): Promise<{ code: string }> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockedCall(tx, given.callId);
    callPolicy.authorize(tx.actor, "call.publish", draft);
    const formId = await usedForm(tx, draft);
    const verdict = mayPublish(
      { ...draft, hasForm: formId !== undefined },
      tx.now,
      given.overrideReason,
    );
    if (!verdict.ok && verdict.reason === "wrong_state") throw new Refused("wrong_state");
    if (draft.revision !== given.revision) throw new Stale([]);
    if (!verdict.ok && verdict.reason === "incomplete") {
      throw new InvalidInput(
        Object.fromEntries(verdict.missing.map((point) => [point, "missing"])),
      );
    }
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (formId === undefined) throw new NotFound();
    const code = await nextCode(tx, draft.bodyId);
    const warnings = verdict.warnings.map((warning) => warning.code);
    await write(tx, draft, { code, formId, warnings, overrideReason: given.overrideReason });
    await recordEvent(tx, {
      bodyId: draft.bodyId,
      action: "call.published",
      subjectType: "call",
      subjectId: draft.id,
      facts: { code, version: draft.version, warnings: warnings.join(",") },
    });
    return { code };
  });
}

/** The call's form, if it asks anything; locked, because publishing freezes it. */
async function usedForm(tx: Ctx, draft: LockedCall): Promise<string | undefined> {
  if (draft.formDefinitionId === null) return undefined;
  const [form] = await tx.db
    .select({ id: formDefinition.id, definition: formDefinition.definition })
    .from(formDefinition)
    .where(eq(formDefinition.id, draft.formDefinitionId))
    .for("update");
  return form && asksSomething(form.definition) ? form.id : undefined;
}

/** "2026/7": counted under the lock of the body, so that two publications never get the same. */
async function nextCode(tx: Ctx, bodyId: string): Promise<string> {
  await tx.db.select({ id: body.id }).from(body).where(eq(body.id, bodyId)).for("update");
  const year = romeParts(tx.now).year;
  const [last] = await tx.db
    .select({ number: sql<number>`coalesce(max(split_part(${call.code}, '/', 2)::int), 0)::int` })
    .from(call)
    .where(and(eq(call.bodyId, bodyId), like(call.code, `${year}/%`)));
  return `${year}/${(last?.number ?? 0) + 1}`;
}

async function write(
  tx: Ctx,
  draft: LockedCall,
  given: { code: string; formId: string; warnings: string[]; overrideReason: string },
): Promise<void> {
  await tx.db
    .update(formDefinition)
    .set({
      frozenAt: sql`coalesce(${formDefinition.frozenAt}, ${tx.now.toISOString()}::timestamptz)`,
    })
    .where(eq(formDefinition.id, given.formId));
  await tx.db
    .update(call)
    .set({
      state: "published",
      code: given.code,
      publishedAt: tx.now,
      updatedAt: tx.now,
      revision: draft.revision + 1,
    })
    .where(eq(call.id, draft.id));
  await tx.db.insert(callVersion).values({
    callId: draft.id,
    version: draft.version,
    title: draft.title,
    content: draft.content,
    closesAt: draft.closesAt,
    formDefinitionId: given.formId,
    publishedAt: tx.now,
    publishedBy: personOf(tx.actor) ?? null,
    warnings: given.warnings,
    overrideReason: given.overrideReason.trim() || null,
  });
}
