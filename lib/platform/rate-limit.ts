import { and, eq, type SQL, sql } from "drizzle-orm";
import { rateLimit as counters } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { RateLimited } from "@/lib/kernel/errors";

/** At most `limit` attempts in any `windowSeconds`. */
export type Limit = { limit: number; windowSeconds: number };

/** The limits of the product, by what is limited. */
export const limits = {
  signInLinkPerMailbox: { limit: 3, windowSeconds: 15 * 60 },
  /** Wide: a whole association may sit behind one address. */
  signInLinkPerAddress: { limit: 60, windowSeconds: 15 * 60 },
  staffSignInPerAddress: { limit: 10, windowSeconds: 60 },
  upload: { limit: 20, windowSeconds: 10 * 60 },
  submit: { limit: 5, windowSeconds: 60 },
  subscriptionPerMailbox: { limit: 3, windowSeconds: 60 * 60 },
  subscriptionPerAddress: { limit: 30, windowSeconds: 15 * 60 },
  /** Wide enough for a room behind one network, too narrow to bend what a page is thought of. */
  feedback: { limit: 20, windowSeconds: 10 * 60 },
  ownData: { limit: 5, windowSeconds: 60 * 60 },
  question: { limit: 5, windowSeconds: 60 * 60 },
  message: { limit: 10, windowSeconds: 10 * 60 },
  /** Of the office, which may have many to answer. */
  answer: { limit: 60, windowSeconds: 10 * 60 },
  verification: { limit: 30, windowSeconds: 60 },
  /** Wide: everybody in the room may open their link through one network. */
  convocation: { limit: 240, windowSeconds: 60 },
} as const satisfies Record<string, Limit>;

/**
 * Counts an attempt, or throws RateLimited. One statement, exact under concurrency. The window
 * slides: of the fixed window before, the share that still lies inside counts too. What is refused
 * does not count, so insisting does not prolong the wait.
 * Call it before the transaction of the attempt, or a refusal rolls the count back. `key` holds no
 * personal data: use `keyedDigest` for mailboxes and addresses.
 */
export async function rateLimit(ctx: Ctx, key: string, given: Limit): Promise<void> {
  const counted = await ctx.db.execute(countedAttempt(ctx.now, sql`${key}::text`, given));
  if (counted.rows.length > 0) return;
  throw new RateLimited(await secondsToWait(ctx, key, given));
}

/**
 * The counting of an attempt as a piece of a larger statement: it gives a row when the attempt
 * passes. `key` is an expression; where it is null nothing is counted and nothing passes.
 */
export function countedAttempt(now: Date, key: SQL, { limit, windowSeconds }: Limit): SQL {
  const { start, elapsed } = windowOf(now, windowSeconds);
  const length = windowSeconds * 1000;
  const before = sql`coalesce((select count from rate_limit where key = ${key}
    and window_start = ${new Date(start - length).toISOString()}::timestamptz), 0)`;
  return sql`insert into rate_limit as known (key, window_start, count, expires_at)
    select asking.key, ${new Date(start).toISOString()}::timestamptz, 1,
      ${new Date(start + 2 * length).toISOString()}::timestamptz
    from (select ${key} as key) asking
    where asking.key is not null and ${before} * ${1 - elapsed}::double precision + 1 <= ${limit}
    on conflict (key, window_start) do update set count = known.count + 1
    where ${before} * ${1 - elapsed}::double precision + known.count + 1 <= ${limit}
    returning count`;
}

/** Seconds after which an attempt passes, if nobody else makes one; for the header Retry-After. */
export async function secondsToWait(ctx: Ctx, key: string, given: Limit): Promise<number> {
  const { limit, windowSeconds } = given;
  const { start, elapsed } = windowOf(ctx.now, windowSeconds);
  const rows = await ctx.db
    .select({ windowStart: counters.windowStart, count: counters.count })
    .from(counters)
    .where(eq(counters.key, key));
  const countAt = (time: number) =>
    rows.find(({ windowStart }) => windowStart.getTime() === time)?.count ?? 0;
  const [before, here] = [countAt(start - windowSeconds * 1000), countAt(start)];
  // Shares of a window: in this one what came before fades, in the next one what came in this.
  const wait =
    here < limit
      ? 1 - (limit - 1 - here) / Math.max(before, 1) - elapsed
      : 1 - elapsed + Math.max(0, 1 - (limit - 1) / here);
  // One place of rounding and one second: better to come a little late than in vain.
  return Math.max(1, Math.ceil(Number((wait * windowSeconds).toFixed(3))));
}

/** Gives an attempt back that turned out well, where only failures are to be counted. */
export async function forgiveAttempt(ctx: Ctx, key: string, given: Limit): Promise<void> {
  const { start } = windowOf(ctx.now, given.windowSeconds);
  await ctx.db
    .update(counters)
    .set({ count: sql`greatest(${counters.count} - 1, 0)` })
    .where(and(eq(counters.key, key), eq(counters.windowStart, new Date(start))));
}

/** Start of the fixed window an instant lies in, and the share of it that has passed. */
function windowOf(now: Date, windowSeconds: number): { start: number; elapsed: number } {
  const length = windowSeconds * 1000;
  const start = Math.floor(now.getTime() / length) * length;
  return { start, elapsed: (now.getTime() - start) / length };
}
