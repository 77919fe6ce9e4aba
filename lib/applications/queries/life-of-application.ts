import { sql } from "drizzle-orm";
import type { ActKind } from "@/lib/calls/core/act-kinds";
import type { Ctx } from "@/lib/context";

/** A meeting to which somebody of the application was convened. */
export type ConvenedMeeting = {
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  state: string;
  convenedAt: Date;
};

type Row = {
  acts: { kind: ActKind; number: string; at: string }[];
  decisions: { result: string; reasons: string; at: string }[];
  meetings: (Omit<ConvenedMeeting, "startsAt" | "endsAt" | "convenedAt"> & {
    startsAt: string;
    endsAt: string;
    convenedAt: string;
  })[];
  replaced: boolean;
};

/**
 * What others did about an application: acts on its call, decisions that stand, meetings it was
 * convened to, and whether another one took its place. One statement.
 */
export async function lifeOfApplication(ctx: Ctx, id: string) {
  const { rows } = await ctx.db.execute<Row>(sql`
    select ${listOf(sql`select x.kind, x.number, x.published_at as at from call_act x
        where x.call_id = a.call_id order by x.published_at`)} as acts,
      ${listOf(sql`select d.result, d.reasons, d.decided_at as at from decision d
        where d.application_id = a.id and d.superseded_by_id is null and d.result <> 'reopened'
        order by d.decided_at, d.stage`)} as decisions,
      ${listOf(sql`select m.title, m.starts_at as "startsAt", m.ends_at as "endsAt", m.place, m.state,
          min(c.created_at) as "convenedAt"
        from participant p join convocation c on c.participant_id = p.id
        join meeting m on m.id = c.meeting_id
        where p.application_id = a.id group by m.id order by m.starts_at`)} as meetings,
      exists (select from application other
        where other.replaces_id = a.id and other.submitted_at is not null) as replaced
    from application a where a.id = ${id}::uuid`);
  const { acts = [], decisions = [], meetings = [], replaced = false } = rows[0] ?? {};
  return {
    acts: acts.map((one) => ({ ...one, at: new Date(one.at) })),
    decisions: decisions.map((one) => ({ ...one, at: new Date(one.at) })),
    meetings: meetings.map(
      (one): ConvenedMeeting => ({
        ...one,
        startsAt: new Date(one.startsAt),
        endsAt: new Date(one.endsAt),
        convenedAt: new Date(one.convenedAt),
      }),
    ),
    replaced,
  };
}

const listOf = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(one), '[]') from (${select}) one)`;
