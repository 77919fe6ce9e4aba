import { eq } from "drizzle-orm";
import {
  actAnnouncement,
  callAct,
  preparedAct,
  preparedDocuments,
  preparedForm,
} from "@/db/schema/acts";
import { call, callVersion, formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import type { ActKind } from "../core/act-kinds";
import { actRecord, versionFacts } from "../core/act-record";
import { type ActPatch, decideAct } from "../core/acts";
import { callPolicy } from "../policy";
import { actFacts } from "../queries/act-facts";
import { closeGate } from "../queries/call-gate";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import type { PreparedForm } from "../queries/prepared-form";
import type { ActMeasure } from "./prepare-act";

/** The act that was looked at, with the form and the documents that were. */
export type ActPublication = {
  callId: string;
  revision: number;
  form?: string;
  documents?: string;
};

/**
 * Publishes the act that was prepared: act, new version and new state in one transaction, with one
 * job that writes to everybody concerned. Submissions wait for it, or it for them. Refused with the
 * reason of the rule; Stale when the call, the act, its form or its documents are no longer what was
 * looked at.
 */
export async function publishAct(
  ctx: Ctx,
  input: ActPublication,
  measure: ActMeasure,
): Promise<{ actId: string }> {
  return inTransaction(ctx, async (tx) => {
    await closeGate(tx, input.callId);
    const before = await lockedCall(tx, input.callId);
    callPolicy.authorize(tx.actor, "call.publishAct", before);
    const prepared = await takePrepared(tx, input, before);
    const kind = prepared.kind as ActKind;
    const at = measure.at ?? (await databaseClock(tx));
    const facts = await actFacts(tx, before, prepared.given, at, measure.placesTaken);
    const verdict = decideAct(before, kind, prepared.given, facts);
    if (!verdict.ok) throw new Refused(verdict.reason);
    refuseUnseen(facts, input);
    if (verdict.patch.formDefinitionId && facts.form) {
      await freeze(tx, facts.form, at);
      await measure.carryAnswers(tx, before.id, facts.form);
    }
    if (kind === "rectification") {
      for (const used of [preparedForm, preparedDocuments]) {
        await tx.db.delete(used).where(eq(used.callId, before.id));
      }
    }
    const version = await writeVersion(tx, before, verdict.patch, at);
    const actId = tx.newId();
    await tx.db.insert(callAct).values({
      id: actId,
      callId: before.id,
      kind,
      number: prepared.given.number,
      actDate: prepared.given.actDate,
      reason: prepared.given.reason,
      ...actRecord(before, kind, prepared.given, verdict.patch),
      version,
      publishedAt: at,
      publishedBy: personOf(tx.actor) ?? null,
    });
    await tx.db.insert(actAnnouncement).values({ actId });
    await enqueue(tx, "announce-act", { actId }, { key: actId });
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: `call.act.${kind}`,
      subjectType: "call",
      subjectId: before.id,
      facts: { act: actId, version, at },
    });
    return { actId };
  });
}

/** Form and documents are written on pages of their own, by others too. */
function refuseUnseen(
  { form, prepared }: Awaited<ReturnType<typeof actFacts>>,
  input: ActPublication,
): void {
  const unseen = [
    ...(form?.changed && form.seen !== input.form ? ["form"] : []),
    ...(prepared && prepared.seen !== input.documents ? ["documents"] : []),
  ];
  if (unseen.length > 0) throw new Stale(unseen);
}

/** From here on the form never changes: who has a draft answers it, who sends is held to it. */
async function freeze(tx: Ctx, { id }: PreparedForm, at: string): Promise<void> {
  const frozenAt = new Date(at);
  await tx.db.update(formDefinition).set({ frozenAt }).where(eq(formDefinition.id, id));
}

/** The act that was looked at, on the call that it was written on; it is used up. */
async function takePrepared(tx: Ctx, input: ActPublication, before: LockedCall) {
  const [prepared] = await tx.db
    .delete(preparedAct)
    .where(eq(preparedAct.callId, input.callId))
    .returning();
  if (!prepared) throw new Refused("act_gone");
  if (prepared.revision !== input.revision || prepared.callRevision !== before.revision) {
    throw new Stale();
  }
  return prepared;
}

/** The call as the act leaves it, and the version that keeps it so. */
async function writeVersion(
  tx: Ctx,
  before: LockedCall,
  patch: ActPatch,
  at: string,
): Promise<number> {
  const version = before.version + 1;
  const after = { ...before, ...patch };
  if (after.formDefinitionId === null) throw new NotFound();
  await tx.db
    .update(call)
    .set({
      ...patch,
      version,
      textVersion: patch.content ? version : before.textVersion,
      revision: before.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(call.id, before.id));
  await tx.db.insert(callVersion).values({
    callId: before.id,
    version,
    title: after.title,
    content: after.content,
    closesAt: after.closesAt,
    facts: versionFacts(after),
    formDefinitionId: after.formDefinitionId,
    publishedAt: new Date(at),
    publishedBy: personOf(tx.actor) ?? null,
  });
  return version;
}
