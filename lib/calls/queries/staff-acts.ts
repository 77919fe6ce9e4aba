import { eq, sql } from "drizzle-orm";
import { actAnnouncement, callAct, preparedAct } from "@/db/schema/acts";
import { call } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Verdict } from "@/lib/kernel/verdict";
import { databaseClock } from "@/lib/transaction";
import { ACT_KINDS, type ActGiven, type ActKind } from "../core/act-kinds";
import { type ActPatch, type ActRefusal, type ActVerdict, decideAct, mayAct } from "../core/acts";
import type { Regime } from "../core/regimes";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";
import { actFacts, type PlacesTaken } from "./act-facts";
import { type ActView, actsOf } from "./call-page";
import { type PreparedDocuments, preparedDocumentsOf } from "./prepared-documents";
import { type PreparedForm, preparedFormOf } from "./prepared-form";

/** How far the messages about an act are: counted, written, and what became of the letters. */
export type ActProgress = {
  total: number | null;
  written: number;
  finished: boolean;
  sent: number;
  failed: number;
};

/** An act that somebody is writing. */
export type PreparedActView = {
  kind: ActKind;
  given: ActGiven;
  revision: number;
  /** Another act was published since it was written. */
  stale: boolean;
  updatedAt: Date;
  by: string;
};

/** The acts of a call for its staff, and what can be done now, by the rule that would refuse. */
export type StaffActs = {
  call: Awaited<ReturnType<typeof callOf>>;
  acts: (ActView & { progress: ActProgress | undefined })[];
  prepared: PreparedActView | undefined;
  may: Record<ActKind, Verdict<ActRefusal>>;
  /** The form that a rectification is changing. */
  form: PreparedForm | null;
  /** The documents that a rectification is changing. */
  documents: PreparedDocuments | null;
};

/** Eight queries at most. NotFound for who may not publish acts of the call. */
export async function staffActs(ctx: Ctx, callId: string): Promise<StaffActs> {
  const found = await callOf(ctx, callId);
  const [at, acts, progress, prepared, form, documents] = await Promise.all([
    databaseClock(ctx),
    actsOf(ctx, callId),
    progressOf(ctx, callId),
    preparedOf(ctx, callId),
    preparedFormOf(ctx, callId),
    preparedDocumentsOf(ctx, callId),
  ]);
  const may = Object.fromEntries(ACT_KINDS.map((kind) => [kind, mayAct(found, kind, at)]));
  return {
    call: found,
    acts: acts.map((act) => ({ ...act, progress: progress.get(act.id) })),
    prepared: prepared && withStale(prepared, found.revision),
    may: may as Record<ActKind, Verdict<ActRefusal>>,
    form,
    documents,
  };
}

/** A prepared act with what it would do if it were published at this moment. */
export type ActToCheck = {
  call: StaffActs["call"];
  prepared: PreparedActView;
  verdict: ActVerdict;
  /** The call as the act would leave it. */
  patch: ActPatch;
  /** The form as the act would leave it; null where it stays. */
  form: PreparedForm | null;
  /** The documents as the act would leave them; null where they stay. */
  documents: PreparedDocuments | null;
};

/** Undefined where nobody is writing one. */
export async function actToCheck(
  ctx: Ctx,
  callId: string,
  placesTaken: PlacesTaken,
): Promise<ActToCheck | undefined> {
  const found = await callOf(ctx, callId);
  const prepared = await preparedOf(ctx, callId);
  if (!prepared) return undefined;
  const facts = await actFacts(ctx, found, prepared.given, await databaseClock(ctx), placesTaken);
  const verdict = decideAct(found, prepared.kind, prepared.given, facts);
  return {
    call: found,
    prepared: withStale(prepared, found.revision),
    verdict,
    patch: verdict.ok ? verdict.patch : {},
    form: facts.form?.changed ? facts.form : null,
    documents: facts.prepared,
  };
}

async function callOf(ctx: Ctx, callId: string) {
  if (!UUID.test(callId)) throw new NotFound();
  const [row] = await ctx.db.select().from(call).where(eq(call.id, callId));
  if (!row || !callPolicy.can(ctx.actor, "call.publishAct", row)) throw new NotFound();
  return { ...row, state: row.state as CallState, regime: row.regime as Regime };
}

async function preparedOf(ctx: Ctx, callId: string) {
  const [row] = await ctx.db
    .select({ prepared: preparedAct, given: person.givenName, family: person.familyName })
    .from(preparedAct)
    .innerJoin(person, eq(person.id, preparedAct.updatedBy))
    .where(eq(preparedAct.callId, callId));
  if (!row) return undefined;
  const kind = row.prepared.kind as ActKind;
  return { ...row.prepared, kind, by: `${row.given} ${row.family}`.trim() };
}

function withStale(
  prepared: NonNullable<Awaited<ReturnType<typeof preparedOf>>>,
  revision: number,
): PreparedActView {
  return { ...prepared, stale: prepared.callRevision !== revision };
}

async function progressOf(ctx: Ctx, callId: string): Promise<Map<string, ActProgress>> {
  const rows = await ctx.db
    .select({
      id: callAct.id,
      total: actAnnouncement.total,
      written: actAnnouncement.written,
      finished: sql<boolean>`${actAnnouncement.finishedAt} is not null`,
      sent: countOf(sql`m.state in ('sent', 'delivered')`),
      failed: countOf(sql`m.state in ('failed', 'bounced')`),
    })
    .from(callAct)
    .innerJoin(actAnnouncement, eq(actAnnouncement.actId, callAct.id))
    .where(eq(callAct.callId, callId));
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

const countOf = (state: ReturnType<typeof sql>) => sql<number>`(
  select count(*)::int from message m where m.subject_id = ${callAct.id} and ${state})`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
