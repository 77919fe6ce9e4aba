import { sql } from "drizzle-orm";
import { message } from "@/db/schema/mail";
import type { Ctx } from "@/lib/context";
import { enqueueNew, job, type NewJob } from "@/lib/jobs/enqueue";
import type { MailKind, MailViews } from "./kinds";

/** A mail an event calls for. `view` is what its template is rendered from, at sending. */
export type NewMessage<Kind extends MailKind = MailKind> = {
  bodyId: string | null;
  kind: Kind;
  /** One live message per key: say event, subject and recipient in it. */
  key: string;
  recipient: string;
  recipientName: string;
  locale: string;
  view: MailViews[Kind];
  subjectType: string;
  subjectId: string;
};

/** Somebody waits at the screen for these: they overtake a rush of receipts. */
const AT_ONCE: ReadonlySet<MailKind> = new Set(["signInLink"]);

/**
 * Puts a message into the outbox in the transaction of its event, with the job that sends it.
 * A message that lives under the same key stays as it is: nothing is sent twice.
 */
export async function enqueueMessage<Kind extends MailKind>(
  tx: Ctx,
  given: NewMessage<Kind>,
): Promise<void> {
  const id = tx.newId();
  const rows = await tx.db
    .insert(message)
    .values({ id, ...given, queuedAt: tx.now })
    .onConflictDoNothing({
      target: message.key,
      where: sql`${message.state} not in ('superseded','cancelled')`,
    })
    .returning({ id: message.id });
  if (rows.length > 0) await enqueueNew(tx, [sendJob(id, given.kind)]);
}

/** The job that sends a message. */
export function sendJob(messageId: string, kind: MailKind): NewJob {
  return job(
    "send-message",
    { messageId },
    { key: messageId, priority: AT_ONCE.has(kind) ? -10 : 0 },
  );
}
