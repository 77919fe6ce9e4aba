import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { CHAIN_START, follow, type StoredEvent } from "./verify-chain";

/** Events that a page computes again itself; what is beyond waits for the nightly check. */
const MOST = 500;

/** What is known of a chain at this moment, and since when. */
export type RecentCheck = {
  chain: string;
  brokenAt: number | undefined;
  /** The last check of the whole chain: when, and up to which event. Undefined before the first. */
  whole: { at: Date; upTo: number } | undefined;
  /** Events since then that were computed again just now, and those that were not. */
  recomputed: number;
  waiting: number;
};

type Row = {
  chain: string;
  head: string;
  head_hash: string;
  upto: string | null;
  upto_hash: string | null;
  broken_at: string | null;
  checked_at: string | null;
  events: StoredEvent[];
};

/**
 * Verifies what came after the last whole check (check-chains), from the event that ended it on.
 * One query, whatever the length of the chains.
 */
export async function recentCheck(ctx: Ctx, chains: readonly string[]): Promise<RecentCheck[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select h.chain, h.sequence as head, h.hash as head_hash, c.sequence as upto,
      c.hash as upto_hash, c.broken_at,
      to_char(c.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as checked_at,
      coalesce((select json_agg(json_build_object('sequence', e.sequence, 'hash', e.hash,
          'previousHash', e.previous_hash, 'entry', e.entry) order by e.sequence)
        from (select * from audit_event e where e.chain = h.chain
            and e.sequence >= coalesce(c.sequence, 0) and e.sequence <= h.sequence
          order by e.sequence limit ${MOST + 1}) e), '[]') as events
    from audit_head h left join audit_checkpoint c on c.chain = h.chain
    where h.chain = any(${sql.param([...chains])}::text[]) order by h.chain`);
  return rows.map(checkOf);
}

function checkOf(row: Row): RecentCheck {
  const { chain, checked_at, upto, broken_at, events } = row;
  const begin = upto ? { sequence: Number(upto), hash: row.upto_hash ?? "" } : CHAIN_START;
  const whole = checked_at ? { at: new Date(checked_at), upTo: begin.sequence } : undefined;
  const anchored = begin.sequence === 0 || events[0]?.hash === begin.hash;
  const report = (last: number, brokenAt?: number): RecentCheck => ({
    ...{ chain, brokenAt, whole, recomputed: last - begin.sequence },
    waiting: Number(row.head) - last,
  });
  if (broken_at !== null) return report(begin.sequence, Number(broken_at));
  if (!anchored) return report(begin.sequence, begin.sequence);
  let last = begin;
  for (const event of events.filter(({ sequence }) => sequence > begin.sequence)) {
    const next = follow(last, event);
    if (!next) return report(last.sequence, last.sequence + 1);
    last = next;
  }
  const cut = events.length > MOST;
  const atHead = last.sequence === Number(row.head) && last.hash === row.head_hash;
  return cut || atHead ? report(last.sequence) : report(last.sequence, last.sequence + 1);
}
