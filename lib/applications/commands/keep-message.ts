import { and, eq, isNull } from "drizzle-orm";
import { threadDraft, threadFile } from "@/db/schema/threads";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import type { ArrivedFile } from "@/lib/files/inspect-file";
import { InvalidInput, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { inTransaction } from "@/lib/transaction";
import { KEPT_LIMIT, messageText } from "../core/thread";
import { heldThread } from "../queries/held-thread";
import { sentMessage } from "../queries/sent-message";
import { storeThreadFile } from "./store-thread-file";
import { writeThreadFile } from "./write-thread-file";

export type KeptInput = {
  applicationId: string;
  key: string;
  text: string;
  /** A file to add. */
  file?: ArrivedFile | undefined;
  /** The id of a file to take off. */
  without?: string | undefined;
};

/**
 * Keeps what somebody is writing, with a file more or less, without sending it. A form that was sent
 * already is left alone. Throws NotFound, InvalidInput(text), Refused(WriteReason | FileRefusal).
 */
export async function keepMessage(ctx: Ctx, input: KeptInput): Promise<void> {
  const { applicationId, key, file, without } = input;
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const text = messageText(input.text);
  if (text.length > KEPT_LIMIT) throw new InvalidInput({ text: "message_too_long" });
  const stored = file && (await storeThreadFile(ctx, { applicationId, file }));
  await inTransaction(ctx, async (tx) => {
    const held = await heldThread(tx, applicationId);
    if ((await sentMessage(tx, { applicationId, authorId: personId, key })) !== undefined) return;
    await tx.db
      .insert(threadDraft)
      .values({ applicationId, personId, text, updatedAt: tx.now })
      .onConflictDoUpdate({
        target: [threadDraft.applicationId, threadDraft.personId],
        set: { text, updatedAt: tx.now },
      });
    if (without && isUuid(without)) await takeOff(tx, { applicationId, personId, without });
    if (stored) await writeThreadFile(tx, held, stored, personId);
  });
}

/** Only one's own, and only while it is not sent. */
async function takeOff(
  tx: Ctx,
  one: { applicationId: string; personId: string; without: string },
): Promise<void> {
  await tx.db
    .delete(threadFile)
    .where(
      and(
        eq(threadFile.id, one.without),
        eq(threadFile.applicationId, one.applicationId),
        eq(threadFile.uploadedBy, one.personId),
        isNull(threadFile.messageId),
      ),
    );
}
