import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import { expect } from "vitest";
import { scopedDatabase } from "@/db/client";
import { verifyChains } from "@/lib/audit/verify-chain";
import { makeContext } from "@/lib/context";
import { eventually } from "./outbox";
import type { PreparedDraft } from "./prepared-drafts";
import type { SmtpSink } from "./smtp-sink";

/** What one application has left in the database; each part once when it was submitted. */
type Trace = {
  state: string;
  submissions: number;
  numbers: number;
  receipts: number;
  mails: number;
  events: number;
};

const WHOLE: Trace = {
  ...{ state: "submitted", submissions: 1, numbers: 1, receipts: 1, mails: 1, events: 1 },
};
const ABSENT: Trace = {
  ...{ state: "draft", submissions: 0, numbers: 0, receipts: 0, mails: 0, events: 0 },
};

/** Each draft is wholly submitted or not at all, and every acknowledged one is. */
export async function expectNothingHalfWritten(
  pool: Pool,
  drafts: readonly PreparedDraft[],
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const { traces, numbers } = await inOneSnapshot(pool, async (client) => ({
    traces: await tracesOf(client, drafts),
    numbers: await numbersOf(client, drafts),
  }));
  expect(traces.size).toBe(drafts.length);
  for (const [id, trace] of traces) {
    const expected = acknowledged.has(id) || trace.state !== "draft" ? WHOLE : ABSENT;
    expect(trace, id).toEqual(expected);
  }
  const submitted = [...traces.values()].filter(({ state }) => state === "submitted").length;
  expect(numbers).toEqual(Array.from({ length: submitted }, (_, at) => at + 1));
}

/** Statements of processes that were just killed can still be ending on the server. */
async function inOneSnapshot<T>(pool: Pool, read: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const found = await read(client);
    await client.query("commit");
    return found;
  } finally {
    client.release();
  }
}

/** The register of the body that the drafts are for. */
async function numbersOf(client: PoolClient, drafts: readonly PreparedDraft[]): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `select number from register_entry where body_id in
       (select body_id from application where id = any($1)) order by number`,
    [idsOf(drafts)],
  );
  return rows.map(({ number }) => Number(number));
}

async function tracesOf(
  client: PoolClient,
  drafts: readonly PreparedDraft[],
): Promise<Map<string, Trace>> {
  const { rows } = await client.query<Trace & { id: string }>(
    `select id, state,
       (select count(*)::int from submission where application_id = a.id) as submissions,
       (select count(*)::int from register_entry where subject_id = a.id) as numbers,
       (select count(*)::int from issued_document
         where subject_id = a.id and kind = 'receipt') as receipts,
       (select count(*)::int from message where subject_id = a.id and kind = 'receipt') as mails,
       (select count(*)::int from audit_event
         where subject_id = a.id and action = 'application.submit') as events
     from application a where id = any($1)`,
    [idsOf(drafts)],
  );
  return new Map(rows.map(({ id, ...trace }) => [id, trace]));
}

/** Whoever sent has the receipt within five minutes, however many they were. */
export const DELIVERED_MS = 5 * 60_000;

/** Waits until the worker has drawn every receipt and sent every letter of what was submitted. */
export async function everythingDelivered(
  pool: Pool,
  drafts: readonly PreparedDraft[],
  sink: SmtpSink,
): Promise<void> {
  const count = drafts.length;
  const done = async () => {
    const { rows } = await pool.query<{ drawn: number; sent: number }>(
      `select (select count(*)::int from issued_document where kind = 'receipt'
           and rendered_at is not null and subject_id = any($1)) as drawn,
         (select count(*)::int from message where kind = 'receipt'
           and state = 'sent' and subject_id = any($1)) as sent`,
      [idsOf(drafts)],
    );
    const [row] = rows;
    return (row?.drawn ?? 0) >= count && (row?.sent ?? 0) >= count;
  };
  await eventually("all receipts drawn and all letters sent", done, DELIVERED_MS);
  // The answer to the last ones is on its way while their rows already count as sent.
  await eventually("all letters arrived", () => sink.arrivals.length >= count, 5_000);
}

/** The file of every receipt is there, is a PDF, and has the SHA-256 and size that its row says. */
export async function expectReceiptFiles(
  pool: Pool,
  folder: string,
  drafts: readonly PreparedDraft[],
): Promise<void> {
  const { rows } = await pool.query<{ sha256: string; size: number }>(
    `select file_hash as sha256, file_size::int as size from issued_document
     where kind = 'receipt' and subject_id = any($1)`,
    [idsOf(drafts)],
  );
  expect(rows).toHaveLength(drafts.length);
  for (const { sha256, size } of rows) {
    const bytes = readFileSync(join(folder, sha256.slice(0, 2), sha256));
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(bytes.length).toBe(size);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
}

/** One letter to each applicant, none twice: by Message-ID and by recipient. */
export async function expectOneLetterEach(
  sink: SmtpSink,
  drafts: readonly PreparedDraft[],
): Promise<void> {
  const twice = sink.arrivals.filter((id, at) => sink.arrivals.indexOf(id) !== at);
  expect(twice).toEqual([]);
  const letters = await sink.letters();
  const recipients = letters
    .flatMap((letter) => letter.to?.map(({ address }) => address ?? "") ?? [])
    // The people of the demonstration have mail of their own.
    .filter((address) => /^[0-9a-f-]{36}@example\.it$/.test(address));
  expect(recipients.sort()).toEqual(drafts.map(({ personId }) => `${personId}@example.it`).sort());
}

export async function expectUnbrokenChains(pool: Pool): Promise<void> {
  const ctx = makeContext({
    db: scopedDatabase(pool, "*"),
    actor: { kind: "system", job: "test" },
    now: new Date(),
    requestId: "test-chains",
  });
  const reports = await verifyChains(ctx);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.filter(({ brokenAt }) => brokenAt !== undefined)).toEqual([]);
}

function idsOf(drafts: readonly PreparedDraft[]): string[] {
  return drafts.map(({ applicationId }) => applicationId);
}
