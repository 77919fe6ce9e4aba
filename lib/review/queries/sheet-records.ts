import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { auditEvent } from "@/db/schema/audit";
import { person } from "@/db/schema/people";
import { admissibilityCheck, decision } from "@/db/schema/review";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";

export type SheetDecision = {
  id: string;
  stage: string;
  result: string;
  reasonCode: string | null;
  reasons: string;
  by: string;
  at: Date;
  superseded: boolean;
};

export type SheetEvent = {
  key: string;
  at: Date;
  action: string;
  by: "applicant" | "staff" | "system" | "you";
};

const fullName = sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`;

/** The answers of the checklist, with who gave them. */
export function checksOf(ctx: Ctx, id: string) {
  return ctx.db
    .select({
      requirement: admissibilityCheck.requirement,
      answer: admissibilityCheck.answer,
      note: admissibilityCheck.note,
      at: admissibilityCheck.checkedAt,
      by: fullName,
    })
    .from(admissibilityCheck)
    .innerJoin(person, eq(person.id, admissibilityCheck.checkedBy))
    .where(eq(admissibilityCheck.applicationId, id));
}

/** All decisions, the latest first; those that were taken back are marked. */
export async function decisionsOf(ctx: Ctx, id: string): Promise<SheetDecision[]> {
  const rows = await ctx.db
    .select({
      id: decision.id,
      stage: decision.stage,
      result: decision.result,
      reasonCode: decision.reasonCode,
      reasons: decision.reasons,
      at: decision.decidedAt,
      supersededById: decision.supersededById,
      by: fullName,
    })
    .from(decision)
    .innerJoin(person, eq(person.id, decision.decidedBy))
    .where(eq(decision.applicationId, id))
    .orderBy(desc(decision.decidedAt), desc(decision.id));
  return rows.map(({ supersededById, ...row }) => ({
    ...row,
    superseded: supersededById !== null,
  }));
}

/** What happened to an application since it was sent, out of the chain of the body. */
export async function timelineOf(ctx: Ctx, id: string): Promise<SheetEvent[]> {
  const rows = await ctx.db
    .select({
      sequence: auditEvent.sequence,
      at: sql<string>`to_char(${auditEvent.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      action: auditEvent.action,
      actor: auditEvent.actor,
    })
    .from(auditEvent)
    .where(and(eq(auditEvent.subjectId, id), inArray(auditEvent.action, SHOWN)))
    .orderBy(desc(auditEvent.sequence))
    .limit(40);
  const me = `staff:${personOf(ctx.actor)}`;
  return rows.map(({ sequence, at, action, actor }) => {
    const [kind] = actor.split(":");
    const by = kind === "staff" ? "staff" : kind === "person" ? "applicant" : "system";
    return { key: String(sequence), at: new Date(at), action, by: actor === me ? "you" : by };
  });
}

/** What a reviewer may know of the life of an application: nothing from before it was sent. */
const SHOWN = [
  "application.submit",
  "application.withdraw",
  "application.contested",
  "application.setAside",
  "application.requestIntegration",
  "application.extendIntegration",
  "application.cancelIntegration",
  "application.answerIntegration",
  "application.expireIntegration",
  "application.declareAdmissible",
  "application.declareInadmissible",
  "application.admit",
  "application.rejectOnMerit",
  "application.reconsider",
];

/** The ones that were sent just before and just after. */
export async function neighbours(ctx: Ctx, callId: string, row: { submittedAt: string }) {
  const sent = and(
    eq(application.callId, callId),
    sql`${application.state} not in ('draft', 'withdrawn')`,
  );
  const at = sql`${row.submittedAt}::timestamptz`;
  const [[previous], [next]] = await Promise.all([
    ctx.db
      .select({ id: application.id })
      .from(application)
      .where(and(sent, lt(application.submittedAt, at)))
      .orderBy(desc(application.submittedAt))
      .limit(1),
    ctx.db
      .select({ id: application.id })
      .from(application)
      .where(and(sent, gt(application.submittedAt, at)))
      .orderBy(asc(application.submittedAt))
      .limit(1),
  ]);
  return { previous: previous?.id, next: next?.id };
}
