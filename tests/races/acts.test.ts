import { beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import type { ActKind } from "@/lib/calls/core/act-kinds";
import { closeGate } from "@/lib/calls/queries/call-gate";
import { actSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { inTransaction } from "@/lib/transaction";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const measure = { placesTaken, carryAnswers };

let officer: Awaited<ReturnType<typeof somebody>>;
beforeAll(async () => {
  officer = await somebody(db, "Chiara");
});

/** A call with complete drafts and an act ready to be published. */
async function ready(
  kind: ActKind,
  drafts: number,
  given: Parameters<typeof openCall>[1] = {},
  ofAct: { ended?: boolean; natures?: string } = {},
) {
  const { bodyId, callId } = await openCall(officer.ctx, { closesAtTime: "12:00", ...given });
  const today = romeDate(new Date());
  const roles = [{ bodyId, role: "officer" as const }];
  const ctx: Ctx = {
    ...officer.ctx,
    actor: { kind: "staff" as const, personId: officer.personId, roles },
  };
  const confirmed = await Promise.all(
    Array.from({ length: drafts }, async (_, at) => {
      const applicant = await somebody(db, `Persona ${at}`);
      const track = ofAct.natures && at % 2 === 1 ? "citizen" : "organisation";
      const id = await completeDraft(applicant, callId, { track, code: bodyCode(3000 + at) });
      return { applicant, track, input: await confirmation(applicant.ctx, id) };
    }),
  );
  if (ofAct.ended) {
    await database.owner.query(
      "update call set closes_at = now() - interval '1 hour' where id = $1",
      [callId],
    );
  }
  const act = actSchema.parse({
    ...{ kind, callId, callRevision: 1, actNumber: "Determina n. 1", actDate: today },
    ...{ reason: "Perché", until: addDays(today, 3), closesOn: addDays(today, 9) },
    ...(ofAct.natures && { scope: "placesLeft", natures: ofAct.natures, seats: "20" }),
  });
  const { revision } = await prepareAct(ctx, act, measure);
  const publishIn = (tx: typeof ctx) => publishAct(tx, { callId, revision }, measure);
  return { ctx, callId, publishIn, publish: () => publishIn(ctx), confirmed };
}

const times = async (callId: string) => {
  const { rows } = await database.owner.query<{ late: number; sent: number; drafts: number }>(
    `select count(*) filter (where s.received_at >= a.published_at)::int as late,
       count(s.id)::int as sent, count(*) filter (where p.state = 'draft')::int as drafts
     from application p join call_act a on a.call_id = p.call_id
     left join submission s on s.application_id = p.id where p.call_id = $1`,
    [callId],
  );
  return rows[0];
};

test("a revocation among thirty submissions: each falls before it or is refused with its reason", async () => {
  const { callId, publish, confirmed } = await ready("revocation", 30);
  const [act, ...results] = await Promise.allSettled([
    new Promise((go) => setImmediate(go)).then(publish),
    ...confirmed.map(({ applicant, input }) => submitApplication(applicant.ctx, input)),
  ]);
  expect(act?.status).toBe("fulfilled");
  const refused = results.filter((result) => result.status === "rejected");
  for (const one of refused) expect(one.reason).toMatchObject({ reason: "call_revoked" });
  const found = await times(callId);
  expect(found).toMatchObject({ late: 0, sent: 30 - refused.length, drafts: refused.length });
});

test("while an act holds the gate submissions wait, and are decided by what it left", async () => {
  const { ctx, callId, publishIn, confirmed } = await ready("revocation", 1);
  const [one] = confirmed;
  if (!one) throw new Error("no draft");
  const sending = await inTransaction(ctx, async (tx) => {
    await closeGate(tx, callId);
    const waiting = submitApplication(one.applicant.ctx, one.input);
    waiting.catch(() => undefined);
    await blockedOnGate();
    await publishIn(tx);
    return { waiting };
  });
  await expect(sending.waiting).rejects.toMatchObject({ reason: "call_revoked" });
});

test("a re-opening for some among late submissions: the others never get in, whenever they are served", async () => {
  const { callId, publish, confirmed } = await ready(
    ...(["reopening", 20, { places: 40 }, { ended: true, natures: "aps" }] as const),
  );
  const send = () =>
    Promise.allSettled(
      confirmed.map(({ applicant, input }) => submitApplication(applicant.ctx, input)),
    );
  const [during] = await Promise.all([send(), new Promise((go) => setImmediate(go)).then(publish)]);
  const after = await send();
  for (const [at, { track }] of confirmed.entries()) {
    const [first, second] = [during[at], after[at]];
    if (first?.status === "rejected") {
      const reasons =
        track === "citizen" ? ["deadline_passed", "reopened_for_others"] : ["deadline_passed"];
      expect(reasons).toContain(first.reason.reason);
    }
    expect(second?.status).toBe(track === "citizen" ? "rejected" : "fulfilled");
  }
  const { rows } = await database.owner.query(
    "select track, count(*)::int as n from application where call_id = $1 and state = 'submitted' group by 1",
    [callId],
  );
  expect(rows).toEqual([{ track: "organisation", n: 10 }]);
});

async function blockedOnGate(): Promise<void> {
  for (;;) {
    const { rows } = await database.owner.query<{ waiting: boolean }>(
      `select exists (select from pg_locks l join pg_database d on d.oid = l.database
         where d.datname = current_database() and l.locktype = 'advisory' and not l.granted) as waiting`,
    );
    if (rows[0]?.waiting) return;
  }
}

test("a suspension: what arrived before it is served, what arrives after is not", async () => {
  const { publish, confirmed } = await ready("suspension", 2);
  const [before, after] = confirmed;
  if (!before || !after) throw new Error("no drafts");
  await publish();
  const sent = await submitApplication(before.applicant.ctx, before.input);
  expect(sent.registerNumber).toMatch(/^0000001/);
  const { receivedAt } = await confirmation(after.applicant.ctx, after.input.applicationId);
  await expect(
    submitApplication(after.applicant.ctx, { ...after.input, receivedAt }),
  ).rejects.toMatchObject({ reason: "call_suspended" });
});

test("an extension in the last second: whoever sends after the old end is in time, and confirms nothing again", async () => {
  const closesAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000);
  const { callId, publish, confirmed } = await ready("extension", 8, { closesAt });
  await publish();
  // As if the request had arrived a microsecond after the old end's last good second.
  const late = new Date(closesAt.getTime() + 1_000).toISOString().replace("Z", "001Z");
  const results = await Promise.all(
    confirmed.map(({ applicant, input }) =>
      submitApplication(applicant.ctx, { ...input, receivedAt: late }),
    ),
  );
  expect(new Set(results.map((one) => one.registerNumber)).size).toBe(8);
  const { rows } = await database.owner.query(
    "select count(*)::int as n from refused_attempt where call_id = $1",
    [callId],
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("ten publications of one act at once make one act, one version and one job", async () => {
  const { callId, publish } = await ready("extension", 0);
  const results = await Promise.allSettled(Array.from({ length: 10 }, publish));
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of results) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ reason: "act_gone" });
  }
  const { rows } = await database.owner.query(
    `select (select count(*)::int from call_act where call_id = $1) as acts,
       (select count(*)::int from call_version where call_id = $1) as versions,
       (select count(*)::int from graphile_worker.jobs j join call_act a on j.key = 'announce-act:' || a.id
        where a.call_id = $1) as jobs`,
    [callId],
  );
  expect(rows).toEqual([{ acts: 1, versions: 1, jobs: 1 }]);
});
