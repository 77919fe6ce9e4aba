import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { refusedAttempt } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { microsOf } from "@/lib/calls/core/deadline";
import { callPolicy } from "@/lib/calls/policy";
import { type TermLost, termLost } from "@/lib/calls/queries/outages-page";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { type StaffCall, staffCall } from "./staff-calls";

/** An attempt after the end, as it was recorded: nothing of what was sent was kept. */
export type AttemptView = {
  id: string;
  /** UTC with microseconds, by the database's clock. */
  receivedAt: string;
  /** Whole seconds after the last good one; null where the call has no end now. */
  lateBySeconds: number | null;
  what: "submission" | "start";
  who: string;
  /** Who kept the desk, where it acted for somebody; null: nobody did. */
  operator: string | null;
  /** Under which the desk finds the original. */
  reference: string;
  requestId: string;
};

export type CallEvidence = {
  call: StaffCall;
  attempts: AttemptView[];
  total: number;
  next: string | undefined;
  lost: TermLost;
  now: Date;
};

const PAGE = 50;

/**
 * What there is to answer a dispute about the end of a call: refused attempts, outages, the end that
 * they call for. Four queries. NotFound for who does not run the calls of the body.
 */
export async function callEvidence(
  ctx: Ctx,
  callId: string,
  before: string,
): Promise<CallEvidence> {
  const call = await staffCall(ctx, callId);
  if (!callPolicy.can(ctx.actor, "call.viewEvidence", call)) throw new NotFound();
  // Those to answer a request of the office have another end, and those that another's application
  // stood in the way of were not late: the application shows them.
  const of = and(
    eq(refusedAttempt.callId, callId),
    isNull(refusedAttempt.integrationId),
    isNull(refusedAttempt.contestedId),
  );
  const older = isUuid(before)
    ? sql`(${refusedAttempt.receivedAt}, ${refusedAttempt.id}) < (
        select a.received_at, a.id from refused_attempt a where a.id = ${before}::uuid)`
    : undefined;
  const [rows, [counted], lost] = await Promise.all([
    ctx.db
      .select({
        id: refusedAttempt.id,
        receivedAt: sql<string>`to_char(${refusedAttempt.receivedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        applicationId: refusedAttempt.applicationId,
        requestId: refusedAttempt.requestId,
        reference: refusedAttempt.reference,
        operator: sql<
          string | null
        >`(select trim(o.given_name || ' ' || o.family_name) from ${person} o where o.id = ${refusedAttempt.operatorId})`,
        given: person.givenName,
        family: person.familyName,
      })
      .from(refusedAttempt)
      .leftJoin(person, eq(person.id, refusedAttempt.personId))
      .where(and(of, older))
      .orderBy(desc(refusedAttempt.receivedAt), desc(refusedAttempt.id))
      .limit(PAGE + 1),
    ctx.db.select({ total: count() }).from(refusedAttempt).where(of),
    termLost(ctx, call),
  ]);
  const shown = rows.slice(0, PAGE);
  return {
    call,
    attempts: shown.map(({ applicationId, given, family, ...row }) => ({
      ...row,
      lateBySeconds: call.closesAt && lateBy(row.receivedAt, call.closesAt),
      what: applicationId ? "submission" : "start",
      who: [given, family].filter(Boolean).join(" "),
    })),
    total: counted?.total ?? 0,
    next: rows.length > PAGE ? shown.at(-1)?.id : undefined,
    lost,
    now: ctx.now,
  };
}

/** Seconds after the last good one, as the rule counts them; an extension since may make it none. */
function lateBy(receivedAt: string, closesAt: Date): number {
  const second = microsOf(receivedAt) / 1_000_000n;
  return Math.max(0, Number(second - BigInt(Math.floor(closesAt.getTime() / 1000))));
}
