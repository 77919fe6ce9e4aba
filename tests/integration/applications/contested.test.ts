import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { refusedForCode } from "@/lib/applications/queries/refused-for-code";
import { setAsideApplication } from "@/lib/review/commands/set-aside-application";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { callEvidence } from "@/lib/review/queries/call-evidence";
import { contestedApplications } from "@/lib/review/queries/contested-applications";
import { leftBehind } from "@/lib/review/queries/left-behind";
import {
  type Applicant,
  bodyCode,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";
import { arrivalAt, atTheDesk, type Operator, operatorOf } from "../../support/desk";
import { staffOf } from "../../support/review";
import { personForm } from "../../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const CODE = "RSSMRA85T10A562S";
const REASONS = "Il codice fiscale è di un’altra persona, come risulta dalla sua tessera.";

async function personalCall() {
  const starter = await somebody(db);
  const { callId, bodyId } = await openCall(starter.ctx, {}, personForm);
  return { callId, bodyId, officer: await staffOf(database.app, bodyId, ["officer"]) };
}

async function draftWith({ ctx }: Applicant, callId: string, code: string): Promise<string> {
  const { applicationId } = await startApplication(ctx, { callId, track: "citizen" });
  const { sections } = await applicationForCommand(ctx, applicationId);
  const revisions = Object.entries(sections).map(([id, { revision }]) => [id, revision]);
  await saveSections(ctx, {
    ...{ applicationId, shown: ["personCode", "why"], revisions: Object.fromEntries(revisions) },
    entries: [
      ["personCode", code],
      ["why", "Perché serve"],
    ],
  });
  await acknowledgePrivacy(ctx, { applicationId });
  return applicationId;
}

/** What the desk enters for somebody with the same code. */
async function withCode(operator: Operator, callId: string, given: object): Promise<string> {
  const { applicationId } = await startAssistedApplication(
    operator.staff,
    atTheDesk(callId, { ...given }),
  );
  await saveSections(operator.form, {
    ...{ applicationId, shown: ["personCode", "why"], revisions: {} },
    entries: [
      ["personCode", CODE],
      ["why", "Perché serve"],
    ],
  });
  return applicationId;
}

const send = async ({ ctx }: Applicant, id: string) =>
  submitApplication(ctx, await confirmation(ctx, id));

/** Somebody has sent with a code that is another person's, who is then refused. */
async function contested() {
  const { callId, bodyId, officer } = await personalCall();
  const [wrong, owner] = await Promise.all([somebody(db, "Eva"), somebody(db, "Maria")]);
  const taken = await draftWith(wrong, callId, CODE);
  await send(wrong, taken);
  // The same person, though one code has a letter in place of a digit.
  const refusedDraft = await draftWith(owner, callId, "RSSMRA85T10A56NH");
  await expect(send(owner, refusedDraft)).rejects.toMatchObject({ reason: "code_in_use" });
  return { callId, bodyId, officer, wrong, owner, taken, refusedDraft };
}

const aside = (applicationId: string, ctx: Applicant["ctx"]) => ({
  applicationId,
  key: ctx.newId(),
  reasons: REASONS,
});

describe("a fiscal code that somebody else has sent with", () => {
  test("the office sees who was refused and when; reviewers not who; it is no late attempt", async () => {
    const { callId, bodyId, officer, owner, taken, refusedDraft } = await contested();
    await expect(send(owner, refusedDraft)).rejects.toMatchObject({ reason: "code_in_use" });
    const sheet = await applicationSheet(officer, callId, taken);
    expect(sheet.contests).toEqual([{ at: expect.any(String), who: "Maria Bianchi" }]);
    expect(sheet.timeline.map(({ action }) => action)).toContain("application.contested");
    const reviewer = await staffOf(database.app, bodyId, ["reviewer"]);
    const judged = await applicationSheet(reviewer, callId, taken);
    expect(judged.contests).toEqual([{ at: expect.any(String), who: null }]);
    expect(await contestedApplications(officer, callId)).toEqual([
      { id: taken, code: sheet.code, attempts: 1, lastAt: expect.any(String) },
    ]);
    expect((await callEvidence(officer, callId, "")).total).toBe(0);
    const elsewhere = await personalCall();
    expect(await contestedApplications(elsewhere.officer, callId)).toEqual([]);
  });

  test("the office sets the wrong one aside with reasons, and its owner sends", async () => {
    const { callId, officer, wrong, owner, taken, refusedDraft } = await contested();
    const input = aside(taken, officer);
    await setAsideApplication(officer, input);
    await setAsideApplication(officer, input);
    const sent = await send(owner, refusedDraft);
    expect(sent.registerNumber).toMatch(/^0*2\//);
    expect(await contestedApplications(officer, callId)).toEqual([]);
    const page = await myApplication(wrong.ctx, taken);
    expect(page).toMatchObject({ state: "withdrawn", nextStep: "setAside" });
    expect(page.happened.map(({ code }) => code)).toContain("setAside");
    expect(page.happened.map(({ code }) => code)).not.toContain("withdrawn");
    expect(page.thread?.messages.map(({ text }) => text)).toEqual([REASONS]);
    const [mine] = (await myApplications(wrong.ctx)).over;
    expect(mine).toMatchObject({ setAside: true, nextStep: "setAside" });
    // From now on the code is in use by its owner.
    const again = await draftWith(wrong, callId, CODE);
    await expect(send(wrong, again)).rejects.toMatchObject({ reason: "code_in_use" });
    const { rows } = await database.owner.query(
      `select action, count(*)::int from audit_event
         where action in ('application.setAside', 'application.contested') and subject_id = $1
         group by action order by action`,
      [taken],
    );
    expect(rows).toEqual([
      { action: "application.contested", count: 1 },
      { action: "application.setAside", count: 1 },
    ]);
  });

  test("nothing is set aside that nobody was refused for, nor by who does not decide", async () => {
    const { callId, bodyId, officer, taken } = await contested();
    const other = await somebody(db, "Ugo");
    // A provisional code.
    const sound = await draftWith(other, callId, bodyCode(7));
    await expect(setAsideApplication(officer, aside(sound, officer))).rejects.toMatchObject({
      code: "not_found",
    });
    await send(other, sound);
    await expect(setAsideApplication(officer, aside(sound, officer))).rejects.toMatchObject({
      reason: "not_contested",
    });
    const reviewer = await staffOf(database.app, bodyId, ["reviewer"]);
    await expect(setAsideApplication(reviewer, aside(taken, reviewer))).rejects.toMatchObject({
      code: "forbidden",
    });
    const elsewhere = await personalCall();
    await expect(
      setAsideApplication(elsewhere.officer, aside(taken, elsewhere.officer)),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("after the end: the owner is told when it was refused, and what came on paper in time is entered", async () => {
    const { callId, bodyId, officer, owner, taken, refusedDraft } = await contested();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const [came, closesAt] = [ago(20), ago(10)];
    const ugo = await somebody(db, "Ugo");
    const late = await draftWith(ugo, callId, bodyCode(8));
    await db.update(call).set({ closesAt }).where(eq(call.id, callId));
    for (const [who, id] of [
      [owner, refusedDraft],
      [ugo, late],
    ] as const) {
      await expect(send(who, id)).rejects.toMatchObject({ reason: "deadline_passed" });
    }
    const draft = await draftPage(owner.ctx, refusedDraft);
    const { rows } = await database.owner.query<{ at: Date }>(
      "select received_at as at from refused_attempt where application_id = $1 and reason = 'code_in_use'",
      [refusedDraft],
    );
    expect(await refusedForCode(owner.ctx, draft)).toEqual(rows[0]?.at);
    expect(await refusedForCode(ugo.ctx, await draftPage(ugo.ctx, late))).toBeUndefined();
    // Both ends wait for the office: beginning the review would shut the owner out.
    expect(await leftBehind(officer, callId)).toEqual({ drafts: 0, contests: 1 });
    const operator = await operatorOf(database.app, bodyId);
    const paper = { ...arrivalAt(came), track: "citizen", lateReason: "Codice conteso" };
    const id = await withCode(operator, callId, paper);
    const sending = await confirmation(operator.form, id);
    await expect(submitApplication(operator.form, sending)).rejects.toMatchObject({
      reason: "code_in_use",
    });
    expect(await leftBehind(officer, callId)).toEqual({ drafts: 1, contests: 1 });
    await setAsideApplication(officer, aside(taken, officer));
    await submitApplication(operator.form, sending);
    const sheet = await applicationSheet(officer, callId, id);
    expect(sheet).toMatchObject({ channel: "paper", enteredLate: { reason: "Codice conteso" } });
    expect(new Date(sheet.submittedAt)).toEqual(new Date(Math.floor(came.getTime() / 1000) * 1000));
    expect(await leftBehind(officer, callId)).toEqual({ drafts: 0, contests: 0 });
  });

  test("at the desk too: it is told, and the attempt names who kept it", async () => {
    const { callId, bodyId, officer, taken } = await contested();
    const operator = await operatorOf(database.app, bodyId);
    const applicationId = await withCode(operator, callId, { track: "citizen" });
    const input = await confirmation(operator.form, applicationId);
    await expect(submitApplication(operator.form, input)).rejects.toMatchObject({
      reason: "code_in_use",
    });
    const { rows } = await database.owner.query(
      `select r.operator_id as operator, e.actor from refused_attempt r
         join audit_event e on e.subject_id = r.contested_id and e.action = 'application.contested'
           and e.entry::jsonb #>> '{facts,by}' = r.application_id::text
         where r.application_id = $1`,
      [applicationId],
    );
    expect(rows).toEqual([{ operator: operator.personId, actor: `staff:${operator.personId}` }]);
    expect((await applicationSheet(officer, callId, taken)).contests).toHaveLength(2);
  });
});
