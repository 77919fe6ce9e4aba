import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { ASSISTED_CHANNELS, type AssistedChannel, arrivesBefore } from "../core/channels";
import { mayStart, type StartReason } from "../core/rules";
import { timingOf } from "../core/timing";
import { type ApplicationTrack, tracksOf } from "../core/tracks";
import { applicationPolicy } from "../policy";
import { callFacts } from "./application-for-command";
import type { DeskWish } from "./desk-entry-page";

/** A way of coming, and why it is closed. */
export type DeskWay = { channel: AssistedChannel; reason: StartReason | undefined };

/**
 * The ways for what is asked of the desk later. Whether the call takes applications is no matter for
 * a mailbox, nor for an answer to the office, which has a term of its own.
 */
export function waysFor(wish: DeskWish, ways: readonly DeskWay[]): DeskWay[] {
  if (wish !== "indirizzo" && wish !== "integrazione") return [...ways];
  return ways.map(({ channel }) => ({ channel, reason: undefined }));
}

/** The desk of a call: which ways are open now. One query. NotFound for who keeps no desk of the body. */
export async function deskPage(ctx: Ctx, callId: string) {
  if (!isUuid(callId)) throw new NotFound();
  const [row] = await ctx.db.select().from(call).where(eq(call.id, callId));
  if (!row || row.state === "draft") throw new NotFound();
  if (!applicationPolicy.can(ctx.actor, "application.assist", row)) throw new NotFound();
  const tracks = tracksOf(row.audiences);
  return {
    ways: ASSISTED_CHANNELS.map((channel) => wayOf(ctx, row, channel, tracks[0] ?? "citizen")),
    tracks,
    /** For paper and PEC there is a reason to give. */
    over: timingOf(row, ctx.now) === "late",
    privacyVersion: row.content.procedure.privacyNoticeVersion,
  };
}

/** Paper that came in time is entered after the end too; for the others the clock decides. */
function wayOf(
  ctx: Ctx,
  row: typeof call.$inferSelect,
  channel: AssistedChannel,
  track: ApplicationTrack,
): DeskWay {
  const timing = timingOf(row, ctx.now);
  const came = timing === "late" && arrivesBefore(channel) ? "inTime" : timing;
  const verdict = mayStart(callFacts(row, ctx.actor, undefined, channel), came, track);
  return { channel, reason: verdict.ok ? undefined : verdict.reason };
}
