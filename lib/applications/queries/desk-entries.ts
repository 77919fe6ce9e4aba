import { and, count, desc, eq, ne, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { deskEntry } from "@/db/schema/desk";
import { person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { isUuid } from "@/lib/kernel/ids";
import { likePattern } from "@/lib/kernel/like-pattern";
import type { AssistedChannel } from "../core/channels";
import type { ApplicationState } from "../core/states";
import type { ApplicationTrack } from "../core/tracks";

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

/**
 * What is looked for, by name or code, whether among drafts alone, and the entry that the page before
 * ended with.
 */
export type DeskSearch = { text: string; after: string; drafts?: boolean };

/** How many there are by that name or code, and how many of them are not sent. */
export type DeskCounts = { all: number; drafts: number };

const PAGE = 50;

const operator = sql<string>`(select trim(o.given_name || ' ' || o.family_name)
  from ${person} o where o.id = ${deskEntry.enteredBy})`;

/**
 * What the desk entered for a call, the latest first: a page, how many there are in all, and where
 * the next page begins. Two queries, for who may see the desk of the call (`deskPage`).
 */
export async function deskEntries(
  ctx: Ctx,
  callId: string,
  { text, after, drafts = false }: DeskSearch,
): Promise<{ rows: DeskRow[]; counts: DeskCounts; next: string | undefined }> {
  const wanted = and(eq(application.callId, callId), ne(application.channel, "web"), named(text));
  const older = isUuid(after)
    ? sql`(${deskEntry.enteredAt}, ${deskEntry.id}) < (
        select e.entered_at, e.id from desk_entry e where e.id = ${after}::uuid)`
    : undefined;
  const [found, [counted]] = await Promise.all([
    rowsOf(ctx, and(wanted, older, drafts ? eq(application.state, "draft") : undefined)),
    ctx.db
      .select({
        all: count(),
        drafts: sql<number>`(count(*) filter (where ${application.state} = 'draft'))::int`,
      })
      .from(application)
      .innerJoin(person, eq(person.id, application.personId))
      .where(wanted),
  ]);
  const shown = found.slice(0, PAGE);
  return {
    rows: shown.map(({ entryId: _, applicantName, person: who, at, ...row }) => ({
      ...row,
      name: applicantName || who,
      track: row.track as ApplicationTrack,
      state: row.state as ApplicationState,
      channel: row.channel as AssistedChannel,
      at: new Date(at),
    })),
    counts: counted ?? { all: 0, drafts: 0 },
    next: found.length > PAGE ? shown.at(-1)?.entryId : undefined,
  };
}

function rowsOf(ctx: Ctx, where: ReturnType<typeof and>) {
  return (
    ctx.db
      .select({
        id: application.id,
        entryId: deskEntry.id,
        applicantName: application.applicantName,
        person: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
        track: application.track,
        state: application.state,
        channel: application.channel,
        code: application.code,
        receiptId: submission.receiptId,
        enteredBy: operator,
        at: deskEntry.enteredAt,
      })
      .from(application)
      .innerJoin(
        deskEntry,
        and(eq(deskEntry.applicationId, application.id), eq(deskEntry.purpose, "application")),
      )
      .innerJoin(person, eq(person.id, application.personId))
      // An answer to the office is a submission more of the same application.
      .leftJoin(
        submission,
        and(eq(submission.applicationId, application.id), eq(submission.number, 1)),
      )
      .where(where)
      .orderBy(desc(deskEntry.enteredAt), desc(deskEntry.id))
      .limit(PAGE + 1)
  );
}

function named(text: string) {
  if (text === "") return undefined;
  return sql`concat_ws(' ', ${application.applicantName}, ${person.givenName}, ${person.familyName},
    ${application.code}) ilike ${likePattern(text)}`;
}
