import { and, eq } from "drizzle-orm";
import { callVersion, formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { mayUnpublish } from "../core/rules";
import { callPolicy } from "../policy";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import { writeCall } from "./write-call";

/**
 * Takes back a publication whose moment has not come: the call is a draft again and keeps its
 * number. Nobody has read it, so the version goes too; the event stays. The database's clock says
 * whether the moment has come.
 */
export async function unpublishCall(ctx: Ctx, given: { callId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const published = await lockedCall(tx, given.callId);
    callPolicy.authorize(tx.actor, "call.publish", published);
    const verdict = mayUnpublish(published, new Date(await databaseClock(tx)));
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db
      .delete(callVersion)
      .where(and(eq(callVersion.callId, published.id), eq(callVersion.version, published.version)));
    const columns = {
      ...{ state: "draft", publishedAt: null, regimeVersion: null, regimeRules: null },
      formDefinitionId: await writableCopy(tx, published),
    };
    await writeCall(tx, published, columns, {
      action: "call.unpublished",
      facts: { code: published.code, publishedAt: published.publishedAt?.toISOString() ?? null },
    });
  });
}

/** A form that was frozen stays so; the draft goes on with a copy. */
async function writableCopy(tx: Ctx, { formDefinitionId }: LockedCall): Promise<string> {
  const [frozen] = await tx.db
    .select()
    .from(formDefinition)
    .where(eq(formDefinition.id, formDefinitionId ?? ""));
  if (!frozen) throw new NotFound();
  const id = tx.newId();
  await tx.db.insert(formDefinition).values({ ...frozen, id, frozenAt: null, createdAt: tx.now });
  return id;
}
