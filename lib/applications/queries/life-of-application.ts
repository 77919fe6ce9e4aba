import { sql } from "drizzle-orm";
import type { ActKind } from "@/lib/calls/core/act-kinds";
import type { Ctx } from "@/lib/context";
import { erasedAnswers } from "./erased-answers";

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
  /** Answers whose days were over, and when the last of them were erased. */
  erased: { count: number; on: string } | null;
};

/**
 * What others did about an application: acts on its call, decisions that stand, meetings it was
 * convened to, whether another one took its place, and answers erased when their days were over. One
 * statement.
 */
export async function lifeOfApplication(ctx: Ctx, id: string) {
  const { rows } = await ctx.db.execute<Row>(sql`
    select ${listOf(sql`select x.kind, x.number, x.published_at as at from call_act x
        where x.call_id = application.call_id order by x.published_at`)} as acts,
      ${listOf(sql`select d.result, d.reasons, d.decided_at as at from decision d
        where d.application_id = application.id and d.superseded_by_id is null and d.result <> 'reopened'
        order by d.decided_at, d.stage`)} as decisions,
      ${listOf(sql`select m.title, m.starts_at as "startsAt", m.ends_at as "endsAt", m.place, m.state,
          min(c.created_at) as "convenedAt"
        from participant p join convocation c on c.participant_id = p.id
        join meeting m on m.id = c.meeting_id
        where p.application_id = application.id group by m.id order by m.starts_at`)} as meetings,
      exists (select from application other
        where other.replaces_id = application.id and other.submitted_at is not null) as replaced,
      ${erasedAnswers} as erased
    from application where application.id = ${id}::uuid`);
  const {
    acts = [],
    decisions = [],
    meetings = [],
    replaced = false,
    erased = null,
  } = rows[0] ?? {};
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
    erased,
  };
}

const listOf = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(one), '[]') from (${select}) one)`;
