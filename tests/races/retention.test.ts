import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { eraseDueAnswers } from "@/lib/applications/commands/erase-due-answers";
import { issueCopy } from "@/lib/applications/commands/issue-copy";
import { myApplication } from "@/lib/applications/queries/my-application";
import { wordsOfAnswers as words } from "../support/answer-words";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { keptFor, publishOutcomeAgo, SECRET, sentUnder } from "../support/retention";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const job = () => testContext(database.app, { now: new Date(), seed: crypto.randomUUID() });

test("three workers, authors who read and ask for copies: each answer goes once, no copy keeps one", async () => {
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => sentUnder(db, database.owner, keptFor({ why: 10 }))),
  );
  for (const one of sent) await publishOutcomeAgo(database.owner, one, 11);
  const [workers, , reads] = await Promise.all([
    Promise.all([job(), job(), job()].map((ctx) => eraseDueAnswers(ctx))),
    Promise.all(
      sent.map(({ applicant, applicationId }) =>
        issueCopy(applicant.ctx, { applicationId, words }),
      ),
    ),
    Promise.all(
      sent.map(({ applicant, applicationId }) => myApplication(applicant.ctx, applicationId)),
    ),
  ]);
  expect(workers.reduce((sum, { erased }) => sum + erased, 0)).toBe(8);
  for (const { sent: receipt } of reads) expect(receipt?.registerNumber).toBeTruthy();
  const { rows } = await database.owner.query<{ erasures: number; events: number; text: boolean }>(
    `select (select count(*)::int from answer_erasure) as erasures,
       (select count(*)::int from audit_event where entry like '%application.answersErased%') as events,
       (select string_agg(concat(d.view, ''), '') from issued_document d where d.kind = 'applicationCopy')
         like '%' || $1 || '%' as text`,
    [SECRET],
  );
  expect(rows).toEqual([{ erasures: 8, events: 8, text: false }]);
});
