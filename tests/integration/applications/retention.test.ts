import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { carryOutRetention } from "@/lib/applications/commands/carry-out-retention";
import { eraseDrafts } from "@/lib/applications/commands/erase-drafts";
import { eraseDueAnswers } from "@/lib/applications/commands/erase-due-answers";
import { issueCopy } from "@/lib/applications/commands/issue-copy";
import { withoutAnswers } from "@/lib/applications/core/redacted-snapshot";
import { myApplication } from "@/lib/applications/queries/my-application";
import { sentData } from "@/lib/applications/queries/sent-data";
import { submissionsDue } from "@/lib/applications/queries/submissions-due";
import { isKept } from "@/lib/calls/core/retention";
import { documentForCode, documentToDownload } from "@/lib/documents/queries";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { ANSWERS_ERASED } from "@/lib/register/issue-document";
import { wordsOfAnswers as words } from "../../support/answer-words";
import { completeDraft, openCall, somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { keptFor, publishOutcomeAgo, SECRET, sentUnder } from "../../support/retention";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const job = () => testContext(database.app, { now: new Date(), seed: crypto.randomUUID() });
const short = keptFor({ why: 10, paper: 10 });

const stored = async (applicationId: string) => {
  const { rows } = await database.owner.query<{ snapshot: string; digest: string; all: string }>(
    `select s.snapshot, s.digest, concat(s.snapshot,
       (select string_agg(p.answers::text, '') from application_section p where p.application_id = a.id),
       (select string_agg(d.view::text, '') from issued_document d where d.subject_id = a.id and d.kind = 'applicationCopy'),
       (select string_agg(e.entry, '') from audit_event e where e.chain = a.body_id::text)) as all
     from submission s join application a on a.id = s.application_id where a.id = $1`,
    [applicationId],
  );
  const [row] = rows;
  if (!row) throw new Error("nothing was sent");
  return row;
};

describe("answers whose days are over", () => {
  test("go from the data, the draft, the files and the copy; number, receipt and digest stay", async () => {
    const sent = await sentUnder(db, database.owner, short);
    const { applicant, applicationId, result } = sent;
    await issueCopy(applicant.ctx, { applicationId, words });
    const { documents } = await myApplication(applicant.ctx, applicationId);
    const copy = documents.find(({ kind }) => kind === "applicationCopy");
    const receipt = documents.find(({ kind }) => kind === "receipt");
    const original = await stored(applicationId);
    expect(original.all).toContain(SECRET);
    expect(sha256(original.snapshot)).toBe(result.digest);
    expect(await eraseDueAnswers(job())).toEqual({ erased: 0 });

    await publishOutcomeAgo(database.owner, sent, 11);
    expect(await carryOutRetention(job())).toEqual({ drafts: 0, answers: 1 });
    const left = await stored(applicationId);
    expect(left.all).not.toContain(SECRET);
    expect(left.digest).toBe(result.digest);
    const data = JSON.parse(left.snapshot);
    expect(canonicalJson(data)).toBe(left.snapshot);
    const { erased, ...rest } = data;
    const before = JSON.parse(original.snapshot);
    expect(Object.keys(erased.fields)).toEqual(["paper", "why"]);
    expect(erased.digest).toBe(result.digest);
    before.answers.answers = {};
    expect(rest).toEqual({ ...before, files: [] });

    const handedOut = await sentData(applicant.ctx, applicationId);
    expect(handedOut.digest).toBe(sha256(handedOut.text));
    expect(handedOut.digest).not.toBe(result.digest);

    const own = await myApplication(applicant.ctx, applicationId);
    expect(own.erased).toMatchObject({ count: 2 });
    expect(own.attachments).toEqual([]);
    expect(own.sent?.registerNumber).toBe(result.registerNumber);
    expect(own.documents.map(({ kind }) => kind)).toEqual(["receipt"]);
    const verified = await documentForCode(job(), receipt?.code ?? "");
    expect(verified).toMatchObject({ state: "valid", erasedOn: own.erased?.on });
    expect(await documentForCode(job(), copy?.code ?? "")).toMatchObject({
      state: "withdrawn",
      stateReason: ANSWERS_ERASED,
    });
    await expect(documentToDownload(applicant.ctx, copy?.id ?? "")).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await carryOutRetention(job())).toEqual({ drafts: 0, answers: 0 });
    expect((await stored(applicationId)).snapshot).toBe(left.snapshot);
  });

  test("with the last of them the names go, and the application is not opened again", async () => {
    const sent = await sentUnder(db, database.owner, short);
    await publishOutcomeAgo(database.owner, sent, 11);
    expect(await eraseDueAnswers(job())).toEqual({ erased: 1 });
    await database.owner.query(
      "update outcome set published_at = now() - interval '366 days' where call_id = $1",
      [sent.callId],
    );
    expect(await eraseDueAnswers(job())).toEqual({ erased: 1 });
    const { snapshot, all } = await stored(sent.applicationId);
    const data = JSON.parse(snapshot);
    expect(data.applicant.name).toBe("");
    expect(data.submittedBy).toMatchObject({ name: "", email: "" });
    expect(all).not.toContain("Passaparola");
    const { rows } = await database.owner.query(
      "select applicant_name = code as nameless from application where id = $1",
      [sent.applicationId],
    );
    expect(rows).toEqual([{ nameless: true }]);
    expect(await submissionsDue(job())).toEqual([]);
  });

  test("are found by the same days that exports go by", async () => {
    const sent = await sentUnder(db, database.owner, short);
    await publishOutcomeAgo(database.owner, sent, 0);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), fc.nat(23), async (days, hours) => {
        const from = new Date(Date.now() - (days * 24 + hours) * 3_600_000 - 60_000);
        await database.owner.query("update outcome set published_at = $2 where call_id = $1", [
          ...[sent.callId, from],
        ]);
        const { rows } = await database.owner.query<{ due: string[] }>(
          "select answers_due(id) as due from submission where application_id = $1",
          [sent.applicationId],
        );
        const starts = { outcome: from, lastWorkshop: null, check: null };
        const over = short.sections
          .flatMap(({ fields }) => fields)
          .filter((field) => !isKept(field, starts, new Date()))
          .map(({ id }) => id);
        const given = ["code", "legalNature", "name", "paper", "truth", "why"];
        expect(rows[0]?.due.toSorted()).toEqual(given.filter((id) => over.includes(id)));
      }),
      { numRuns: 15 },
    );
  });

  test("go by this way alone: nobody else changes what was sent, nor takes what is not due", async () => {
    const sent = await sentUnder(db, database.owner, short);
    await publishOutcomeAgo(database.owner, sent, 11);
    const { snapshot, digest } = await stored(sent.applicationId);
    for (const pool of [database.app, database.owner]) {
      await expect(
        pool.query("update submission set snapshot = '{}' where application_id = $1", [
          sent.applicationId,
        ]),
      ).rejects.toThrow(/never changed|permission denied/);
    }
    const on = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" }).format(new Date());
    const erase = (fields: string[], redacted: string) =>
      database.app.query(
        `select set_config('cantieri.bodies', '*', true), erase_answers(s.id, $2, $3, $4::date, gen_random_uuid())
         from submission s where s.digest = $1`,
        [digest, fields, redacted, on],
      );
    const without = (fields: string[]) =>
      canonicalJson(withoutAnswers(JSON.parse(snapshot), fields, { digest, on }));
    await expect(scoped(() => erase(["name"], without(["name"])))).resolves.toBe("not_due");
    await expect(scoped(() => erase(["why"], without(["why", "name"])))).resolves.toBe("more");
    await expect(scoped(() => erase(["why"], snapshot))).resolves.toBe("more");
    await expect(
      database.app.query(
        `insert into answer_erasure (id, application_id, submission_id, body_id, fields, digest_before,
           digest_after, rest, erased_on, erased_at, made_by)
         select gen_random_uuid(), application_id, id, body_id, '{}', '', '', 0, now(), now(), '' from submission`,
      ),
    ).rejects.toThrow("permission denied");
    expect((await stored(sent.applicationId)).snapshot).toBe(snapshot);
  });
});

/** What the database says to an erasure. */
async function scoped(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => "done",
    (error: Error) => (error.message.includes("not over") ? "not_due" : "more"),
  );
}

test("drafts go thirty days after the end, where they can no longer be sent", async () => {
  const over = async (days: number, change = "") => {
    const applicant = await somebody(db);
    const { callId } = await openCall(applicant.ctx);
    const id = await completeDraft(applicant, callId, { track: "citizen" });
    await database.owner.query(
      `update call set opens_at = now() - interval '90 days',
         closes_at = now() - make_interval(days => $2) ${change} where id = $1`,
      [callId, days],
    );
    return id;
  };
  const gone = [await over(31), await over(31, ", state = 'underReview'")];
  const kept = [
    ...[await over(29), await over(31, ", peremptory = false"), await over(-5)],
    await over(31, ", state = 'suspended', suspended_at = now()"),
  ];
  const begunAtTheDesk = await over(31);
  await database.owner.query(
    `insert into desk_entry (id, application_id, body_id, purpose, channel, identity, delegation,
       privacy_given, privacy_version, entered_by, entered_at)
     select gen_random_uuid(), id, body_id, 'application', 'desk', 'delegation', 'x', 'x', 'x', person_id, now()
     from application where id = $1`,
    [begunAtTheDesk],
  );
  const results = await Promise.all([eraseDrafts(job(), 1), eraseDrafts(job(), 1)]);
  expect(results[0].erased + results[1].erased).toBe(gone.length + 1);
  const { rows } = await database.owner.query<{ id: string }>(
    "select id from application where id = any($1) order by id",
    [[...gone, ...kept, begunAtTheDesk]],
  );
  expect(rows.map(({ id }) => id)).toEqual([...kept, begunAtTheDesk].toSorted());
  const left = await database.owner.query(
    "select 1 from application_section where application_id = $1",
    [begunAtTheDesk],
  );
  expect(left.rowCount).toBe(0);
});
