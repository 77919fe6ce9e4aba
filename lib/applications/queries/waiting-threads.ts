import { sql } from "drizzle-orm";
import { bodiesWithRole } from "@/lib/auth/can";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";

/** An application whose messages the office has neither answered nor set aside. */
export type WaitingThread = {
  applicationId: string;
  callId: string;
  callTitle: string;
  applicant: string;
  code: string;
  /** Of the oldest message that waits. */
  since: Date;
  /** Messages that wait. */
  count: number;
};

export type WaitingRequest = {
  callId?: string | undefined;
  /** The last one seen: an ISO instant with microseconds and an id, "<since>~<id>". */
  after?: string | undefined;
  limit: number;
};

/**
 * The applications of the actor's bodies in which somebody waits for the office, those who have
 * waited longest first, and where the next page begins. One statement.
 */
export async function waitingThreads(
  ctx: Ctx,
  { callId, after, limit }: WaitingRequest,
): Promise<{ threads: WaitingThread[]; next: string | undefined }> {
  const bodies = bodiesWithRole(ctx.actor, ...officeRoles);
  if (bodies.length === 0) return { threads: [], next: undefined };
  const [since, id] = cursorOf(after);
  const { rows } = await ctx.db.execute<WaitingThread & { since: string; key: string }>(sql`
    select t.application_id as "applicationId", a.call_id as "callId", c.title as "callTitle",
      a.applicant_name as applicant, coalesce(a.code, '') as code, t.waiting_since::text as since,
      to_char(t.waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key,
      (select count(*)::int from thread_message m where m.application_id = t.application_id
        and m.side = 'applicant' and m.sent_at >= t.waiting_since) as count
    from thread t
    join application a on a.id = t.application_id
    join call c on c.id = a.call_id
    where t.waiting_since is not null and t.body_id = any(${sql.param(bodies)}::uuid[])
      and (${callId ?? null}::uuid is null or a.call_id = ${callId ?? null}::uuid)
      and (${since}::timestamptz is null
        or (t.waiting_since, t.application_id) > (${since}::timestamptz, ${id}::uuid))
    order by t.waiting_since, t.application_id limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    threads: shown.map(({ key: _, ...row }) => ({ ...row, since: new Date(row.since) })),
    next: last && `${last.key}~${last.applicationId}`,
  };
}

/** How many applications of each call wait. One statement. */
export async function waitingByCall(ctx: Ctx): Promise<Map<string, number>> {
  const bodies = bodiesWithRole(ctx.actor, ...officeRoles);
  if (bodies.length === 0) return new Map();
  const { rows } = await ctx.db.execute<{ callId: string; count: number }>(sql`
    select a.call_id as "callId", count(*)::int as count
    from thread t join application a on a.id = t.application_id
    where t.waiting_since is not null and t.body_id = any(${sql.param(bodies)}::uuid[])
    group by a.call_id`);
  return new Map(rows.map(({ callId, count }) => [callId, count]));
}

/** A call with messages that wait for the office: how many, and when the first and the last came. */
export type CallThatWaits = {
  bodyId: string;
  callId: string;
  title: string;
  count: number;
  first: Date;
  last: Date;
};

/** Those of some bodies, the one that has waited longest first, for the letters of a job. One statement. */
export async function callsThatWait(
  ctx: Ctx,
  bodyIds: readonly string[],
): Promise<CallThatWaits[]> {
  const { rows } = await ctx.db.execute<
    Omit<CallThatWaits, "first" | "last"> & { first: string; last: string }
  >(sql`
    select t.body_id as "bodyId", c.id as "callId", c.title, count(*)::int as count,
      min(m.sent_at)::text as first, max(m.sent_at)::text as last
    from thread t
    join application a on a.id = t.application_id
    join call c on c.id = a.call_id
    join thread_message m on m.application_id = t.application_id
      and m.side = 'applicant' and m.sent_at >= t.waiting_since
    where t.waiting_since is not null and t.body_id = any(${sql.param([...bodyIds])}::uuid[])
    group by t.body_id, c.id order by min(m.sent_at), c.id`);
  return rows.map((row) => ({ ...row, first: new Date(row.first), last: new Date(row.last) }));
}

const CURSOR =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What an address says wrongly starts from the top. */
function cursorOf(given = ""): [string | null, string | null] {
  const [, since = null, id = null] = CURSOR.exec(given) ?? [];
  return [since, id];
}
