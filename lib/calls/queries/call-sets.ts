import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { callSet as callSetTable } from "@/db/schema/call-sets";
import { call, formDefinition } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import { bodiesOf } from "@/lib/auth/actor";
import { hasRegionalRole } from "@/lib/auth/can";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { type CallStatus, statusOf } from "../core/call-status";
import { askedBy } from "../core/regime-warnings";
import type { Regime } from "../core/regimes";
import { mayPublish, type PublishVerdict, warningsOf } from "../core/rules";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";
import { readRules, rulesSql } from "./regime-rules";

/** Copies of one call that were made together, counted. */
export type CallSetInList = {
  id: string;
  title: string;
  body: string;
  createdAt: Date;
  copies: number;
  drafts: number;
  /** Applications sent to all of them and not withdrawn. */
  received: number;
};

/**
 * The sets that the actor's bodies made, and for staff of the region all of them; the latest first,
 * as many as a page holds. One query.
 */
export async function callSets(ctx: Ctx): Promise<CallSetInList[]> {
  return ctx.db
    .select({
      id: callSetTable.id,
      title: callSetTable.title,
      body: body.name,
      createdAt: callSetTable.createdAt,
      copies: sql<number>`count(${call.id})::int`,
      drafts: sql<number>`count(${call.id}) filter (where ${call.state} = 'draft')::int`,
      received: sql<number>`coalesce(sum(${receivedSql}), 0)::int`,
    })
    .from(callSetTable)
    .innerJoin(body, eq(body.id, callSetTable.bodyId))
    .innerJoin(call, eq(call.setId, callSetTable.id))
    .where(madeFor(ctx))
    .groupBy(callSetTable.id, body.name)
    .orderBy(desc(callSetTable.createdAt), asc(callSetTable.id))
    .limit(100);
}

const receivedSql = sql<number>`(select count(*)::int from application a
  where a.call_id = "call"."id" and a.state not in ('draft', 'withdrawn'))`;

/** Whose sets these are: of one's own bodies, or everybody's for the region. */
function madeFor(ctx: Ctx) {
  if (hasRegionalRole(ctx.actor, "officer", "administrator")) return undefined;
  return inArray(callSetTable.bodyId, bodiesOf(ctx.actor));
}

/** What the table tells of a copy to who may look into it before it is published. */
export type CopyDetails = {
  opensAt: Date | null;
  closesAt: Date | null;
  places: number | null;
  contacts: string[];
  meetings: { on: string; where: string }[];
  /** By the rule that the publication refuses with. */
  verdict: PublishVerdict;
  /** Codes of the warnings; those that block need a reason, which the editor asks for. */
  warnings: number;
};

export type CopyInSet = {
  id: string;
  slug: string;
  title: string;
  code: string | null;
  body: string;
  zone: string | null;
  revision: number;
  status: CallStatus;
  /** Whether the actor writes it. */
  own: boolean;
  received: number;
  /** Undefined of a draft that others made and write. */
  details: CopyDetails | undefined;
};

export type CallSet = { id: string; title: string; body: string; copies: CopyInSet[] };

/** One set with its copies, by zone. NotFound for who made none of it. Two queries. */
export async function callSet(ctx: Ctx, id: string): Promise<CallSet> {
  if (!UUID.test(id)) throw new NotFound();
  const [[set], rows] = await Promise.all([
    ctx.db
      .select({
        id: callSetTable.id,
        title: callSetTable.title,
        body: body.name,
        bodyId: callSetTable.bodyId,
      })
      .from(callSetTable)
      .innerJoin(body, eq(body.id, callSetTable.bodyId))
      .where(and(eq(callSetTable.id, id), madeFor(ctx))),
    copies(ctx, id),
  ]);
  if (!set) throw new NotFound();
  const { bodyId, ...rest } = set;
  const mine = bodiesOf(ctx.actor).includes(bodyId);
  return { ...rest, copies: rows.map((row) => copyInSet(ctx, row, mine)) };
}

type CopyRow = Awaited<ReturnType<typeof copies>>[number];

async function copies(ctx: Ctx, setId: string) {
  return ctx.db
    .select({
      call,
      form: formDefinition.definition,
      body: body.name,
      zone: zone.name,
      rules: rulesSql,
      received: receivedSql,
    })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .leftJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(eq(call.setId, setId))
    .orderBy(asc(zone.name), asc(body.name));
}

function copyInSet(ctx: Ctx, row: CopyRow, mine: boolean): CopyInSet {
  const times = { ...row.call, state: row.call.state as CallState };
  const status = statusOf(times, ctx.now);
  const own = callPolicy.can(ctx.actor, "call.edit", row.call);
  const { id, slug, title, code, revision } = row.call;
  const open = own || mine || (status !== "draft" && status !== "scheduled");
  return {
    ...{ id, slug, title, code, revision, status, own },
    ...{ body: row.body, zone: row.zone, received: row.received },
    details: open ? detailsOf(ctx, row) : undefined,
  };
}

function detailsOf(ctx: Ctx, { call: copy, form, rules: found }: CopyRow): CopyDetails {
  const regime = copy.regime as Regime;
  const publishable = {
    ...copy,
    ...{ regime, state: copy.state as CallState, rules: readRules(regime, found) },
    form: askedBy(form ?? undefined),
  };
  const { opensAt, closesAt, places, content } = copy;
  const { phone, email, address } = content.contacts;
  return {
    ...{ opensAt, closesAt, places },
    contacts: [phone, email, address].filter(Boolean),
    meetings: content.meetings.map(({ on, where }) => ({ on, where })),
    verdict: mayPublish(publishable, ctx.now),
    warnings: copy.state === "draft" ? warningsOf(publishable, ctx.now).length : 0,
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
