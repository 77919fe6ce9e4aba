import { and, asc, eq, gte, inArray, lt, ne, sql } from "drizzle-orm";
import { call, formDefinition } from "@/db/schema/calls";
import { meeting, workshopSeries } from "@/db/schema/workshops";
import {
  type WaitingThread,
  waitingByCall,
  waitingThreads,
} from "@/lib/applications/queries/waiting-threads";
import { bodiesOf } from "@/lib/auth/actor";
import { askedBy } from "@/lib/calls/core/regime-warnings";
import type { Regime } from "@/lib/calls/core/regimes";
import { mayPublish } from "@/lib/calls/core/rules";
import type { CallState } from "@/lib/calls/core/states";
import { readRules, rulesSql } from "@/lib/calls/queries/regime-rules";
import type { Ctx } from "@/lib/context";
import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import { romeDate, startOfRomeDay } from "@/lib/kernel/rome-time";
import { type StaffTask, tasksOf } from "../core/today";
import { type StaffCall, staffCalls } from "./staff-calls";

const DAYS_SHOWN = 7;
/** Meetings further away are no work of today. */
const DAYS_AHEAD = 14;
const THREADS_SHOWN = 5;

/** Something with its hour in the week strip. */
export type WeekEvent = {
  key: string;
  kind: "callOpens" | "callCloses" | "meeting";
  title: string;
  at: Date;
  callId?: string;
  seriesId?: string;
};

export type StaffToday = {
  tasks: StaffTask[];
  week: { day: LocalDate; events: WeekEvent[] }[];
  /** Applications in which somebody waits for the office: how many, and those who wait longest. */
  messages: { total: number; threads: WaitingThread[] };
  /** Calls with applicants, the ones that close first in front. */
  funnels: StaffCall[];
};

/** What needs doing, for all bodies of the actor. Five queries, whatever the number of calls. */
export async function staffToday(ctx: Ctx): Promise<StaffToday> {
  const [calls, drafts, meetings, waiting, { threads }] = await Promise.all([
    staffCalls(ctx),
    missingPoints(ctx),
    comingMeetings(ctx),
    waitingByCall(ctx),
    waitingThreads(ctx, { limit: THREADS_SHOWN }),
  ]);
  const known = calls.map((one) => ({
    ...one,
    missing: drafts.get(one.id) ?? 0,
    waiting: waiting.get(one.id) ?? 0,
  }));
  return {
    messages: { threads, total: [...waiting.values()].reduce((sum, count) => sum + count, 0) },
    tasks: tasksOf(known, meetings, ctx.now),
    week: weekOf(ctx.now, calls, meetings),
    funnels: calls.filter((one) => one.state !== "draft" && one.state !== "revoked").slice(0, 6),
  };
}

/** For each draft how many points keep it from being published, by the rule that would refuse. */
async function missingPoints(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ call, form: formDefinition.definition, rules: rulesSql })
    .from(call)
    .leftJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(and(inArray(call.bodyId, bodiesOf(ctx.actor)), eq(call.state, "draft")));
  return new Map(
    rows.map(({ call: draft, form, rules: found }) => {
      const [state, regime] = [draft.state as CallState, draft.regime as Regime];
      const rules = readRules(regime, found);
      const publishable = { ...draft, state, regime, rules, form: askedBy(form) };
      const verdict = mayPublish(publishable, ctx.now);
      if (verdict.ok || verdict.reason === "wrong_state") return [draft.id, 0];
      return [draft.id, verdict.reason === "incomplete" ? verdict.missing.length : 1];
    }),
  );
}

async function comingMeetings(ctx: Ctx) {
  const from = startOfRomeDay(romeDate(ctx.now));
  return ctx.db
    .select({
      id: meeting.id,
      seriesId: meeting.seriesId,
      title: sql<string>`${workshopSeries.title} || ', ' || ${meeting.title}`,
      startsAt: meeting.startsAt,
      unanswered: sql<number>`(select count(*)::int from convocation c
        where c.meeting_id = ${meeting.id} and c.answer = 'none')`,
    })
    .from(meeting)
    .innerJoin(workshopSeries, eq(workshopSeries.id, meeting.seriesId))
    .where(
      and(
        inArray(meeting.bodyId, bodiesOf(ctx.actor)),
        ne(meeting.state, "cancelled"),
        gte(meeting.startsAt, from),
        lt(meeting.startsAt, startOfRomeDay(addDays(romeDate(ctx.now), DAYS_AHEAD))),
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
}

function weekOf(
  now: Date,
  calls: readonly StaffCall[],
  meetings: readonly { id: string; seriesId: string; title: string; startsAt: Date }[],
): StaffToday["week"] {
  const events = [
    ...calls.flatMap((one) => eventsOf(one)),
    ...meetings.map(
      (one): WeekEvent => ({
        key: one.id,
        kind: "meeting",
        title: one.title,
        at: one.startsAt,
        seriesId: one.seriesId,
      }),
    ),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const today = romeDate(now);
  return Array.from({ length: DAYS_SHOWN }, (_, ahead) => {
    const day = addDays(today, ahead);
    return { day, events: events.filter((event) => romeDate(event.at) === day) };
  });
}

function eventsOf({ id, title, state, opensAt, closesAt }: StaffCall): WeekEvent[] {
  if (state !== "published") return [];
  const event = (kind: "callOpens" | "callCloses", at: Date | null): WeekEvent[] =>
    at ? [{ key: `${kind}:${id}`, kind, title, at, callId: id }] : [];
  return [...event("callOpens", opensAt), ...event("callCloses", closesAt)];
}
