import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { issuedDocument } from "@/db/schema/register";
import { eraseDueAnswers } from "@/lib/applications/commands/erase-due-answers";
import { myApplication } from "@/lib/applications/queries/my-application";
import { documentForCode, documentToDownload } from "@/lib/documents/queries";
import { romeDate } from "@/lib/kernel/rome-time";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { extendIntegration } from "@/lib/review/commands/extend-integration";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { ASKED, answer, requestOf, termOf, write } from "../../support/integrations";
import { keptFor, publishOutcomeAgo, SECRET, sentUnder } from "../../support/retention";
import { staffOf } from "../../support/review";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const job = () => testContext(database.app, { now: new Date(), seed: crypto.randomUUID() });

const MISSING = "Il verbale di Ada Rossi non è firmato.";
const TOLD = [MISSING, "Manca un punto che riguarda Ada", "La richiesta riguardava Ada"];

test("what the office wrote when it asked goes with the answers; number, dates and digests stay", async () => {
  const sent = await sentUnder(db, database.owner, keptFor({ why: 10 }));
  const { applicationId, applicant, bodyId, callId } = sent;
  const officer = await staffOf(database.app, bodyId);
  await database.owner.query("update call set state = 'underReview' where id = $1", [callId]);
  const items = [
    { field: "why", row: null, missing: TOLD[1] ?? "" },
    { field: "paper", row: null, missing: MISSING },
  ];
  const ask = () =>
    requestIntegration(officer, { applicationId, items, reason: ASKED, term: termOf(10) });
  await ask();
  const on = termOf(5, romeDate((await requestOf(db, applicationId)).closesAt));
  await extendIntegration(officer, { applicationId, term: on, reason: TOLD[2] ?? "" });
  await cancelIntegration(officer, { applicationId, reason: TOLD[2] ?? "" });
  await ask();
  await write(applicant.ctx, applicationId, { why: SECRET });
  const answered = await answer(applicant.ctx, applicationId);

  const told = async () => {
    const { rows } = await database.owner.query<{ texts: string; proof: string }>(
      `select concat(string_agg(r::text, ''), string_agg(d.view::text, ''), string_agg(e::text, ''),
           string_agg(s.snapshot, '')) as texts,
         string_agg(concat_ws(' ', r.requested_at, r.closes_at, r.settled_at, r.state, n.number, d.code,
           d.data_digest, d.state, s.digest, s.receipt_id), ',' order by r.requested_at) as proof
       from integration_request r join issued_document d on d.id = r.document_id
         join register_entry n on n.id = r.register_entry_id
         left join integration_extension e on e.request_id = r.id
         left join submission s on s.application_id = r.application_id
       where r.application_id = $1`,
      [applicationId],
    );
    return rows[0] ?? { texts: "", proof: "" };
  };
  const before = await told();
  for (const text of [...TOLD, SECRET]) expect(before.texts).toContain(text);
  for (const change of [
    "integration_request set reason = '' where application_id = $1",
    "integration_extension e set reason = '' from integration_request r where r.application_id = $1 and r.id = e.request_id",
    "issued_document d set view = view_left(d.kind, d.view), erased_at = now() from integration_request r where r.application_id = $1 and d.id = r.document_id",
  ]) {
    await expect(database.owner.query(`update ${change}`, [applicationId])).rejects.toThrow(
      /never changed/,
    );
  }
  const nothing = await database.app.query("select erase_requests($1) as letters", [applicationId]);
  expect(nothing.rows).toEqual([{ letters: 0 }]);

  await publishOutcomeAgo(database.owner, sent, 11);
  expect(await eraseDueAnswers(job())).toEqual({ erased: 2 });
  const some = await told();
  expect(some.texts).not.toContain(TOLD[1]);
  expect(some.texts).not.toContain(SECRET);
  expect(some.texts).toContain(MISSING);
  expect(some.proof).toBe(before.proof);
  const mine = await myApplication(applicant.ctx, applicationId);
  expect(mine.integrations.map(({ letterId }) => letterId)).toEqual([null, null]);
  expect(mine.documents.map(({ kind }) => kind)).toEqual(["receipt", "integrationReceipt"]);
  const [request] = mine.integrations;
  const [asked] = await db
    .select({ code: issuedDocument.code, documentId: issuedDocument.id })
    .from(issuedDocument)
    .where(eq(issuedDocument.subjectId, request?.id ?? ""))
    .orderBy(issuedDocument.issuedAt);
  await expect(documentToDownload(applicant.ctx, asked?.documentId ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
  const erasedOn = mine.erased?.on;
  expect(await documentForCode(job(), asked?.code ?? "")).toMatchObject({
    ...{ state: "valid", erasedOn, registerNumber: request?.registerNumber },
  });

  await database.owner.query(
    "update outcome set published_at = now() - interval '366 days' where call_id = $1",
    [callId],
  );
  expect(await eraseDueAnswers(job())).toEqual({ erased: 2 });
  const last = await told();
  for (const text of [...TOLD, ASKED, SECRET]) expect(last.texts).not.toContain(text);
  expect(last.proof).toBe(before.proof);
  expect(before.proof).toContain(answered.digest);
});
