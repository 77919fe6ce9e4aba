import type { PoolClient } from "pg";
import { connectionDatabase, connectionOf } from "@/db/client";
import type { message } from "@/db/schema/mail";
import type { JobTools } from "@/lib/jobs/job-tools";
import { log } from "@/lib/platform/log";
import { templateOf } from "./kinds";
import { writeLetter } from "./letter";
import { isWorthAnotherAttempt, type Postman } from "./postman";
import { cancelUseless, claimMessage, confirmSent, failMessage, postpone } from "./settle-message";
import { trialDelivery } from "./trial-delivery";

type Row = typeof message.$inferSelect;

/** What became of an attempt. `done`: the trial mailbox has it, and the row says so already. */
type Outcome = { is: "sent" | "done" | "outOfDate" } | { is: "postponed" | "refused"; why: string };

/**
 * The job `send-message`: sends what is queued, once. A repeated job finds nothing to claim. How
 * it stays at once under crashes is in docs/decisions/030-mail-delivery.md.
 */
export async function sendMessage(
  { messageId }: { messageId: string },
  tools: JobTools,
): Promise<void> {
  const stillMine = forAWhile(await tools.worker.hold());
  const row = await claimMessage(tools.ctx, messageId, tools.worker.workerId);
  if (!row) return;
  const inHand = attempt(row, stillMine, tools).then((outcome) =>
    untilWritten(() => settle(row, outcome, tools)),
  );
  lettersInHand.add(inHand);
  await inHand.finally(() => lettersInHand.delete(inHand));
}

const lettersInHand = new Set<Promise<void>>();

/**
 * Waits until what became of every letter in hand is written, at most `ms` milliseconds: a process
 * that ends before knows alone that a letter has gone, and others would send it again.
 */
export async function lettersSettled(ms: number): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, ms).unref());
  await Promise.race([Promise.allSettled(lettersInHand), late]);
}

/** An attempt that takes longer is broken off: `recover` gives the letter to others after five. */
const ATTEMPT_MS = 120_000;

function forAWhile(held: () => boolean): () => boolean {
  const begun = performance.now();
  return () => held() && performance.now() - begun < ATTEMPT_MS;
}

async function attempt(row: Row, stillMine: () => boolean, tools: JobTools): Promise<Outcome> {
  const template = templateOf(row.kind);
  if (!template) return { is: "refused", why: "unknown_kind" };
  const until = template.usefulUntil?.(row.view as never);
  if (until && until < tools.ctx.now) return { is: "outOfDate" };
  try {
    if (tools.postman) return await handOver(row, stillMine, tools.postman, tools);
    await trialDelivery(tools.ctx, row, tools.worker.workerId, template.secret === true);
    return { is: "done" };
  } catch (error) {
    log.warn({ messageId: row.id, kind: row.kind, err: error }, "a letter did not leave");
    return { is: isWorthAnotherAttempt(error) ? "postponed" : "refused", why: reasonOf(error) };
  }
}

async function handOver(
  row: Row,
  stillMine: () => boolean,
  postman: Postman,
  { ctx, worker: { workerId } }: JobTools,
): Promise<Outcome> {
  const connection = await connectionOf(ctx.db);
  if (!connection) throw new Error("a job has a pool");
  let broken = false;
  try {
    const letter = await writeLetter({ ...ctx, db: connectionDatabase(connection) }, row);
    await postman.deliver(letter, () => {
      if (!stillMine()) throw new Error("others may have this letter by now");
      // Not waited for: query and end of the letter leave in the same turn of the event loop.
      markHanded(connection, row.id, workerId).catch(() => {
        broken = true;
      });
    });
    return { is: "sent" };
  } finally {
    connection.release(broken);
  }
}

async function settle(
  row: Row,
  outcome: Outcome,
  { ctx, worker: { workerId } }: JobTools,
): Promise<void> {
  switch (outcome.is) {
    case "done":
      return;
    case "sent":
      return confirmSent(ctx, row.id, workerId, templateOf(row.kind)?.secret === true);
    case "outOfDate":
      return cancelUseless(ctx, row.id, workerId);
    case "postponed":
      return postpone(ctx, row.id, workerId, outcome.why);
    case "refused":
      return failMessage(ctx, row.id, workerId, outcome.why);
  }
}

function markHanded(connection: PoolClient, messageId: string, workerId: string) {
  return connection.query({
    name: "mark-handed",
    text: `update message set handed_at = clock_timestamp()
           where id = $1 and state = 'sending' and claimed_by = $2`,
    values: [messageId, workerId],
  });
}

/** The outcome is known to this process alone: it is worth waiting for the database to come back. */
async function untilWritten(write: () => Promise<unknown>): Promise<void> {
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      await write();
      return;
    } catch (error) {
      if (pause >= 2_000)
        log.warn({ err: error }, "the outcome of a letter waits for the database");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Codes only: the answer of a server can hold the address. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return [code ?? "error", responseCode].filter(Boolean).join(" ");
}
