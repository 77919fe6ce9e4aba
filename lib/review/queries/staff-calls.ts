import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { outcome } from "@/db/schema/review";
import { body } from "@/db/schema/territory";
import { bodiesOf } from "@/lib/auth/actor";
import type { Reopened } from "@/lib/calls/core/act-kinds";
import { type CallStatus, deadlineOf, statusOf } from "@/lib/calls/core/call-status";
import type { Deadline } from "@/lib/calls/core/deadline";
import type { Regime, RegimeRules } from "@/lib/calls/core/regimes";
import type { CallState } from "@/lib/calls/core/states";
import { readRules, rulesSql } from "@/lib/calls/queries/regime-rules";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";

/** How many applications of a call stand where. Drafts are people who have not applied. */
export type CallCounts = {
  drafts: number;
  /** Everything that was sent and is not withdrawn. */
  received: number;
  /** Sent, and no decision yet. */
  toCheck: number;
  /** Admissible, waiting for the comparison. */
  toDecide: number;
  admissible: number;
  inadmissible: number;
  admitted: number;
  notAdmitted: number;
  withdrawn: number;
  /** Letters written, and those of them that did not arrive. */
  letters: number;
  lettersFailed: number;
  /** Sent, not decided, and with a file that nobody can open. */
  filesBlocked: number;
  /** Questions that wait for an answer. */
  questions: number;
  /** Requests that applicants have not answered, and the end of the first of them. */
  integrationsOpen: number;
  integrationsEnd: string | null;
  /** Sent, and the last request has its answer or its end: to be looked at again. */
  integrationsBack: number;
};

/** A call as its staff see it in lists and above its pages. */
export type StaffCall = {
  id: string;
  bodyId: string;
  body: string;
  slug: string;
  code: string | null;
  title: string;
  regime: Regime;
  /** What the call was published with; for a draft, what its body has made of the regime. */
  rules: RegimeRules;
  regimeVersion: number | null;
  comparative: boolean;
  state: CallState;
  status: CallStatus;
  opensAt: Date | null;
  closesAt: Date | null;
  closesAtTime: string | null;
  peremptory: boolean;
  cutOffs: Date[];
  deadline: Deadline;
  publishedAt: Date | null;
  /** Why the first version was published although a warning blocked it. */
  overrideReason: string | null;
  reopened: Reopened | null;
  revision: number;
  updatedAt: Date;
  outcomeAt: Date | null;
  counts: CallCounts;
};

/** The calls of the actor's bodies that are not in the archive, the latest change first. One query. */
export async function staffCalls(ctx: Ctx): Promise<StaffCall[]> {
  const bodies = bodiesOf(ctx.actor);
  if (bodies.length === 0) return [];
  const rows = await callsWhere(
    ctx,
    and(inArray(call.bodyId, bodies), ne(call.state, "archived")),
    sql`order by ${call.updatedAt} desc, ${call.id} limit 200`,
  );
  return rows;
}

/** One call for the pages of its staff. NotFound for everybody who does not work for its body. */
export async function staffCall(ctx: Ctx, id: string): Promise<StaffCall> {
  const bodies = bodiesOf(ctx.actor);
  if (bodies.length === 0 || !UUID.test(id)) throw new NotFound();
  const [found] = await callsWhere(ctx, and(inArray(call.bodyId, bodies), eq(call.id, id)), sql``);
  if (!found) throw new NotFound();
  return found;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function callsWhere(
  ctx: Ctx,
  where: ReturnType<typeof and>,
  tail: ReturnType<typeof sql>,
): Promise<StaffCall[]> {
  const rows = await ctx.db
    .select({
      id: call.id,
      bodyId: call.bodyId,
      body: body.name,
      slug: call.slug,
      code: call.code,
      title: call.title,
      regime: call.regime,
      state: call.state,
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      closesAtTime: call.closesAtTime,
      peremptory: call.peremptory,
      cutOffs: call.cutOffs,
      publishedAt: call.publishedAt,
      regimeVersion: call.regimeVersion,
      rules: rulesSql,
      overrideReason: sql<string | null>`(select v.override_reason from call_version v
        where v.call_id = "call"."id" order by v.version limit 1)`,
      reopened: call.reopened,
      reopenedFor: call.reopenedFor,
      reopenedWithin: call.reopenedWithin,
      revision: call.revision,
      updatedAt: call.updatedAt,
      outcomeAt: outcome.publishedAt,
      counts: countsSql,
    })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(outcome, eq(outcome.callId, call.id))
    .where(sql`${where} ${tail}`);
  return rows.map((row) => {
    const regime = row.regime as Regime;
    const times = { ...row, state: row.state as CallState };
    const rules = readRules(regime, row.rules);
    return {
      ...times,
      regime,
      rules,
      comparative: rules.comparative,
      status: statusOf(times, ctx.now),
      deadline: deadlineOf(times, ctx.now),
    };
  });
}

const countsSql = sql<CallCounts>`(
  select jsonb_build_object(
    'drafts', count(*) filter (where a.state = 'draft'),
    'received', count(*) filter (where a.state not in ('draft', 'withdrawn')),
    'toCheck', count(*) filter (where a.state in ('submitted', 'integrationRequested')),
    'toDecide', count(*) filter (where a.state = 'admissible'),
    'admissible', count(*) filter (where a.state in
      ('admissible', 'admitted', 'reserve', 'notAdmitted', 'offered', 'declined', 'expired')),
    'inadmissible', count(*) filter (where a.state = 'inadmissible'),
    'admitted', count(*) filter (where a.state = 'admitted'),
    'notAdmitted', count(*) filter (where a.state = 'notAdmitted'),
    'withdrawn', count(*) filter (where a.state = 'withdrawn' and a.submitted_at is not null),
    'letters', (select count(*) from decision d
      join application da on da.id = d.application_id
      join issued_document i on i.subject_id = d.id and i.kind = 'decisionLetter' and i.state = 'valid'
      where da.call_id = "call"."id"),
    'filesBlocked', (select count(distinct fa.id) from attachment f
      join application fa on fa.id = f.application_id
      where f.state in ('infected', 'refused') and fa.call_id = "call"."id"
        and fa.state in ('submitted', 'integrationRequested', 'admissible')),
    'questions', (select count(*) from clarification q
      where q.call_id = "call"."id" and q.state = 'open'),
    'integrationsOpen', count(r.id) filter (where r.state = 'open'),
    'integrationsEnd', min(r.closes_at) filter (where r.state = 'open'),
    'integrationsBack', count(*) filter (where a.state = 'submitted'
      and r.state in ('answered', 'expired')),
    'lettersFailed', (select count(*) from decision d
      join application da on da.id = d.application_id
      join message m on m.subject_id = d.id and m.state in ('failed', 'bounced')
      where da.call_id = "call"."id"))
  from application a
  left join lateral (select q.id, q.state, q.closes_at from integration_request q
    where q.application_id = a.id order by q.requested_at desc limit 1) r on true
  where a.call_id = "call"."id")`;
