import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { auditEvent, auditHead } from "@/db/schema/audit";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";

const PAGE = 1000;
const FIRST_HASH = "0".repeat(64);

/** What the verification of one chain found; `brokenAt` is the first sequence that does not fit. */
export type ChainReport = { chain: string; events: number; brokenAt: number | undefined };

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

async function verifyChain(
  ctx: Ctx,
  head: { chain: string; sequence: number; hash: string },
): Promise<ChainReport> {
  let previous = FIRST_HASH;
  let sequence = 0;
  for (;;) {
    const events = await ctx.db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.chain, head.chain), gt(auditEvent.sequence, sequence)))
      .orderBy(asc(auditEvent.sequence))
      .limit(PAGE);
    for (const event of events) {
      const expected = sha256(`${previous}\n${sequence + 1}\n${event.entry}`);
      const fits =
        event.sequence === sequence + 1 &&
        event.previousHash === previous &&
        event.hash === expected;
      if (!fits) return { chain: head.chain, events: sequence, brokenAt: sequence + 1 };
      sequence = event.sequence;
      previous = event.hash;
    }
    if (events.length < PAGE) break;
  }
  const complete = sequence === head.sequence && previous === head.hash;
  return { chain: head.chain, events: sequence, brokenAt: complete ? undefined : sequence + 1 };
}
