import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { auditEvent, auditHead } from "@/db/schema/audit";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";

const PAGE = 1000;

/** A place of a chain: the hash of the event of that number; before the first all zeros. */
export type Link = { sequence: number; hash: string };

export const CHAIN_START: Link = { sequence: 0, hash: "0".repeat(64) };

/** What the verification of one chain found; `brokenAt` is the first sequence that does not fit. */
export type ChainReport = {
  chain: string;
  events: number;
  brokenAt: number | undefined;
  /** The last event that fits. */
  last: Link;
};

export type StoredEvent = Link & { previousHash: string; entry: string };

/** The place after the event, if it follows on `before` and its hash is right. */
export function follow(before: Link, event: StoredEvent): Link | undefined {
  const sequence = before.sequence + 1;
  const expected = sha256(`${before.hash}\n${sequence}\n${event.entry}`);
  const fits =
    event.sequence === sequence && event.previousHash === before.hash && event.hash === expected;
  return fits ? { sequence, hash: expected } : undefined;
}

/** Re-computes every hash of the chains named, or of all. Reads in pages; changes nothing. */
export async function verifyChains(ctx: Ctx, chains?: readonly string[]): Promise<ChainReport[]> {
  const heads = await ctx.db
    .select()
    .from(auditHead)
    .where(chains && inArray(auditHead.chain, [...chains]))
    .orderBy(asc(auditHead.chain));
  const reports: ChainReport[] = [];
  for (const head of heads) reports.push(await verifyChain(ctx, head));
  return reports;
}

async function verifyChain(ctx: Ctx, head: Link & { chain: string }): Promise<ChainReport> {
  const { chain } = head;
  let last = CHAIN_START;
  const report = (whole: boolean): ChainReport => ({
    ...{ chain, last, events: last.sequence },
    brokenAt: whole ? undefined : last.sequence + 1,
  });
  for (;;) {
    const events = await ctx.db
      .select()
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.chain, chain),
          gt(auditEvent.sequence, last.sequence),
          // What came since the head was read is the business of the next verification.
          lte(auditEvent.sequence, head.sequence),
        ),
      )
      .orderBy(asc(auditEvent.sequence))
      .limit(PAGE);
    for (const event of events) {
      const next = follow(last, event);
      if (!next) return report(false);
      last = next;
    }
    if (events.length < PAGE) break;
  }
  return report(last.sequence === head.sequence && last.hash === head.hash);
}
