import { buffer } from "node:stream/consumers";
import { and, eq, sql } from "drizzle-orm";
import { application, attachment } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { scanFile, scannerAnswers } from "@/lib/files/scan-file";
import { fileStorage } from "@/lib/files/storage";
import { sha256 } from "@/lib/platform/digest";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/transaction";
import type { AttachmentState } from "../core/rules";

/** A round ends after so many files; the next begins within a minute. */
const MOST_IN_A_ROUND = 200;
/** Scans of one file that the scanner, though it answers, does not bring to an end: about a day. */
const MOST_ATTEMPTS = 28;
const LONGEST_PAUSE_MINUTES = 60;

type Waiting = { hash: string; attempts: number };

/**
 * Scans the attachments that had to wait, because the scanner was away when they came or gave no
 * result. While it is away the whole round waits, which costs no file an attempt; a file on which
 * it fails comes again after 1, 2, 4 … 60 minutes, and in the end its owner is asked to replace it.
 * A job of every minute; two at once take different files.
 */
export async function scanWaitingFiles(ctx: Ctx): Promise<void> {
  const waiting = await ctx.db.$count(attachment, eq(attachment.state, "scanning"));
  if (waiting === 0) return;
  if (!(await scannerAnswers())) {
    log.warn({ waiting }, "the scanner is away: attachments wait");
    return;
  }
  for (let scanned = 0; scanned < MOST_IN_A_ROUND; scanned += 1) {
    const next = await takeNext(ctx);
    if (!next) return;
    await scan(ctx, next);
  }
}

/** The content that waits longest; from here on the attempt counts, also if the process dies. */
async function takeNext(ctx: Ctx): Promise<Waiting | undefined> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const { rows } = await ctx.db.execute<Waiting>(sql`
    update attachment set scan_attempts = scan_attempts + 1, scan_after = ${now}
      + make_interval(mins => least(power(2, scan_attempts), ${LONGEST_PAUSE_MINUTES})::int)
    where state = 'scanning' and file_hash = (
      select file_hash from attachment
      where state = 'scanning' and coalesce(scan_after, '-infinity') <= ${now}
      order by created_at, id limit 1 for update skip locked)
    returning file_hash as hash, scan_attempts as attempts`);
  return rows.toSorted((a, b) => b.attempts - a.attempts)[0];
}

async function scan(ctx: Ctx, { hash, attempts }: Waiting): Promise<void> {
  const content = await fileStorage().open(hash);
  const bytes = content && (await buffer(content));
  if (!bytes || sha256(bytes) !== hash) {
    log.error({ hash }, "the content of an attachment is missing or damaged");
    return settle(ctx, hash, "refused");
  }
  const result = await scanFile(bytes);
  if (result !== "scanning") return settle(ctx, hash, result);
  if (attempts < MOST_ATTEMPTS) return;
  log.error({ hash, attempts }, "the scanner came to no result: the file is given up");
  await settle(ctx, hash, "refused");
}

/** One transaction an attachment: each has its own chain of events, whose head it locks. */
async function settle(ctx: Ctx, hash: string, state: AttachmentState): Promise<void> {
  const found = await ctx.db
    .select({
      id: attachment.id,
      applicationId: attachment.applicationId,
      bodyId: application.bodyId,
    })
    .from(attachment)
    .innerJoin(application, eq(application.id, attachment.applicationId))
    .where(and(eq(attachment.fileHash, hash), eq(attachment.state, "scanning")));
  for (const { id, applicationId, bodyId } of found) {
    await inTransaction(ctx, async (tx) => {
      const changed = await tx.db
        .update(attachment)
        .set({ state, scanAfter: null })
        .where(and(eq(attachment.id, id), eq(attachment.state, "scanning")))
        .returning({ id: attachment.id });
      if (changed.length === 0) return;
      await recordEvent(tx, {
        bodyId,
        action: "application.scanFile",
        subjectType: "application",
        subjectId: applicationId,
        facts: { attachment: id, sha256: hash, state },
      });
    });
  }
}
