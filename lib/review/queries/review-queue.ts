import { and, asc, count, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { admissibilityCheck } from "@/db/schema/review";
import type { ApplicationChannel } from "@/lib/applications/core/channels";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { type Arrival, arrivalOf } from "@/lib/calls/core/cut-offs";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { likePattern } from "@/lib/kernel/like-pattern";
import {
  INTEGRATED,
  QUEUE_TRACKS,
  QUEUE_VIEWS,
  type QueueRequest,
  type QueueView,
} from "../core/queue-views";
import { type CheckAnswer, type Requirement, requirementsFor } from "../core/requirements";
import { snapshotFacts } from "../core/snapshot-facts";
import { reviewPolicy } from "../policy";
import { type StaffCall, staffCall } from "./staff-calls";

export const QUEUE_PAGE = 50;

/** An application in the list of its call. */
export type QueueRow = {
  id: string;
  code: string;
  applicant: string;
  track: ApplicationTrack;
  state: ApplicationState;
  /** "web", or how it came to the desk. */
  channel: ApplicationChannel;
  /** UTC with microseconds. */
  submittedAt: string;
  arrival: Arrival;
  required: number;
  answered: number;
  /** A requirement that is not met. */
  failed: boolean;
  /** A requirement marked "chiedi". */
  asked: boolean;
  /** A file of it was blocked by the virus scanner. */
  blocked: boolean;
};

export type ReviewQueue = {
  call: StaffCall;
  views: { view: QueueView; count: number }[];
  rows: QueueRow[];
  /** How many rows the filters leave, on all pages. */
  total: number;
  next: QueueRequest["after"];
  /** The oldest application nobody has decided on, whatever the filters. */
  nextToCheck: string | undefined;
};

/**
 * The applications of a call: counts by view, and one page. Drafts are never among them. Six
 * queries. NotFound for who does not review for the body.
 */
export async function reviewQueue(
  ctx: Ctx,
  callId: string,
  request: QueueRequest,
): Promise<ReviewQueue> {
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "review.view", call)) throw new NotFound();
  const where = filterOf(callId, request);
  const [states, [total], page, [oldest]] = await Promise.all([
    ctx.db
      .select({ state: application.state, integrated, count: count() })
      .from(application)
      .where(and(eq(application.callId, callId), ne(application.state, "draft")))
      .groupBy(application.state, integrated),
    ctx.db.select({ count: count() }).from(application).where(where),
    pageOf(ctx, request, where),
    ctx.db
      .select({ id: application.id })
      .from(application)
      .where(and(eq(application.callId, callId), eq(application.state, "submitted")))
      .orderBy(asc(application.submittedAt), asc(application.id))
      .limit(1),
  ]);
  const shown = page.slice(0, QUEUE_PAGE);
  const last = page.length > QUEUE_PAGE ? shown.at(-1) : undefined;
  return {
    call,
    views: (Object.keys(QUEUE_VIEWS) as QueueView[]).map((view) => ({
      view,
      count: states
        .filter(({ state }) => QUEUE_VIEWS[view].some((one) => one === state))
        .filter((one) => view !== INTEGRATED || one.integrated)
        .reduce((sum, one) => sum + one.count, 0),
    })),
    rows: await withChecks(ctx, call, shown),
    total: total?.count ?? 0,
    next: last && { id: last.id, key: last.key },
    nextToCheck: oldest?.id,
  };
}

/** Whether the last thing that the office asked has its answer, or its end without one. */
const integrated = sql<boolean>`coalesce((select r.state in ('answered', 'expired')
  from integration_request r where r.application_id = "application"."id"
  order by r.requested_at desc limit 1), false)`;

/** What of a call's applications a queue shows. */
export function filterOf(callId: string, { view, track, text }: QueueRequest): SQL | undefined {
  const pattern = likePattern(text);
  return and(
    eq(application.callId, callId),
    inArray(application.state, [...QUEUE_VIEWS[view]]),
    view === INTEGRATED ? integrated : undefined,
    track && eq(application.track, QUEUE_TRACKS[track]),
    text === ""
      ? undefined
      : sql`(${application.applicantName} ilike ${pattern} or ${application.code} ilike ${pattern})`,
    // A draft that was withdrawn was never sent: nobody learns of it.
    sql`${application.submittedAt} is not null`,
  );
}

const KEYS = {
  arrivo: sql<string>`to_char(${application.submittedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  codice: sql<string>`coalesce(${application.code}, '')`,
  nome: sql<string>`lower(${application.applicantName})`,
};

function pageOf(ctx: Ctx, { order, after }: QueueRequest, where: SQL | undefined) {
  const key = KEYS[order];
  const from = after
    ? sql`(${key}, ${application.id}) > (${after.key}, ${after.id}::uuid)`
    : undefined;
  return ctx.db
    .select({
      id: application.id,
      code: application.code,
      applicant: application.applicantName,
      track: application.track,
      state: application.state,
      channel: application.channel,
      submittedAt: KEYS.arrivo,
      blocked: sql<boolean>`exists (select from attachment f
        where f.application_id = "application"."id" and f.state in ('infected', 'refused'))`,
      key,
    })
    .from(application)
    .where(and(where, from))
    .orderBy(asc(key), asc(application.id))
    .limit(QUEUE_PAGE + 1);
}

type Found = Awaited<ReturnType<typeof pageOf>>[number];

/** How far the checklist of each row is: two queries for the whole page. */
async function withChecks(ctx: Ctx, call: StaffCall, page: Found[]): Promise<QueueRow[]> {
  const ids = page.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [sent, answers] = await Promise.all([
    ctx.db
      .selectDistinctOn([submission.applicationId], {
        id: submission.applicationId,
        snapshot: submission.snapshot,
      })
      .from(submission)
      .where(inArray(submission.applicationId, ids))
      .orderBy(submission.applicationId, sql`${submission.number} desc`),
    ctx.db
      .select({
        id: admissibilityCheck.applicationId,
        requirement: admissibilityCheck.requirement,
        answer: admissibilityCheck.answer,
      })
      .from(admissibilityCheck)
      .where(inArray(admissibilityCheck.applicationId, ids)),
  ]);
  const snapshots = new Map(sent.map((one) => [one.id, one.snapshot]));
  return page.map(({ key: _, ...row }) => {
    const track = row.track as ApplicationTrack;
    const facts = snapshotFacts(JSON.parse(snapshots.get(row.id) ?? "{}"));
    const required = requirementsFor({ ...call.rules, track, ...facts });
    const given = answers
      .filter((one) => one.id === row.id && required.includes(one.requirement as Requirement))
      .map((one) => one.answer as CheckAnswer);
    return {
      ...row,
      code: row.code ?? "",
      track,
      state: row.state as ApplicationState,
      channel: row.channel as ApplicationChannel,
      arrival: arrivalOf(call, row.submittedAt, ctx.now),
      required: required.length,
      answered: given.filter((answer) => answer !== "ask").length,
      failed: given.includes("no"),
      asked: given.includes("ask"),
    };
  });
}
