import { expect, test } from "vitest";
import { answerQuestion } from "@/lib/calls/commands/answer-question";
import { testDatabase } from "../support/database";
import { asked, callWithQuestions } from "../support/questions";

const database = await testDatabase();

test("of eight answers to one question at once one is published, and one mail and one job go out", async () => {
  const { callId, officer } = await callWithQuestions(database.app);
  const { id } = await asked(database.app, callId, "A che ora iniziano gli incontri?");
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) =>
      answerQuestion(officer(), {
        ...{ clarificationId: id, audience: at % 2 === 0 ? "all" : "asker" },
        ...{ question: `Domanda ${at}`, answer: `Risposta ${at}` },
      }),
    ),
  );
  const winners = results.flatMap(({ status }, at) => (status === "fulfilled" ? [at] : []));
  expect(winners).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason.reason).toBe("already_answered");
  }
  const [winner = 0] = winners;
  const { rows } = await database.owner.query(
    `select state, answer,
       (select count(*)::int from message where subject_id = c.id) as mails,
       (select count(*)::int from audit_event where subject_id = c.id) as events,
       (select count(*)::int from graphile_worker.jobs where key = 'tell-clarification:' || c.id) as jobs
     from clarification c where id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      state: winner % 2 === 0 ? "published" : "answeredAlone",
      answer: `Risposta ${winner}`,
      mails: 1,
      events: 2,
      jobs: winner % 2 === 0 ? 1 : 0,
    },
  ]);
});
