import { buffer } from "node:stream/consumers";
import { type SQL, sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { scanFile, scannerAnswers } from "@/lib/files/scan-file";
import { fileStorage } from "@/lib/files/storage";
import { sha256 } from "@/lib/platform/digest";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/transaction";
import type { AttachmentState } from "../core/rules";
import { tellFileBlocked } from "./tell-file-blocked";

/** A round ends after so many files; the next begins within a minute. */
const MOST_IN_A_ROUND = 200;
/** Scans of one file that the scanner, though it answers, does not bring to an end: about a day. */
const MOST_ATTEMPTS = 28;
const LONGEST_PAUSE_MINUTES = 60;

/** Files of applications and of messages: tables with the same columns about it. */
const ATTACHMENTS = sql.identifier("attachment");
const TABLES = [ATTACHMENTS, sql.identifier("thread_file")];

type ToSettle = {
  id: string;
  name: string;
  uploadedBy: string;
  applicationId: string;
  bodyId: string;
};
type Waiting = { hash: string; attempts: number };

/**
 * Scans the files that had to wait, because the scanner was away when they came or gave no result.
 * While it is away the whole round waits, which costs no file an attempt; a file on which it fails
 * comes again after 1, 2, 4 … 60 minutes, and in the end it is given up. Of a file that
 * nobody may open those who work on the application are told by letter, of one in a message who
 * wrote it. A job of every minute; two at
 * once take different files.
 */
export async function scanWaitingFiles(ctx: Ctx): Promise<void> {
  const waiting = await countWaiting(ctx);
  if (waiting === 0) return;
  if (!(await scannerAnswers())) {
    log.warn({ waiting }, "the scanner is away: attachments wait");
    return;
  }
  for (const table of TABLES) {
    for (let scanned = 0; scanned < MOST_IN_A_ROUND; scanned += 1) {
      const next = await takeNext(ctx, table);
      if (!next) break;
      await scan(ctx, table, next);
    }
  }
}

type Table = (typeof TABLES)[number];

async function countWaiting(ctx: Ctx): Promise<number> {
  const counts = TABLES.map(
    (table): SQL => sql`(select count(*) from ${table} where state = 'scanning')`,
  );
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select (${sql.join(counts, sql` + `)})::int as count`,
  );
  return rows[0]?.count ?? 0;
}

/** The content that waits longest; from here on the attempt counts, also if the process dies. */
async function takeNext(ctx: Ctx, table: Table): Promise<Waiting | undefined> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const { rows } = await ctx.db.execute<Waiting>(sql`
    update ${table} set scan_attempts = scan_attempts + 1, scan_after = ${now}
      + make_interval(mins => least(power(2, scan_attempts), ${LONGEST_PAUSE_MINUTES})::int)
    where state = 'scanning' and file_hash = (
      select file_hash from ${table}
      where state = 'scanning' and coalesce(scan_after, '-infinity') <= ${now}
      order by created_at, id limit 1 for update skip locked)
    returning file_hash as hash, scan_attempts as attempts`);
  return rows.toSorted((a, b) => b.attempts - a.attempts)[0];
}

async function scan(ctx: Ctx, table: Table, { hash, attempts }: Waiting): Promise<void> {
  const content = await fileStorage().open(hash);
  const bytes = content && (await buffer(content));
  if (!bytes || sha256(bytes) !== hash) {
    log.error({ hash }, "the content of an attachment is missing or damaged");
    return settle(ctx, table, hash, "refused");
  }
  const result = await scanFile(bytes);
  if (result !== "scanning") return settle(ctx, table, hash, result);
  if (attempts < MOST_ATTEMPTS) return;
  log.error({ hash, attempts }, "the scanner came to no result: the file is given up");
  await settle(ctx, table, hash, "refused");
}

/** One transaction a file: each body has its own chain of events, whose head it locks. */
async function settle(ctx: Ctx, table: Table, hash: string, state: AttachmentState): Promise<void> {
  const { rows } = await ctx.db.execute<ToSettle>(sql`
    select f.id, f.name, f.uploaded_by as "uploadedBy", f.application_id as "applicationId", a.body_id as "bodyId"
    from ${table} f join application a on a.id = f.application_id
    where f.file_hash = ${hash} and f.state = 'scanning'`);
  for (const { id, name, uploadedBy, applicationId, bodyId } of rows) {
    await inTransaction(ctx, async (tx) => {
      const { rowCount } = await tx.db.execute(sql`update ${table}
        set state = ${state}, scan_after = null where id = ${id} and state = 'scanning'`);
      if (rowCount !== 1) return;
      await recordEvent(tx, {
        bodyId,
        action: "application.scanFile",
        subjectType: "application",
        subjectId: applicationId,
        facts: { attachment: id, sha256: hash, state },
      });
      if (state !== "infected" && state !== "refused") return;
      const of = table === ATTACHMENTS ? "application" : "message";
      await tellFileBlocked(tx, applicationId, { id, name, uploadedBy, of, why: state });
    });
  }
}
