import { and, eq, isNotNull, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { thread } from "@/db/schema/threads";
import type { CallState } from "@/lib/calls/core/states";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import type { ApplicationState } from "../core/states";
import { mayWrite } from "../core/thread";
import { applicationPolicy } from "../policy";

export type HeldThread = { applicationId: string; bodyId: string; lastNumber: number };

/** An application whose messages the actor may read. NotFound for others and for drafts. */
export async function readableThread(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({
      ...{ id: application.id, bodyId: application.bodyId, personId: application.personId },
      ...{ organisationId: application.organisationId, state: application.state },
      ...{ callState: call.state, bodyName: body.name, officeName: body.officeName },
      erased: sql<boolean>`exists (select from answer_erasure e
        where e.application_id = "application"."id" and e.rest = 0)
        and not exists (select from submission s where s.application_id = "application"."id"
          and not exists (select from answer_erasure e where e.submission_id = s.id and e.rest = 0))`,
    })
    .from(application)
    .innerJoin(call, eq(call.id, application.callId))
    .innerJoin(body, eq(body.id, application.bodyId))
    // A draft that was taken back was never sent: the office learns of none.
    .where(and(eq(application.id, id), isNotNull(application.submittedAt)));
  if (!row || !applicationPolicy.can(ctx.actor, "thread.view", row)) throw new NotFound();
  const { state, callState } = row;
  const writing = mayWrite(
    { state: state as ApplicationState },
    { state: callState as CallState },
    row.erased,
  );
  return { ...row, mayWrite: writing };
}

/** The same where the actor may write. Throws NotFound, Refused(WriteReason). */
export async function writableThread(ctx: Ctx, id: string) {
  const found = await readableThread(ctx, id);
  if (!applicationPolicy.can(ctx.actor, "thread.write", found)) throw new NotFound();
  if (!found.mayWrite.ok) throw new Refused(found.mayWrite.reason);
  return found;
}

/** Its thread, to write in; the row is made if need be and held until the transaction ends. */
export async function heldThread(tx: Ctx, id: string): Promise<HeldThread> {
  const { bodyId } = await writableThread(tx, id);
  const [row] = await tx.db
    .insert(thread)
    .values({ applicationId: id, bodyId, lastNumber: 0, lastAt: tx.now })
    .onConflictDoUpdate({ target: thread.applicationId, set: { bodyId: sql`excluded.body_id` } })
    .returning({ lastNumber: thread.lastNumber });
  if (!row) throw new NotFound();
  return { applicationId: id, bodyId, lastNumber: row.lastNumber };
}
