import { and, desc, eq, ne, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { deskEntry } from "@/db/schema/desk";
import { person } from "@/db/schema/people";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { ASSISTED_CHANNELS, type AssistedChannel, arrivesBefore } from "../core/channels";
import { mayStart, type StartReason } from "../core/rules";
import type { ApplicationState } from "../core/states";
import { timingOf } from "../core/timing";
import { type ApplicationTrack, tracksOf } from "../core/tracks";
import { applicationPolicy } from "../policy";
import { callFacts } from "./application-for-command";

/** An application that the desk entered, or has begun to. */
export type DeskRow = {
  id: string;
  name: string;
  track: ApplicationTrack;
  state: ApplicationState;
  channel: AssistedChannel;
  code: string | null;
  receiptId: string | null;
  enteredBy: string;
  /** Of the entry. */
  at: Date;
};

/** A way of coming, and why it is closed. */
export type DeskWay = { channel: AssistedChannel; reason: StartReason | undefined };

/** How many of the latest entries a page shows. */
const ROWS = 100;

/**
 * The desk of a call: what it entered, and which ways are open now. Three queries. NotFound for who
 * keeps no desk of the body.
 */
export async function deskPage(ctx: Ctx, callId: string) {
  if (!isUuid(callId)) throw new NotFound();
  const [row] = await ctx.db.select().from(call).where(eq(call.id, callId));
  if (!row || row.state === "draft") throw new NotFound();
  if (!applicationPolicy.can(ctx.actor, "application.assist", row)) throw new NotFound();
  const tracks = tracksOf(row.audiences);
  return {
    rows: await entriesOf(ctx, callId),
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

async function entriesOf(ctx: Ctx, callId: string): Promise<DeskRow[]> {
  const operator = sql<string>`(select trim(o.given_name || ' ' || o.family_name)
    from ${person} o where o.id = ${deskEntry.enteredBy})`;
  const rows = await ctx.db
    .select({
      id: application.id,
      applicantName: application.applicantName,
      person: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
      track: application.track,
      state: application.state,
      channel: application.channel,
      code: application.code,
      receiptId: issuedDocument.id,
      enteredBy: operator,
      at: deskEntry.enteredAt,
    })
    .from(application)
    .innerJoin(
      deskEntry,
      and(eq(deskEntry.applicationId, application.id), eq(deskEntry.purpose, "application")),
    )
    .innerJoin(person, eq(person.id, application.personId))
    .leftJoin(submission, eq(submission.applicationId, application.id))
    .leftJoin(issuedDocument, eq(issuedDocument.id, submission.receiptId))
    .where(and(eq(application.callId, callId), ne(application.channel, "web")))
    .orderBy(desc(deskEntry.enteredAt))
    .limit(ROWS);
  return rows.map(({ applicantName, person: who, at, ...row }) => ({
    ...row,
    name: applicantName || who,
    track: row.track as ApplicationTrack,
    state: row.state as ApplicationState,
    channel: row.channel as AssistedChannel,
    at: new Date(at),
  }));
}
