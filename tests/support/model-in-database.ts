import { scopedDatabase } from "@/db/client";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import {
  type AnswerInput,
  answerIntegration,
} from "@/lib/applications/commands/answer-integration";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { expireIntegrations } from "@/lib/applications/commands/expire-integrations";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import {
  type SubmitInput,
  submitApplication,
} from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { integrationForCommand } from "@/lib/applications/queries/integration-for-command";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { startReview } from "@/lib/calls/commands/start-review";
import { actSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { isAppError, Refused } from "@/lib/kernel/errors";
import { romeDate } from "@/lib/kernel/rome-time";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { type Happening, meant } from "./application-model";
import { type Applicant, confirmation, openCall, somebody } from "./applications";
import type { TestDatabase } from "./database";
import type { OfRequest } from "./integration-model";
import { ASKED, write as prepareAnswer, sending, termOf } from "./integrations";
import type { World } from "./model-world";

const DAY_MS = 24 * 3_600_000;
const measure = { placesTaken, carryAnswers };

/** One citizen, one officer and one call; `ids` are the applications in their order. */
export type Real = {
  database: TestDatabase;
  applicant: Applicant;
  officer: Ctx;
  callId: string;
  ids: string[];
  /** What the summary posted when each was sent: a retry posts the same. */
  posted: Map<string, SubmitInput>;
  /** The same of each request of the office. */
  answered: Map<string, AnswerInput>;
};

/** A call that is open for two days, or without an end, and the world as the machine knows it. */
export async function openWorld(
  database: TestDatabase,
  rolling: boolean,
): Promise<{ real: Real; world: World }> {
  const db = scopedDatabase(database.app, "*");
  const [applicant, officer] = [await somebody(db), await somebody(db, "Marta")];
  const opensAt = new Date(Date.now() - DAY_MS);
  const closesAt = rolling ? null : new Date(Date.now() + 2 * DAY_MS);
  const { callId, bodyId } = await openCall(applicant.ctx, {
    ...{ opensAt, closesAt, publishedAt: opensAt, audiences: ["citizen"] },
  });
  const roles = [{ bodyId, role: "officer" as const }];
  const actor = { kind: "staff", personId: officer.personId, roles } as const;
  return {
    real: {
      database,
      applicant,
      officer: { ...officer.ctx, actor },
      callId,
      ids: [],
      posted: new Map(),
      answered: new Map(),
    },
    world: {
      call: {
        state: "published",
        opensAt: opensAt.getTime(),
        closesAt: closesAt?.getTime() ?? null,
      },
      ...{ applications: [], numbers: 0, attempts: 0 },
    },
  };
}

/** Does it in the database; "ok", or why not. */
export async function perform(real: Real, world: World, happening: Happening): Promise<string> {
  try {
    await carryOut(real, world, happening);
    return "ok";
  } catch (error) {
    if (isAppError(error) && "reason" in error) return String(error.reason);
    throw error;
  }
}

async function carryOut(real: Real, world: World, happening: Happening): Promise<void> {
  const { ctx } = real.applicant;
  const known = (id: string) => real.ids.includes(id) || real.ids.push(id);
  if (happening.is === "clock") return shift(real, happening.hours);
  if (happening.is === "review") return startReview(real.officer, { callId: real.callId });
  if (happening.is === "expire") return expireIntegrations({ ...ctx, now: new Date() });
  if (happening.is === "start") {
    const { applicationId, started } = await startApplication(ctx, {
      ...{ callId: real.callId, track: "citizen" },
    });
    known(applicationId);
    if (!started) return;
    await acknowledgePrivacy(ctx, { applicationId });
    await write(ctx, applicationId, { firstName: "Lucia", age: "adult" });
    return;
  }
  if (!("which" in happening)) return publish(real, happening.is);
  const at = meant(world, happening.which);
  const applicationId = at === undefined ? undefined : real.ids[at];
  if (applicationId === undefined) return;
  if (happening.is === "save") await write(ctx, applicationId, { why: happening.text });
  else if (happening.is === "submit") {
    const input = real.posted.get(applicationId) ?? (await confirmation(ctx, applicationId));
    await submitApplication(ctx, input);
    real.posted.set(applicationId, input);
  } else if (happening.is === "replace") {
    known((await startReplacement(ctx, { applicationId })).applicationId);
  } else if (happening.is === "withdraw") await withdrawApplication(ctx, { applicationId });
  else if (world.applications[at ?? 0]?.sent !== null) {
    await aboutRequest(real, applicationId, happening);
  }
}

async function aboutRequest(real: Real, applicationId: string, event: OfRequest): Promise<void> {
  const { ctx } = real.applicant;
  if (event.is === "request") {
    const items = [{ field: "why", row: null, missing: "Manca." }];
    const term = termOf(event.days);
    await requestIntegration(real.officer, { applicationId, items, reason: ASKED, term });
  } else if (event.is === "cancel") {
    await cancelIntegration(real.officer, { applicationId, reason: "Non serve più." });
  } else if (event.is === "prepare") {
    await prepareAnswer(ctx, applicationId, { why: event.text });
  } else {
    const { request } = await integrationForCommand(ctx, applicationId);
    if (!request) throw new Refused("wrong_state");
    const input = real.answered.get(request.id) ?? (await sending(ctx, applicationId));
    await answerIntegration(ctx, input);
    real.answered.set(request.id, input);
  }
}

/** By somebody who has just read the page. */
async function write(ctx: Ctx, applicationId: string, answers: Record<string, string>) {
  const { sections } = await applicationForCommand(ctx, applicationId);
  const revisions = Object.entries(sections).map(([id, { revision }]) => [id, revision] as const);
  await saveSections(ctx, {
    ...{ applicationId, shown: Object.keys(answers), revisions: Object.fromEntries(revisions) },
    entries: Object.entries(answers),
  });
}

/** Time goes by: all that the call says of it lies so much further back. */
async function shift({ database, callId }: Real, hours: number): Promise<void> {
  await database.owner.query(
    `update call set opens_at = opens_at - $2 * interval '1 hour',
       closes_at = closes_at - $2 * interval '1 hour',
       published_at = published_at - $2 * interval '1 hour',
       suspended_at = suspended_at - $2 * interval '1 hour' where id = $1`,
    [callId, hours],
  );
  // What the office asked is never changed: only who owns the table can move it in time.
  await database.owner.query(
    `alter table integration_request disable trigger user;
     update integration_request set requested_at = requested_at - interval '${hours} hours',
       closes_at = closes_at - interval '${hours} hours'
     where application_id in (select id from application where call_id = '${callId}');
     alter table integration_request enable trigger user`,
  );
}

async function publish(real: Real, is: "extend" | "suspend" | "resume"): Promise<void> {
  const { database, officer, callId } = real;
  const { rows } = await database.owner.query<{ revision: number; closes_at: Date | null }>(
    "select revision, closes_at from call where id = $1",
    [callId],
  );
  const [call] = rows;
  if (!call) throw new Error("the call is gone");
  const later = romeDate(
    new Date(Math.max(call.closes_at?.getTime() ?? 0, Date.now()) + 2 * DAY_MS),
  );
  const kinds = {
    extend: { kind: "extension", closesOn: later, closesAtTime: "" },
    suspend: { kind: "suspension", until: later },
    resume: { kind: "resumption" },
  };
  const common = { callId, callRevision: call.revision, actNumber: "n. 1", reason: "Perché sì." };
  const actDate = romeDate(new Date());
  const act = actSchema.parse({ ...common, actDate, ...kinds[is] });
  const { revision } = await prepareAct(officer, act, measure);
  await publishAct(officer, { callId, revision }, measure);
}

/** What the database says, as the machine would. */
export async function found({ database, callId, ids }: Real) {
  const { rows: applications } = await database.owner.query(
    `select a.state, coalesce(s.answers ->> 'why', '') as text,
       (select snapshot::jsonb -> 'answers' -> 'answers' ->> 'why' from submission
         where application_id = a.id order by number desc limit 1) as sent,
       (select state from issued_document where subject_id = a.id and kind = 'receipt') as receipt,
       array_position($1::uuid[], a.replaces_id) - 1 as replaces,
       (select state from integration_request where application_id = a.id
         order by requested_at desc limit 1) as asked
     from application a
     left join application_section s on s.application_id = a.id and s.section_id = 'answers'
     where a.id = any($1) order by array_position($1::uuid[], a.id)`,
    [ids],
  );
  const { rows } = await database.owner.query(
    `select c.state, c.closes_at as "closesAt",
       (select array_agg(number order by number) from register_entry where body_id = c.body_id) as numbers,
       (select count(*)::int from refused_attempt where call_id = c.id) as attempts,
       (select count(*)::int from application where call_id = c.id) as applications
     from call c where id = $1`,
    [callId],
  );
  return { applications, call: rows[0] };
}
