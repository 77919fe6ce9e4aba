import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Verdict } from "@/lib/kernel/verdict";
import { type ChangedFact, changedFacts, noticeDue } from "../core/meeting-change";
import { meetingInstants } from "../core/meeting-time";
import {
  type AttendanceRefusal,
  type ChangeRefusal,
  type HoldRefusal,
  mayCancel,
  mayChange,
  mayHold,
  mayRecordAttendance,
} from "../core/rules";
import { offersDue } from "../core/seats";
import { workshopsPolicy } from "../policy";
import type { MeetingInput } from "../schema";
import { meetingAudience, reachOf } from "./meeting-audience";
import { type MeetingView, meetingsOf } from "./meeting-views";
import { type ParticipantRow, participantRows } from "./participant-rows";
import { seriesForActor } from "./series-view";

/** One meeting as staff work with it: who answered what, who was there. */
export type MeetingSheet = {
  series: Awaited<ReturnType<typeof seriesForActor>>;
  meeting: MeetingView;
  /** Meetings of the cycle that were not cancelled. */
  total: number;
  /** Convened to this meeting. */
  people: ParticipantRow[];
  mayRecord: Verdict<AttendanceRefusal>;
  mayHold: Verdict<HoldRefusal>;
  mayChange: Verdict<ChangeRefusal>;
  mayCancel: Verdict<ChangeRefusal>;
  may: { plan: boolean; record: boolean };
};

/** NotFound for whoever may not see the cycle, and for a meeting of another one. */
export async function meetingSheet(
  ctx: Ctx,
  seriesId: string,
  meetingId: string,
): Promise<MeetingSheet> {
  const series = await seriesForActor(ctx, seriesId);
  const meetings = await meetingsOf(ctx, seriesId);
  const found = meetings.find((one) => one.id === meetingId);
  if (!found) throw new NotFound();
  const rows = await participantRows(ctx, series, meetings);
  return {
    series,
    meeting: found,
    total: meetings.filter((one) => one.state !== "cancelled").length,
    people: rows.filter((row) => row.answers[meetingId]),
    mayRecord: mayRecordAttendance(found, ctx.now),
    mayHold: mayHold(found, ctx.now),
    mayChange: mayChange(found, ctx.now),
    mayCancel: mayCancel(found),
    may: {
      plan: workshopsPolicy.can(ctx.actor, "series.plan", series),
      record: workshopsPolicy.can(ctx.actor, "attendance.record", series),
    },
  };
}

/** What a change of a meeting would do, counted before it is made. */
export type ChangePreview = {
  changed: ChangedFact[];
  /** Field and code of what makes it impossible; empty when it can be done. */
  wrong: Record<string, string>;
  notice: boolean;
  mails: number;
  toPhone: string[];
  people: number;
  /** Places that are taken now, and people of the waiting list who are offered one. */
  taken: number;
  offers: number;
};

export async function changePreview(
  ctx: Ctx,
  sheet: MeetingSheet,
  input: MeetingInput,
): Promise<ChangePreview> {
  const { meeting: before } = sheet;
  const { coming, delegates, waiting } = before.counts;
  const taken = coming + delegates;
  const instants = meetingInstants(input);
  const wrong: Record<string, string> = {};
  if (!instants.ok) wrong.from = instants.reason;
  else if (instants.startsAt <= ctx.now) wrong.on = "in_the_past";
  if (input.capacity < taken) wrong.capacity = "capacity_below_taken";
  const { startsAt, endsAt } = instants.ok ? instants : before;
  const changed = changedFacts(before, { ...input, startsAt, endsAt });
  const notice = before.state === "convened" && noticeDue(changed);
  const audience = notice ? await meetingAudience(ctx, before.id) : [];
  return {
    ...reachOf(audience),
    ...{ changed, wrong, notice, taken },
    people: audience.length,
    offers: offersDue({ capacity: input.capacity, taken, waiting }),
  };
}

/** Whom a meeting that is called off is told to. */
export async function cancelPreview(ctx: Ctx, sheet: MeetingSheet) {
  const audience =
    sheet.meeting.state === "convened" ? await meetingAudience(ctx, sheet.meeting.id) : [];
  return { ...reachOf(audience), people: audience.length, left: sheet.total - 1 };
}
