import { and, desc, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { outage } from "@/db/schema/outages";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { bodiesOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { lostTime, type OutageKind, proposedEnd, touches } from "../core/outages";
import { callPolicy } from "../policy";

/** A line of the register. */
export type OutageView = {
  id: string;
  kind: OutageKind;
  startedAt: Date;
  endedAt: Date | null;
  note: string;
  /** Who wrote it; undefined: the system noticed it. */
  by: { body: string; name: string } | undefined;
  withdrawn: { at: Date; reason: string } | undefined;
  /** Whether the actor may end or withdraw it. */
  mayChange: boolean;
  /** Calls of the actor's bodies whose term it touched. */
  calls: { id: string; title: string }[];
};

export type OutagesPage = {
  outages: OutageView[];
  /** Bodies for which the actor may write one. */
  bodies: { id: string; name: string }[];
  now: Date;
};

const SHOWN = 100;

/** The register of outages with the calls that they touched. Three queries. */
export async function outagesPage(ctx: Ctx): Promise<OutagesPage> {
  const own = bodiesOf(ctx.actor);
  if (own.length === 0) throw new NotFound();
  const mayRecord = (bodyId: string) => callPolicy.can(ctx.actor, "outage.record", { bodyId });
  const [rows, calls, bodies] = await Promise.all([
    outagesWhere(ctx, undefined),
    ctx.db
      .select({ id: call.id, title: call.title, opensAt: call.opensAt, closesAt: call.closesAt })
      .from(call)
      .where(and(inArray(call.bodyId, own), eq(call.state, "published"))),
    ctx.db
      .select({ id: body.id, name: body.name })
      .from(body)
      .where(inArray(body.id, own))
      .orderBy(body.name),
  ]);
  return {
    outages: rows.map(
      ({ bodyId, bodyName, given, family, withdrawnAt, withdrawnReason, ...row }) => ({
        ...row,
        kind: row.kind as OutageKind,
        by: bodyId
          ? { body: bodyName ?? "", name: [given, family].filter(Boolean).join(" ") }
          : undefined,
        withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawnReason ?? "" } : undefined,
        mayChange: bodyId !== null && withdrawnAt === null && mayRecord(bodyId),
        calls: withdrawnAt
          ? []
          : calls
              .filter((one) => touches(one, ctx.now)(row))
              .map(({ id, title }) => ({ id, title })),
      }),
    ),
    bodies: bodies.filter(({ id }) => mayRecord(id)),
    now: ctx.now,
  };
}

function outagesWhere(ctx: Ctx, where: SQL | undefined) {
  return ctx.db
    .select({
      id: outage.id,
      bodyId: outage.bodyId,
      kind: outage.kind,
      startedAt: outage.startedAt,
      endedAt: outage.endedAt,
      note: outage.note,
      withdrawnAt: outage.withdrawnAt,
      withdrawnReason: outage.withdrawnReason,
      bodyName: body.name,
      given: person.givenName,
      family: person.familyName,
    })
    .from(outage)
    .leftJoin(body, eq(body.id, outage.bodyId))
    .leftJoin(person, eq(person.id, outage.recordedBy))
    .where(where)
    .orderBy(desc(outage.startedAt), desc(outage.id))
    .limit(SHOWN);
}

/** What outages did to the term of one call. */
export type TermLost = {
  outages: { id: string; kind: OutageKind; startedAt: Date; endedAt: Date | null; note: string }[];
  /** Milliseconds of the term without service. */
  lostMs: number;
  /** The end they call for; null: none. */
  proposed: Date | null;
};

/** The outages of a call's own body, and those of the whole platform. One query. */
export async function termLost(
  ctx: Ctx,
  of: { bodyId: string; opensAt: Date | null; closesAt: Date | null },
): Promise<TermLost> {
  if (of.opensAt === null || of.closesAt === null)
    return { outages: [], lostMs: 0, proposed: null };
  const rows = await outagesWhere(
    ctx,
    and(
      isNull(outage.withdrawnAt),
      or(isNull(outage.bodyId), eq(outage.bodyId, of.bodyId)),
      lte(outage.startedAt, of.closesAt),
      or(isNull(outage.endedAt), gte(outage.endedAt, of.opensAt)),
    ),
  );
  const found = rows.filter(touches(of, ctx.now));
  return {
    outages: found.map(({ id, kind, startedAt, endedAt, note }) => ({
      ...{ id, startedAt, endedAt, note },
      kind: kind as OutageKind,
    })),
    lostMs: lostTime(of, found, ctx.now),
    proposed: proposedEnd(of, found, ctx.now),
  };
}
