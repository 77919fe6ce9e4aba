import { sql } from "drizzle-orm";
import { message } from "@/db/schema/mail";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";

/** A mail an event calls for. `view` is what its template is rendered from, at sending. */
export type NewMessage = {
  bodyId: string | null;
  kind: string;
  /** One live message per key: say event, subject and recipient in it. */
  key: string;
  recipient: string;
  recipientName: string;
  locale: string;
  view: Record<string, unknown>;
  subjectType: string;
  subjectId: string;
};

/**
 * Puts a message into the outbox in the transaction of its event, with the job that sends it.
 * A message that lives under the same key stays as it is: nothing is sent twice.
 */
export async function enqueueMessage(tx: Ctx, given: NewMessage): Promise<void> {
  const rows = await tx.db
    .insert(message)
    .values({ id: tx.newId(), ...given, queuedAt: tx.now })
    .onConflictDoNothing({
      target: message.key,
      where: sql`${message.state} not in ('superseded','cancelled')`,
    })
    .returning({ id: message.id });
  const created = rows[0];
  if (created) await enqueue(tx, "send-message", { messageId: created.id }, { key: created.id });
}
