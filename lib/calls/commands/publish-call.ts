import { and, eq, like, sql } from "drizzle-orm";
import { call, callVersion, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { InvalidInput, NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { romeParts } from "@/lib/kernel/rome-time";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { versionFacts } from "../core/act-record";
import { askedBy, type FormAsks } from "../core/regime-warnings";
import type { RegimeRules } from "../core/regimes";
import { mayPublish, mayScheduleAt, type PublishableCall } from "../core/rules";
import { callPolicy } from "../policy";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import { rulesInForce } from "../queries/regime-rules";

export type Publication = {
  callId: string;
  revision: number;
  overrideReason: string;
  /** When it becomes public: nothing happens then, readers look at the clock. Left out: now. */
  at?: Date | null;
};

/**
 * Publishes a draft, now or from a moment on: code of the body's year, first version, frozen form,
 * the rules of the regime as they are now, audit event, the job that tells subscribers then. Refuses
 * with InvalidInput that names every missing point, with Refused for blocking warnings without a
 * reason.
 */
export async function publishCall(ctx: Ctx, given: Publication): Promise<{ code: string }> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockedCall(tx, given.callId);
    callPolicy.authorize(tx.actor, "call.publish", draft);
    const publishedAt = given.at ?? tx.now;
    const form = await usedForm(tx, draft);
    const regime = await rulesInForce(tx, draft.bodyId, draft.regime);
    const warnings = permit({ ...draft, ...regime, form: form?.asks }, given, publishedAt);
    if (draft.revision !== given.revision) throw new Stale([]);
    if (given.at) refuseMoment(draft, given.at, tx.now);
    if (form === undefined) throw new NotFound();
    const code = draft.code ?? (await nextCode(tx, draft.bodyId));
    const overrideReason = given.overrideReason.trim();
    const publication = { code, formId: form.id, publishedAt, regime, warnings, overrideReason };
    await write(tx, draft, publication);
    await recordEvent(tx, {
      bodyId: draft.bodyId,
      action: "call.published",
      subjectType: "call",
      subjectId: draft.id,
      facts: {
        code,
        version: draft.version,
        regimeVersion: regime.version,
        publishedAt: publishedAt.toISOString(),
        warnings: warnings.join(","),
        // The text stands in the version, which never changes; the chain holds its digest.
        overrideReason: overrideReason && sha256(overrideReason),
      },
    });
    await enqueue(
      tx,
      "tell-subscribers",
      { callId: draft.id },
      { key: draft.id, priority: 5, runAt: publishedAt },
    );
    return { code };
  });
}

/** Codes of the warnings that stand; throws where the rule says no. */
function permit(call: PublishableCall, given: Publication, publishedAt: Date): string[] {
  const verdict = mayPublish(call, publishedAt, given.overrideReason);
  if (verdict.ok) return verdict.warnings.map((warning) => warning.code);
  if (verdict.reason !== "incomplete") throw new Refused(verdict.reason);
  throw new InvalidInput(Object.fromEntries(verdict.missing.map((point) => [point, "missing"])));
}

function refuseMoment(draft: LockedCall, at: Date, now: Date): void {
  const verdict = mayScheduleAt(draft, at, now);
  if (!verdict.ok) throw new InvalidInput({ publishOn: verdict.reason });
}

/** The call's form, if it asks anything; locked, because publishing freezes it. */
async function usedForm(
  tx: Ctx,
  draft: LockedCall,
): Promise<{ id: string; asks: FormAsks } | undefined> {
  if (draft.formDefinitionId === null) return undefined;
  const [form] = await tx.db
    .select({ id: formDefinition.id, definition: formDefinition.definition })
    .from(formDefinition)
    .where(eq(formDefinition.id, draft.formDefinitionId))
    .for("update");
  const asks = askedBy(form?.definition);
  return form && asks && { id: form.id, asks };
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

type Written = {
  code: string;
  formId: string;
  publishedAt: Date;
  regime: { version: number; rules: RegimeRules };
  warnings: string[];
  overrideReason: string;
};

async function write(tx: Ctx, draft: LockedCall, given: Written): Promise<void> {
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
      // The zone of its body on this day: zones are merged and split, a draft may be older.
      zoneId: sql`(select b.zone_id from body b where b.id = ${draft.bodyId})`,
      regimeVersion: given.regime.version,
      regimeRules: given.regime.rules,
      publishedAt: given.publishedAt,
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
    facts: versionFacts(draft),
    formDefinitionId: given.formId,
    publishedAt: given.publishedAt,
    publishedBy: personOf(tx.actor) ?? null,
    warnings: given.warnings,
    overrideReason: given.overrideReason || null,
  });
}
