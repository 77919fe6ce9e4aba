import { sql } from "drizzle-orm";
import type { ActAudience, ActRecipient } from "@/lib/calls/commands/announce-act";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { pageFor } from "../mails";
import { deskMailbox, mailboxFor } from "./desk-mailbox";
import { workersOf } from "./people-of-applications";

/** Who has a draft or has sent, once each; whoever took everything back is not concerned. */
const CONCERNED = sql`a.state <> 'withdrawn'`;

/**
 * The people of a call who are told of its acts: those who answer for an application, then those who
 * work on one with them, each once. Their keys say which of the two: "0:<id>", "1:<id>".
 */
export const applicantsOfCall: ActAudience = {
  count: async (ctx, callId) => {
    const { withMailbox } = await concernedBy(ctx, callId);
    return withMailbox.drafts + withMailbox.sent;
  },

  page: async (ctx, callId, after, limit) => {
    const [part, last = null] = after?.split(":") ?? ["0"];
    const own = part === "0" ? await answeringFor(ctx, callId, last, limit) : [];
    if (own.length === limit) return own.map(recipientOf);
    const from = part === "1" ? last : null;
    return [...own, ...(await workingFor(ctx, callId, from, limit - own.length))].map(recipientOf);
  },
};

/** By the index of the call's people. A draft of a colleague counts as one's own. */
async function answeringFor(ctx: Ctx, callId: string, after: string | null, limit: number) {
  const { rows } = await ctx.db.execute<Row>(sql`
    select '0:' || own.id as key, coalesce(p.email, ${deskMailbox(sql`own.sent`)}) as email,
      p.email is null as claims, p.given_name || ' ' || p.family_name as name, p.locale,
      coalesce(draft.id, own.draft) is not null as drafting,
      coalesce(own.draft, draft.id, own.sent) as application
    from (select a.person_id as id,
        (array_agg(a.id order by a.updated_at desc) filter (where a.state = 'draft'))[1] as draft,
        (array_agg(a.id order by a.updated_at desc))[1] as sent
      from application a join person p on p.id = a.person_id
      where a.call_id = ${callId} and ${CONCERNED} and ${mailboxFor} is not null
        and (${after}::uuid is null or a.person_id > ${after}::uuid)
      group by a.person_id order by a.person_id limit ${limit}) own
    join person p on p.id = own.id
    left join lateral (select a.id from membership m
      join application a on a.call_id = ${callId} and a.organisation_id = m.organisation_id
        and a.state = 'draft'
      where m.person_id = own.id and m.ended_at is null limit 1) draft on true
    order by own.id`);
  return rows;
}

/** Who answers for none of the call and works for an organisation that applies. */
async function workingFor(ctx: Ctx, callId: string, after: string | null, limit: number) {
  const { rows } = await ctx.db.execute<Row>(sql`
    select '1:' || p.id as key, p.email, false as claims, p.given_name || ' ' || p.family_name as name, p.locale,
      bool_or(a.state = 'draft') as drafting,
      (array_agg(a.id order by a.state = 'draft' desc, a.updated_at desc))[1] as application
    from application a
    join membership m on m.organisation_id = a.organisation_id and m.ended_at is null
    join person p on p.id = m.person_id
    where a.call_id = ${callId} and ${CONCERNED} and p.email is not null
      and (${after}::uuid is null or m.person_id > ${after}::uuid)
      and not exists (select from application own where own.call_id = ${callId}
        and own.person_id = m.person_id and own.state <> 'withdrawn')
    group by p.id order by p.id limit ${limit}`);
  return rows;
}

type Row = {
  key: string;
  email: string;
  name: string;
  locale: string;
  drafting: boolean;
  claims: boolean;
  application: string;
};

function recipientOf({ drafting, claims, application, ...row }: Row): ActRecipient {
  return {
    ...row,
    name: row.name.trim(),
    standing: drafting ? "draft" : "sent",
    path: drafting
      ? routes.applicationStep(application, "riepilogo")
      : pageFor({ claims }, application, routes.myApplication(application)),
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
    from (select bool_or(a.state = 'draft') as drafting, bool_or(${mailboxFor} is not null) as reached
      from application a cross join lateral (${workersOf}) w join person p on p.id = w.person_id
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
