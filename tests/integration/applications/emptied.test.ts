import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { eraseDueAnswers } from "@/lib/applications/commands/erase-due-answers";
import { keepMessage } from "@/lib/applications/commands/keep-message";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { applicationThread } from "@/lib/applications/queries/application-thread";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { keptFor, publishOutcomeAgo, SECRET, sentUnder } from "../../support/retention";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const job = () => testContext(database.app, { now: new Date(), seed: crypto.randomUUID() });

/** Nothing is kept longer than ten days. */
const short = keptFor(
  Object.fromEntries(
    keptFor({}).sections.flatMap(({ fields }) => fields.map(({ id }) => [id, 10])),
  ),
);
const CODE = "RSSMRA80A01H501U";
const TRACES = [
  CODE,
  "CA12345XX",
  "Per delega di Ada",
  "ada@example.org",
  "busta sotto la porta",
  "Ho un problema",
  "referto.pdf",
  "Sto scrivendo",
];

/** All that the database still has of an application outside of its receipt. */
async function whatIsLeft(applicationId: string): Promise<string> {
  const { rows } = await database.owner.query<{ left: string }>(
    `select concat((select to_jsonb(a)::text from application a where a.id = $1),
       (select string_agg(s.snapshot, '') from submission s where s.application_id = $1),
       (select string_agg(d::text, '') from desk_entry d where d.application_id = $1),
       (select string_agg(m::text, '') from thread_message m where m.application_id = $1),
       (select string_agg(f::text, '') from thread_file f where f.application_id = $1),
       (select string_agg(t::text, '') from thread_draft t where t.application_id = $1),
       (select string_agg(p::text, '') from application_section p join application a
          on a.id = p.application_id where $1 in (a.id, a.replaces_id)),
       (select string_agg(n::text, '') from attachment n join application a
          on a.id = n.application_id where $1 in (a.id, a.replaces_id))) as left`,
    [applicationId],
  );
  return rows[0]?.left ?? "";
}

async function leaveTraces({ applicationId, applicant }: Awaited<ReturnType<typeof sentUnder>>) {
  await sendMessage(applicant.ctx, {
    applicationId,
    key: "k1",
    seen: 0,
    text: "Ho un problema di salute",
  });
  await keepMessage(applicant.ctx, { applicationId, key: "k2", text: "Sto scrivendo" });
  await database.owner.query(
    `insert into thread_file (id, application_id, message_id, file_hash, name, state, uploaded_by, created_at)
     select gen_random_uuid(), m.application_id, m.id, f.file_hash, 'referto.pdf', 'clean', m.author_id, now()
     from thread_message m join attachment f on f.application_id = m.application_id where m.application_id = $1`,
    [applicationId],
  );
  await database.owner.query(
    `insert into desk_entry (id, application_id, body_id, purpose, channel, identity, document_kind,
       document_number, delegation, email, late_reason, entered_by, entered_at)
     select gen_random_uuid(), id, body_id, 'address', 'desk', i, 'identityCard',
       case i when 'document' then 'CA12345XX' end, case i when 'document' then '' else 'Per delega di Ada' end,
       'ada@example.org', 'busta sotto la porta', person_id, now()
     from application cross join unnest(array['document', 'delegation']) i where id = $1`,
    [applicationId],
  );
  await database.owner.query(
    "update application set applicant_code = $2, applicant_key = 'body:' || $2 where id = $1",
    [applicationId, CODE],
  );
}

test("with the last answer go codes, what the desk wrote, messages and begun changes; counts stay", async () => {
  const sent = await sentUnder(db, database.owner, short);
  const { applicationId, applicant } = sent;
  await leaveTraces(sent);
  const change = await startReplacement(applicant.ctx, { applicationId });
  const before = await whatIsLeft(applicationId);
  for (const trace of [...TRACES, SECRET]) expect(before).toContain(trace);
  for (const [table, change] of [
    [
      "desk_entry",
      "email = null, delegation = '', document_number = null, late_reason = '', erased_at = now()",
    ],
    ["thread_message", "text = '', erased_at = now()"],
  ]) {
    for (const pool of [database.app, database.owner]) {
      await expect(
        pool.query(`update ${table} set ${change} where application_id = $1`, [applicationId]),
      ).rejects.toThrow(/never changed|permission denied/);
    }
  }
  const early = await database.app.query("select * from erase_traces($1)", [applicationId]);
  expect(early.rowCount).toBe(0);
  expect(await whatIsLeft(applicationId)).toBe(before);

  await publishOutcomeAgo(database.owner, sent, 11);
  expect(await eraseDueAnswers(job())).toEqual({ erased: 1 });
  const after = await whatIsLeft(applicationId);
  for (const trace of [...TRACES, SECRET]) expect(after).not.toContain(trace);
  const { rows } = await database.owner.query(
    `select a.applicant_key = 'application:' || a.id as keyed, e.entry::jsonb -> 'facts' as facts,
       (select count(*)::int from application_section where application_id = $2) as of_the_change
     from application a join audit_event e on e.subject_id = a.id
     where a.id = $1 and e.action = 'application.answersErased'`,
    [applicationId, change.applicationId],
  );
  expect(rows).toMatchObject([
    { keyed: true, of_the_change: 0, facts: { entries: 2, messages: 1, messageFiles: 1 } },
  ]);
  const thread = await applicationThread(applicant.ctx, applicationId);
  expect(thread.messages).toMatchObject([{ text: "", files: [] }]);
  expect(thread.mayWrite).toEqual({ ok: false, reason: "data_erased" });
});

test("one that fails keeps none of the others, and is told in the end", async () => {
  const all = [];
  for (let one = 0; one < 3; one += 1)
    all.push(await sentUnder(db, database.owner, keptFor({ why: 10 })));
  for (const one of all) await publishOutcomeAgo(database.owner, one, 11);
  const ids = all.map(({ applicationId }) => applicationId);
  await database.owner.query(
    `alter table submission disable trigger append_only;
     update submission set snapshot = (snapshot::jsonb - 'files')::text where id = (
       select min(id::text)::uuid from submission where application_id = any('{${ids.join()}}'));
     alter table submission enable trigger append_only`,
  );
  await expect(eraseDueAnswers(job())).rejects.toThrow(/^1 /);
  const { rows } = await database.owner.query(
    "select count(*)::int as erased from answer_erasure where application_id = any($1)",
    [ids],
  );
  expect(rows).toEqual([{ erased: 2 }]);
});

test("where a call never closes, what was taken back counts from then", async () => {
  const sent = await sentUnder(db, database.owner, short);
  const stays = await sentUnder(db, database.owner, short);
  await database.owner.query(
    "update call set closes_at = null, closes_on = null where id = any($1)",
    [[sent.callId, stays.callId]],
  );
  await withdrawApplication(sent.applicant.ctx, sent);
  const erasedOf = async () => {
    await eraseDueAnswers(job()).catch(() => undefined);
    const { rows } = await database.owner.query<{ id: string }>(
      "select application_id as id from answer_erasure where application_id = any($1)",
      [[sent.applicationId, stays.applicationId]],
    );
    return rows.map(({ id }) => id);
  };
  expect(await erasedOf()).toEqual([]);
  await database.owner.query(
    `alter table register_entry disable trigger user;
     update register_entry set registered_at = now() - interval '11 days'
       where kind = 'withdrawal' and subject_id = '${sent.applicationId}';
     alter table register_entry enable trigger user`,
  );
  expect(await erasedOf()).toEqual([sent.applicationId]);
});
