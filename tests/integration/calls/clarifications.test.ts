import { expect, test } from "vitest";
import { tellClarification } from "@/lib/applications/commands/tell-clarification";
import { verifyChains } from "@/lib/audit/verify-chain";
import { answerQuestion } from "@/lib/calls/commands/answer-question";
import { askQuestion } from "@/lib/calls/commands/ask-question";
import { callPage } from "@/lib/calls/queries/call-page";
import { clarificationsOf, questionQueue } from "@/lib/calls/queries/clarifications";
import { staffToday } from "@/lib/review/queries/staff-today";
import { completeDraft, somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { asked, callWithQuestions } from "../../support/questions";

const database = await testDatabase();
const { app, owner } = database;
const visitor = () => testContext(app, { actor: { kind: "anonymous" }, now: new Date() });

const mailsAbout = async (id: string) =>
  (
    await owner.query<{ recipient: string; yours: boolean; question: string }>(
      `select recipient, (view->>'yours')::boolean as yours, view->>'question' as question
       from message where subject_id = $1 order by recipient`,
      [id],
    )
  ).rows;

const mailbox = async (personId: string) =>
  (await owner.query<{ email: string }>("select email from person where id = $1", [personId]))
    .rows[0]?.email;

test("a question waits unseen, is answered in other words, and stands on the page without a name", async () => {
  const { callId, bodyId, officer } = await callWithQuestions(app);
  const { id } = await asked(app, callId, "Sono Amina Diallo: possiamo partecipare?");
  expect(await clarificationsOf(visitor(), callId)).toEqual({ published: [], waiting: 1 });

  const queue = await questionQueue(officer(), { id: callId, bodyId });
  expect(queue.waiting).toEqual(
    [{ id, asked: "Sono Amina Diallo: possiamo partecipare?", askedAt: expect.any(Date) }].map(
      (one) => expect.objectContaining(one),
    ),
  );
  const work = async () =>
    (await staffToday(officer())).tasks.filter(({ kind }) => kind === "answer");
  expect(await work()).toMatchObject([{ subjectId: callId, count: 1 }]);
  const words = { question: "Può partecipare un gruppo?", answer: "Sì, anche informale." };
  await answerQuestion(officer(), { clarificationId: id, audience: "all", ...words });

  expect(await work()).toEqual([]);

  const { rows } = await owner.query("select slug from call where id = $1", [callId]);
  const page = await callPage(visitor(), rows[0].slug);
  expect(page?.clarifications).toMatchObject({ waiting: 0, published: [words] });
  expect(JSON.stringify(page)).not.toContain("Amina");
  for (const chain of await verifyChains(officer())) expect(chain.brokenAt).toBeUndefined();
});

test("the asker, the other askers and whoever holds a draft are told once, however often", async () => {
  const { callId, officer, setUp } = await callWithQuestions(app);
  const first = await asked(app, callId, "Servono firme digitali?");
  const other = await asked(app, callId, "Quanti incontri ci sono?");
  const drafting = await somebody(setUp.db, "Besnik");
  await completeDraft(drafting, callId);
  const words = { question: "Servono firme?", answer: "No." };
  await answerQuestion(officer(), { clarificationId: first.id, audience: "all", ...words });
  const job = () => testContext(app, { seed: crypto.randomUUID(), now: new Date() });
  expect(await tellClarification(job(), { clarificationId: first.id })).toBe(2);
  await Promise.all([1, 2].map(() => tellClarification(job(), { clarificationId: first.id })));

  const told = await mailsAbout(first.id);
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(
    (
      await Promise.all([first.asker, other.asker, drafting].map((one) => mailbox(one.personId)))
    ).sort(),
  );
  for (const mail of told) {
    expect(mail.question).toBe("Servono firme?");
    expect(mail.yours).toBe(mail.recipient === (await mailbox(first.asker.personId)));
  }
  const { rowCount } = await owner.query(
    "select from graphile_worker.jobs where task_identifier = 'tell-clarification' and key = $1",
    [`tell-clarification:${first.id}`],
  );
  expect(rowCount).toBe(1);
});

test("what concerns one person is answered to that person alone", async () => {
  const { callId, officer } = await callWithQuestions(app);
  const { id, asker } = await asked(app, callId, "La mia malattia mi impedisce di venire?");
  await answerQuestion(officer(), {
    ...{ clarificationId: id, audience: "asker", question: "" },
    answer: "Ti chiamiamo noi.",
  });
  expect(await clarificationsOf(visitor(), callId)).toEqual({ published: [], waiting: 0 });
  expect(await tellClarification(testContext(app), { clarificationId: id })).toBe(0);
  expect(await mailsAbout(id)).toEqual([
    {
      recipient: await mailbox(asker.personId),
      yours: true,
      question: "La mia malattia mi impedisce di venire?",
    },
  ]);
});

test("one asks signed in, in time, and five times an hour", async () => {
  const { callId, setUp } = await callWithQuestions(app);
  const question = "Si può venire in due?";
  await expect(askQuestion(visitor(), { callId, question })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const asker = await somebody(setUp.db, "Fatima");
  for (let at = 0; at < 5; at += 1) await askQuestion(asker.ctx, { callId, question });
  await expect(askQuestion(asker.ctx, { callId, question })).rejects.toMatchObject({
    code: "rate_limited",
  });
  const quiet = await callWithQuestions(app, { closesAt: null, state: "suspended" });
  const late = await somebody(setUp.db, "Ivo");
  await expect(askQuestion(late.ctx, { callId: quiet.callId, question })).rejects.toMatchObject({
    reason: "call_not_open",
  });
  const draft = await callWithQuestions(app, { state: "draft" });
  await expect(askQuestion(late.ctx, { callId: draft.callId, question })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("staff of another body neither see nor answer; an answer never changes", async () => {
  const { callId, bodyId, officer } = await callWithQuestions(app);
  const other = await callWithQuestions(app);
  const { id } = await asked(app, callId, "Dove sono gli incontri?");
  const given = {
    clarificationId: id,
    audience: "all",
    question: "Dove?",
    answer: "A Grosseto.",
  } as const;
  await expect(answerQuestion(other.officer(), given)).rejects.toMatchObject({ code: "not_found" });
  await expect(questionQueue(other.officer(), { id: callId, bodyId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(answerQuestion(officer(), { ...given, question: "" })).rejects.toMatchObject({
    fields: { question: "required" },
  });
  await answerQuestion(officer(), given);
  await expect(answerQuestion(officer(), given)).rejects.toMatchObject({
    reason: "already_answered",
  });
  for (const change of ["update clarification set answer = 'x'", "delete from clarification"]) {
    await expect(owner.query(`${change} where id = $1`, [id])).rejects.toThrow("answered once");
  }
});
