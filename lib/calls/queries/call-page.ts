import { and, desc, eq, lte, ne, sql } from "drizzle-orm";
import { callAct } from "@/db/schema/acts";
import { call, formDefinition } from "@/db/schema/calls";
import { body, process, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import type { Verdict } from "@/lib/kernel/verdict";
import {
  type CallStatus,
  type CallTimes,
  deadlineOf,
  isPublic,
  statusOf,
} from "../core/call-status";
import type { CallContent } from "../core/content";
import { type Deadline, dateOfExact } from "../core/deadline";
import type { FormDefinition } from "../core/form-definition";
import { type Regime, type RegimeRules, rulesOf } from "../core/regimes";
import type { ReopenedOnly } from "../core/reopening";
import { type ApplyRefusal, mayApply } from "../core/rules";
import { shortCode } from "../core/short-code";
import type { CallState } from "../core/states";
import { clarificationsOf, type PublicClarifications } from "./clarifications";

/** A published change, in full: before, now, why. Values are as they were written. */
export type ActView = {
  id: string;
  kind: string;
  number: string;
  actDate: string;
  reason: string;
  before: Record<string, string>;
  after: Record<string, string>;
  /** The version of the call that it made. */
  version: number;
  publishedAt: Date;
};

export type CallPage = CallTimes &
  ReopenedOnly & {
    id: string;
    slug: string;
    code: string;
    title: string;
    summary: string;
    regime: Regime;
    rules: RegimeRules;
    cutOffs: Date[];
    audiences: string[];
    themes: string[];
    places: number | null;
    minimumAge: number | null;
    version: number;
    publishedAt: Date;
    updatedAt: Date;
    content: CallContent;
    form: FormDefinition;
    body: { name: string; slug: string; kind: string };
    /** "COE-2026-7": what its short address ends with. */
    shortCode: string;
    zone: { slug: string; name: string; municipalities: number } | undefined;
    /** "fase 4 di 6" */
    phase: number | undefined;
    status: CallStatus;
    deadline: Deadline;
    /** Where one applies, if not on its own page: a draft is only tried. */
    applyAt?: string;
    /** Whether one can apply now, by the rule that the commands refuse with. */
    mayApply: Verdict<ApplyRefusal>;
    acts: ActView[];
    clarifications: PublicClarifications;
  };

/**
 * A call for its public page, by address. A draft, and what is public from a later moment on, is as
 * if it did not exist, whoever asks.
 * Three queries.
 */
export async function callPage(ctx: Ctx, slug: string): Promise<CallPage | undefined> {
  const [row] = await pageRows(ctx).where(and(eq(call.slug, slug), ne(call.state, "draft")));
  if (!row || !isPublic(row.call, ctx.now)) return undefined;
  const { code, publishedAt } = row.call;
  if (code === null || publishedAt === null) return undefined;
  const state = row.call.state as CallState;
  return {
    ...pageFrom(row, { code, publishedAt, state }, ctx.now),
    acts: await actsOf(ctx, row.call.id),
    clarifications: await clarificationsOf(ctx, row.call.id),
  };
}

/** What a page of a call shows of the call, its form, its body and its zone. */
export const pageRows = (ctx: Ctx) =>
  ctx.db
    .select({
      call,
      form: formDefinition.definition,
      body: { name: body.name, slug: body.slug, kind: body.kind },
      bodyCode: body.code,
      zoneSlug: zone.slug,
      zoneName: zone.name,
      municipalities: sql<number>`(select count(*)::int from zone_municipality zm
        where zm.zone_id = ${call.zoneId} and zm.valid_to is null)`,
      phase: process.currentPhase,
    })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .innerJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .leftJoin(process, eq(process.id, call.processId))
    .$dynamic();

type PageRow = Awaited<ReturnType<typeof pageRows>>[number];
type Published = { code: string; publishedAt: Date; state: CallState };

/** The page of a call that is published so. */
export function pageFrom(
  row: PageRow,
  published: Published,
  now: Date,
): Omit<CallPage, "acts" | "clarifications"> {
  const { bodyId: _, ...times } = { ...row.call, ...published };
  return {
    ...times,
    regime: row.call.regime as Regime,
    rules: rulesOf(row.call),
    form: row.form,
    body: row.body,
    shortCode: shortCode(row.bodyCode, published.code),
    zone:
      row.zoneSlug && row.zoneName
        ? { slug: row.zoneSlug, name: row.zoneName, municipalities: row.municipalities }
        : undefined,
    phase: row.phase ?? undefined,
    status: statusOf(times, now),
    deadline: deadlineOf(times, now),
    mayApply: mayApply(times, now),
  };
}

/** The acts of a call, the latest first. */
export async function actsOf(ctx: Ctx, callId: string): Promise<ActView[]> {
  const acts = await ctx.db
    .select({
      id: callAct.id,
      kind: callAct.kind,
      number: callAct.number,
      actDate: callAct.actDate,
      reason: callAct.reason,
      before: callAct.before,
      after: callAct.after,
      version: callAct.version,
      publishedAt: callAct.publishedAt,
    })
    .from(callAct)
    .where(eq(callAct.callId, callId))
    .orderBy(desc(callAct.version));
  return acts.map((act) => ({ ...act, publishedAt: dateOfExact(act.publishedAt) }));
}

/** Addresses of everything published, for the map of the site. One query. */
export async function publishedSlugs(ctx: Ctx): Promise<{ slug: string; updatedAt: Date }[]> {
  return ctx.db
    .select({ slug: call.slug, updatedAt: call.updatedAt })
    .from(call)
    .where(and(ne(call.state, "draft"), lte(call.publishedAt, ctx.now)))
    .orderBy(desc(call.updatedAt))
    .limit(50_000);
}
