import { and, desc, eq, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { integrationRequest } from "@/db/schema/integrations";
import { person } from "@/db/schema/people";
import { registerEntry } from "@/db/schema/register";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import { isInTime } from "@/lib/calls/core/deadline";
import type { CallState } from "@/lib/calls/core/states";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { Unauthenticated } from "@/lib/kernel/errors";
import { procedureEnd } from "../core/build-receipt";
import { type NextStepCode, nextStepOf } from "../core/next-step";
import type { ApplicationState } from "../core/states";
import { timingOf } from "../core/timing";
import { toldState } from "../core/told-state";
import type { ApplicationTrack } from "../core/tracks";
import { replacedByOther } from "./replaced-by-other";
import { unreadBy } from "./unread-messages";
import { workedOnBy } from "./worked-on-by";

export type MyApplication = {
  id: string;
  title: string;
  bodyName: string;
  /** As it is told. */
  state: ApplicationState;
  nextStep: NextStepCode;
  /** Messages of the office that the reader has not read. */
  unread: number;
  track: ApplicationTrack | null;
  applicantName: string;
  /** Taken back because another one took its place. */
  replaced: boolean;
  /** The office took it out of the way of another person. */
  setAside: boolean;
  /** "0000147/2026" once sent. */
  registerNumber: string | undefined;
  closesAt: Date | null;
  /** What the office asks to be answered; over: the end is past. */
  integration: { closesAt: Date; over: boolean } | null;
  /** A draft whose time is over: nothing late is accepted. */
  late: boolean;
  /** Day by which the procedure ends. */
  endsOn: string;
};

export type MyApplications = {
  name: string;
  /** Messages that wait to be read, on all of them. */
  unread: number;
  todo: MyApplication[];
  running: MyApplication[];
  over: MyApplication[];
};

const OVER: readonly ApplicationState[] = [
  "inadmissible",
  "notAdmitted",
  "declined",
  "expired",
  "withdrawn",
];

/** Everything a person has begun or sent, in two statements. First what needs doing. */
export async function myApplications(ctx: Ctx): Promise<MyApplications> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const [[who], rows] = await Promise.all([
    ctx.db.select({ name: person.givenName }).from(person).where(eq(person.id, personId)),
    ctx.db
      .select({
        application,
        replaced: replacedByOther,
        call,
        bodyName: body.name,
        number: registerEntry.number,
        year: registerEntry.year,
        unread: sql<number>`(select unread.count
          from (${unreadBy(sql`${personId}::uuid`, sql`"application"`)}) unread)`,
        integrationEnds: integrationRequest.closesAt,
      })
      .from(application)
      .innerJoin(call, eq(call.id, application.callId))
      .innerJoin(body, eq(body.id, application.bodyId))
      .leftJoin(
        submission,
        and(eq(submission.applicationId, application.id), eq(submission.number, 1)),
      )
      .leftJoin(registerEntry, eq(registerEntry.id, submission.registerEntryId))
      .leftJoin(
        integrationRequest,
        and(
          eq(integrationRequest.applicationId, application.id),
          eq(integrationRequest.state, "open"),
        ),
      )
      .where(workedOnBy(ctx.actor, personId))
      .orderBy(desc(application.updatedAt)),
  ]);
  const all = rows.map((row) => viewOf(row, ctx.now));
  const isOver = (one: MyApplication) =>
    OVER.includes(one.state) || (one.state === "draft" && one.late);
  const isTodo = (one: MyApplication) =>
    !isOver(one) &&
    !one.integration?.over &&
    ["draft", "integrationRequested", "offered"].includes(one.state);
  return {
    name: who?.name ?? "",
    unread: all.reduce((sum, one) => sum + one.unread, 0),
    todo: all.filter(isTodo),
    running: all.filter((one) => !isTodo(one) && !isOver(one)),
    over: all.filter(isOver),
  };
}

type Row = {
  application: typeof application.$inferSelect;
  replaced: boolean;
  call: typeof call.$inferSelect;
  bodyName: string;
  number: number | null;
  year: number | null;
  unread: number;
  integrationEnds: Date | null;
};

function viewOf(
  { application: row, replaced, call: of, bodyName, number, year, unread, integrationEnds }: Row,
  now: Date,
): MyApplication {
  const state = toldState(row.state as ApplicationState, { ...of, state: of.state as CallState });
  const integration = integrationEnds && {
    closesAt: integrationEnds,
    over: !isInTime(now, integrationEnds),
  };
  const late = timingOf(of, now) === "late" && of.peremptory;
  return {
    id: row.id,
    title: of.title,
    bodyName,
    state,
    nextStep: nextStepOf({
      ...{ state, late, closesAt: of.closesAt },
      integrationOver: integration?.over ?? false,
      setAside: row.setAsideAt !== null,
      replaced,
    }),
    unread,
    track: row.track as ApplicationTrack | null,
    applicantName: row.applicantName,
    ...{ replaced, setAside: row.setAsideAt !== null },
    registerNumber: number && year ? registerNumber(number, year) : undefined,
    closesAt: of.closesAt,
    integration,
    late,
    endsOn: procedureEnd(of, row.submittedAt ?? now.toISOString()),
  };
}
