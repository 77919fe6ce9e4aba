import { sql } from "drizzle-orm";
import type { ActAudience, ActRecipient } from "@/lib/calls/commands/announce-act";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** Who has a draft or has sent, once each; whoever took everything back is not concerned. */
const CONCERNED = sql`a.state <> 'withdrawn'`;

/** The people of a call who are told of its acts. */
export const applicantsOfCall: ActAudience = {
  count: async (ctx, callId) => {
    const { withMailbox } = await concernedBy(ctx, callId);
    return withMailbox.drafts + withMailbox.sent;
  },

  page: async (ctx, callId, after, limit) => {
    const { rows } = await ctx.db.execute<Row>(sql`
      select a.person_id as key, p.email, p.given_name || ' ' || p.family_name as name, p.locale,
        bool_or(a.state = 'draft') as drafting,
        (array_agg(a.id order by a.state = 'draft' desc, a.updated_at desc))[1] as application
      from application a join person p on p.id = a.person_id
      where a.call_id = ${callId} and ${CONCERNED} and p.email is not null
        and (${after}::uuid is null or a.person_id > ${after}::uuid)
      group by a.person_id, p.id
      order by a.person_id limit ${limit}`);
    return rows.map(recipientOf);
  },
};

type Row = {
  key: string;
  email: string;
  name: string;
  locale: string;
  drafting: boolean;
  application: string;
};

function recipientOf({ drafting, application, ...row }: Row): ActRecipient {
  return {
    ...row,
    name: row.name.trim(),
    standing: drafting ? "draft" : "sent",
    path: drafting
      ? routes.applicationStep(application, "riepilogo")
      : routes.myApplication(application),
    leavePath: null,
  };
}

/** People with a draft, people who have sent, and those among them whom no mail reaches. */
export type Concerned = {
  withMailbox: { drafts: number; sent: number };
  withoutMailbox: number;
};

/** Counted by person: who has a draft and has sent stands among the drafts. One query. */
export async function concernedBy(ctx: Ctx, callId: string): Promise<Concerned> {
  const { rows } = await ctx.db.execute<{ drafts: number; sent: number; without: number }>(sql`
    select count(*) filter (where reached and drafting)::int as drafts,
      count(*) filter (where reached and not drafting)::int as sent,
      count(*) filter (where not reached)::int as without
    from (select bool_or(a.state = 'draft') as drafting, p.email is not null as reached
      from application a join person p on p.id = a.person_id
      where a.call_id = ${callId} and ${CONCERNED}
      group by p.id) people`);
  const { drafts = 0, sent = 0, without = 0 } = rows[0] ?? {};
  return { withMailbox: { drafts, sent }, withoutMailbox: without };
}

/** How many applications hold a place of the call: sent, and not refused or given up. */
export async function placesTaken(ctx: Ctx, callId: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ taken: number }>(sql`
    select count(*)::int as taken from application a
    where a.call_id = ${callId} and a.state in
      ('submitted', 'integrationRequested', 'admissible', 'admitted', 'reserve', 'offered')`);
  return rows[0]?.taken ?? 0;
}
