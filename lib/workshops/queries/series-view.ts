import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { seriesCall, workshopSeries } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Verdict } from "@/lib/kernel/verdict";
import {
  attendanceThatCounts,
  type CertificateRefusal,
  type ConveneRefusal,
  mayConvene,
  mayIssueCertificates,
  meetingsToConvene,
} from "../core/series-rules";
import { workshopsPolicy } from "../policy";
import { certificateCandidates } from "./certificate-candidates";
import { cohortOf, missingConvocations } from "./cohort";
import { type MeetingView, meetingsOf } from "./meeting-views";
import { type ParticipantRow, participantRows } from "./participant-rows";

/** A cycle as staff see it: meetings, people, answers, attendance, certificates. */
export type SeriesView = {
  id: string;
  bodyId: string;
  bodyName: string;
  title: string;
  threshold: number;
  calls: { id: string; title: string; code: string | null }[];
  meetings: MeetingView[];
  participants: ParticipantRow[];
  /** What convening now would do. */
  convening: Convening;
  certificates: { due: number; issued: number; verdict: Verdict<CertificateRefusal> };
  may: { plan: boolean; record: boolean };
};

export type Convening = {
  verdict: Verdict<ConveneRefusal>;
  /** People who are told; those without a mailbox are to be telephoned. */
  people: number;
  mails: number;
  toPhone: string[];
  meetings: number;
  /** The smallest number of places among those meetings. */
  places: number;
  cohort: number;
};

/** NotFound for whoever may not see it. A fixed number of statements, however many people. */
export async function seriesView(ctx: Ctx, seriesId: string): Promise<SeriesView> {
  const series = await seriesForActor(ctx, seriesId);
  const meetings = await meetingsOf(ctx, seriesId);
  const calls = await ctx.db
    .select({ id: call.id, title: call.title, code: call.code })
    .from(seriesCall)
    .innerJoin(call, eq(call.id, seriesCall.callId))
    .where(eq(seriesCall.seriesId, seriesId));
  return {
    ...series,
    calls,
    meetings,
    participants: await participantRows(ctx, series, meetings),
    convening: await conveningNow(ctx, seriesId, meetings),
    certificates: await certificatesNow(ctx, series, meetings),
    may: {
      plan: workshopsPolicy.can(ctx.actor, "series.plan", series),
      record: workshopsPolicy.can(ctx.actor, "attendance.record", series),
    },
  };
}

/** The cycle itself, for whoever may see it. */
export async function seriesForActor(ctx: Ctx, seriesId: string) {
  if (!/^[0-9a-f-]{36}$/.test(seriesId)) throw new NotFound();
  const [series] = await ctx.db
    .select({
      id: workshopSeries.id,
      bodyId: workshopSeries.bodyId,
      bodyName: body.name,
      title: workshopSeries.title,
      threshold: workshopSeries.threshold,
    })
    .from(workshopSeries)
    .innerJoin(body, eq(body.id, workshopSeries.bodyId))
    .where(eq(workshopSeries.id, seriesId));
  if (!series || !workshopsPolicy.can(ctx.actor, "series.view", series)) throw new NotFound();
  return series;
}

async function conveningNow(
  ctx: Ctx,
  seriesId: string,
  meetings: readonly MeetingView[],
): Promise<Convening> {
  const cohort = await cohortOf(ctx, seriesId);
  const toCome = meetingsToConvene(meetings, ctx.now);
  const due = missingConvocations(cohort, toCome).map(({ member }) => member);
  const given = { meetings, cohort: cohort.length, missing: due.length };
  return {
    verdict: mayConvene(given, ctx.now),
    people: due.length,
    mails: due.filter((one) => one.email).length,
    toPhone: due.filter((one) => !one.email).map((one) => one.name),
    meetings: toCome.length,
    places: Math.min(...toCome.map((one) => one.capacity)),
    cohort: cohort.length,
  };
}

async function certificatesNow(
  ctx: Ctx,
  series: { id: string; threshold: number },
  meetings: readonly MeetingView[],
) {
  const all = await certificateCandidates(ctx, series.id);
  const reached = all.filter(
    (one) => attendanceThatCounts(one.attendance, meetings) >= series.threshold,
  );
  const due = reached.filter((one) => !one.hasCertificate).length;
  const verdict = mayIssueCertificates({ meetings, reached: reached.length, due });
  return { due, issued: all.filter((one) => one.hasCertificate).length, verdict };
}
