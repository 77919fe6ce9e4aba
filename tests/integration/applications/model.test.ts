import fc from "fast-check";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { actSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/kernel/errors";
import { romeDate } from "@/lib/kernel/rome-time";
import { after, type Happening, meant, type World } from "../../support/application-model";
import { type Applicant, confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const DAY_MS = 24 * 3_600_000;
const measure = { placesTaken, carryAnswers };

type Real = { applicant: Applicant; officer: Ctx; callId: string; ids: string[] };

async function open(): Promise<{ real: Real; world: World }> {
  const [applicant, officer] = [await somebody(db), await somebody(db, "Marta")];
  const opensAt = new Date(Date.now() - DAY_MS);
  const closesAt = new Date(Date.now() + 2 * DAY_MS);
  const { callId, bodyId } = await openCall(applicant.ctx, {
    ...{ opensAt, closesAt, publishedAt: opensAt, audiences: ["citizen"] },
  });
  const roles = [{ bodyId, role: "officer" as const }];
  const actor = { kind: "staff", personId: officer.personId, roles } as const;
  return {
    real: { applicant, officer: { ...officer.ctx, actor }, callId, ids: [] },
    world: {
      call: { state: "published", opensAt: opensAt.getTime(), closesAt: closesAt.getTime() },
      ...{ applications: [], numbers: 0, attempts: 0 },
    },
  };
}

/** Does it in the database; "ok", or why not. */
async function perform(real: Real, world: World, happening: Happening): Promise<string> {
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
  if (happening.is === "clock") return shift(real.callId, happening.hours);
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
    await submitApplication(ctx, await confirmation(ctx, applicationId));
  } else if (happening.is === "replace") {
    known((await startReplacement(ctx, { applicationId })).applicationId);
  } else await withdrawApplication(ctx, { applicationId });
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
async function shift(callId: string, hours: number): Promise<void> {
  await database.owner.query(
    `update call set opens_at = opens_at - $2 * interval '1 hour',
       closes_at = closes_at - $2 * interval '1 hour',
       published_at = published_at - $2 * interval '1 hour',
       suspended_at = suspended_at - $2 * interval '1 hour' where id = $1`,
    [callId, hours],
  );
}

async function publish(real: Real, is: "extend" | "suspend" | "resume"): Promise<void> {
  const { officer, callId } = real;
  const { rows } = await database.owner.query<{ revision: number; closes_at: Date }>(
    "select revision, closes_at from call where id = $1",
    [callId],
  );
  const [call] = rows;
  if (!call) throw new Error("the call is gone");
  const later = romeDate(new Date(Math.max(call.closes_at.getTime(), Date.now()) + 2 * DAY_MS));
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
async function found({ callId, ids }: Real) {
  const { rows: applications } = await database.owner.query(
    `select a.state, coalesce(s.answers ->> 'why', '') as text,
       (select snapshot::jsonb -> 'answers' -> 'answers' ->> 'why' from submission
         where application_id = a.id order by number desc limit 1) as sent,
       (select state from issued_document where subject_id = a.id and kind = 'receipt') as receipt,
       array_position($1::uuid[], a.replaces_id) - 1 as replaces
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

const which = fc.nat({ max: 5 });
const text = fc.constantFrom("", "Perché serve", "C’è bisogno, ăla Ștefan 𝒳", "O'Hara");
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: fc.constant("start" as const) }) },
    { weight: 5, arbitrary: fc.record({ is: fc.constant("save" as const), which, text }) },
    {
      weight: 8,
      arbitrary: fc.record({
        is: fc.constantFrom("submit" as const, "replace" as const, "withdraw" as const),
        which,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constantFrom("extend" as const, "suspend" as const, "resume" as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constant("clock" as const),
        hours: fc.constantFrom(1, 5, 13, 29, 61),
      }),
    },
  ),
  { minLength: 4, maxLength: 24 },
);

test("whatever happens in whatever order, the pure machine and the database agree", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const { real, world: first } = await open();
      let world = first;
      for (const happening of [{ is: "start" } as const, ...all]) {
        const expected = after(world, happening, new Date());
        const outcome = await perform(real, world, happening);
        const { applications, call } = await found(real);
        expect(outcome, JSON.stringify(happening)).toBe(expected.outcome);
        world = expected.world;
        expect(applications).toEqual(world.applications);
        expect(call).toMatchObject({
          state: world.call.state,
          attempts: world.attempts,
          applications: world.applications.length,
        });
        expect(call.numbers ?? []).toEqual(Array.from({ length: world.numbers }, (_, n) => n + 1));
        // Acts say when it ends by days and hours of Rome: their own tests judge that.
        if (!("which" in happening)) world.call.closesAt = call.closesAt.getTime();
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);
