import type { Pool } from "pg";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { inTransaction } from "@/lib/transaction";
import { testContext } from "./context";
import { mailViews } from "./mail-views";

/** Puts receipts into the outbox, as events would. */
export async function queueReceipts(pool: Pool, count: number, seed = "outbox"): Promise<void> {
  const ctx = testContext(pool, { seed, now: new Date() });
  const { receipt } = mailViews("Rete Passaparola Toscana APS", "Parità di accesso");
  await inTransaction(ctx, async (tx) => {
    for (let at = 1; at <= count; at += 1) {
      await enqueueMessage(tx, {
        bodyId: null,
        kind: "receipt",
        key: `${seed}:${at}`,
        recipient: `persona${at}@example.it`,
        recipientName: `Persona ${at}`,
        locale: at % 2 ? "it" : "en",
        view: receipt,
        subjectType: "application",
        subjectId: tx.newId(),
      });
    }
  });
}

/** Waits until a question has a true answer; says what was asked when it never has. */
export async function eventually(
  what: string,
  question: () => Promise<boolean> | boolean,
  withinMs = 60_000,
): Promise<void> {
  const until = performance.now() + withinMs;
  while (!(await question())) {
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How many messages are in each state. Takes the owner's pool, which no wall binds. */
export async function messageStates(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ state: string; count: number }>(
    "select state, count(*)::int from message group by state",
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}
