import { eq } from "drizzle-orm";
import { actAnnouncement, callAct } from "@/db/schema/acts";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { inTransaction } from "@/lib/transaction";
import { actLetter, ownPartOf } from "../mails";
import { formChange } from "../queries/form-change";

/** Somebody who is told of an act. */
export type ActRecipient = {
  /** Sorts the audience, never empty; the next batch begins after it. */
  key: string;
  email: string;
  name: string;
  locale: string;
  /** With a draft, with an application that was sent, or only subscribed to news. */
  standing: "draft" | "sent" | "subscribed";
  /** Their draft or application; null: the page of the call. */
  path: string | null;
  /** Where who is subscribed leaves. */
  leavePath: string | null;
};

/**
 * People who are told of the acts of a call. The domains that know them bring their audience to the
 * registry of jobs; an earlier one comes first, and nobody is told twice.
 */
export type ActAudience = {
  count: (ctx: Ctx, callId: string) => Promise<number>;
  /** By key, after the given one. */
  page: (ctx: Ctx, callId: string, after: string | null, limit: number) => Promise<ActRecipient[]>;
};

/** Written in one transaction: short enough that nobody waits for its locks. */
const BATCH = 1_000;

/**
 * The job `announce-act`: writes one message to each person concerned, batch by batch. May be
 * killed and run again at any point, also twice at once: it goes on where the last batch ended.
 */
export async function announceAct(
  ctx: Ctx,
  { actId }: { actId: string },
  audiences: readonly ActAudience[],
  batch = BATCH,
): Promise<void> {
  for (;;) {
    const more = await inTransaction(ctx, (tx) => announceBatch(tx, actId, audiences, batch));
    if (!more) return;
  }
}

async function announceBatch(
  tx: Ctx,
  actId: string,
  audiences: readonly ActAudience[],
  batch: number,
): Promise<boolean> {
  const [progress] = await tx.db
    .select()
    .from(actAnnouncement)
    .where(eq(actAnnouncement.actId, actId))
    .for("update");
  if (!progress || progress.finishedAt) return false;
  const [found] = await tx.db
    .select({ act: callAct, call })
    .from(callAct)
    .innerJoin(call, eq(call.id, callAct.callId))
    .where(eq(callAct.id, actId));
  const audience = audiences[progress.audience];
  if (!found || !audience) {
    // Who stands in two audiences was counted twice and told once.
    await move(tx, actId, { finishedAt: tx.now, total: progress.written });
    return false;
  }
  const total = progress.total ?? (await counted(tx, found.call.id, audiences));
  const people = await audience.page(tx, found.call.id, progress.after, batch);
  const letter = actLetter(found.act, found.call, await newFormOf(tx, found.act));
  const created =
    people.length === 0
      ? 0
      : await enqueueMessages(
          tx,
          letter,
          people.map((one) => ownPartOf(actId, one)),
        );
  const last = people.at(-1);
  await move(tx, actId, {
    total,
    written: progress.written + created,
    ...(people.length < batch || !last
      ? { audience: progress.audience + 1, after: null }
      : { after: last.key }),
  });
  return true;
}

/** What the form asks otherwise since the act; undefined where it left the form alone. */
async function newFormOf(tx: Ctx, { callId, before, after }: typeof callAct.$inferSelect) {
  if (!before.form || !after.form) return undefined;
  return (await formChange(tx, callId, before.form, after.form))?.changes;
}

async function counted(tx: Ctx, callId: string, audiences: readonly ActAudience[]) {
  let total = 0;
  for (const audience of audiences) total += await audience.count(tx, callId);
  return total;
}

async function move(tx: Ctx, actId: string, to: Partial<typeof actAnnouncement.$inferInsert>) {
  await tx.db.update(actAnnouncement).set(to).where(eq(actAnnouncement.actId, actId));
}
