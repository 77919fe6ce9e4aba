import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { exportOwnData } from "@/lib/applications/commands/export-own-data";
import { keepMessage } from "@/lib/applications/commands/keep-message";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { ownData } from "@/lib/applications/queries/own-data";
import { sha256 } from "@/lib/platform/digest";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { archiveWords, ownArchive } from "../../support/archives";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("a copy holds all that is one's own, each application as it was sent, and nothing of others", async () => {
  const applicant = await somebody(db, "Ines");
  const other = await somebody(db, "Omar");
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(61), why: "Perché «sì»" });
  const sent = await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  await completeDraft(applicant, callId, { track: "citizen", why: "Una bozza" });
  const theirs = await completeDraft(other, callId, { code: bodyCode(62), why: "Di un altro" });
  await submitApplication(other.ctx, await confirmation(other.ctx, theirs));

  const files = await ownArchive(applicant.ctx);
  const text = String(files.get("dati.json"));
  const data = JSON.parse(text);
  expect(data.person).toMatchObject([{ given_name: "Ines" }]);
  expect(data.applications.map(({ state }: { state: string }) => state).sort()).toEqual([
    "draft",
    "submitted",
  ]);
  expect(data.submissions).toMatchObject([{ digest: sent.digest, channel: "web" }]);
  expect(data.documents).toMatchObject([{ kind: "receipt", data_digest: sent.digest }]);
  expect(data.mails).toMatchObject([{ kind: "receipt" }]);
  expect(text).toContain("Una bozza");
  expect(text).not.toContain("Di un altro");
  expect(text).not.toContain(other.personId);
  const own = [...files].filter(([name]) => name.startsWith("candidature/"));
  expect(own).toHaveLength(1);
  for (const [, content] of own) expect(sha256(content)).toBe(sent.digest);
  const { rows } = await database.owner.query(
    "select actor from audit_event where action = 'person.exportData'",
  );
  expect(rows).toEqual([{ actor: `person:${applicant.personId}` }]);
});

test("keys, digests of keys and secrets are in no part, and asking too often waits", async () => {
  const { ctx, personId } = await somebody(db, "Rosa");
  await database.owner.query(
    `insert into session (id, token_hash, person_id, strength, created_at, last_seen_at, expires_at)
     values (gen_random_uuid(), 'the-hash', $1, 'mailbox', now(), now(), now() + interval '1 h')`,
    [personId],
  );
  const data = await ownData(ctx, personId);
  expect(data.sessions).toHaveLength(1);
  expect(JSON.stringify(data)).not.toMatch(/the-hash|token_hash|totp|password/);
  for (let asked = 0; asked < 5; asked += 1) await exportOwnData(ctx, archiveWords);
  await expect(exportOwnData(ctx, archiveWords)).rejects.toMatchObject({ code: "rate_limited" });
});

test("who took an application over is told of its meetings and data, not of who sent it before", async () => {
  const before = await somebody(db, "Berta");
  const after = await somebody(db, "Dino");
  const { callId } = await openCall(before.ctx);
  const applicationId = await completeDraft(before, callId, { code: bodyCode(63) });
  const sent = await submitApplication(before.ctx, await confirmation(before.ctx, applicationId));
  await sendMessage(before.ctx, { applicationId, key: "k", seen: 0, text: "Detto da Berta" });
  await keepMessage(before.ctx, { applicationId, key: "l", text: "Berta sta scrivendo" });
  await database.owner.query(
    `insert into upload (id, application_id, field_id, person_id, name, declared_type, size, created_at, expires_at)
     values (gen_random_uuid(), $1, 'paper', $2, 'a-meta.pdf', 'application/pdf', 9, now(), now() + interval '1 h')`,
    [applicationId, before.personId],
  );
  await convened(applicationId, [before, after]);
  await database.owner.query("update application set person_id = $2 where id = $1", [
    ...[applicationId, after.personId],
  ]);

  const [old, now] = [await ownArchive(before.ctx), await ownArchive(after.ctx)];
  const [left, got] = [
    JSON.parse(String(old.get("dati.json"))),
    JSON.parse(String(now.get("dati.json"))),
  ];
  expect(left).toMatchObject({
    applications: [],
    submissions: [{ digest: sent.digest }],
    messages: [{ text: "Detto da Berta" }],
    messagesBegun: [{ text: "Berta sta scrivendo" }],
    uploadsBegun: [{ name: "a-meta.pdf" }],
    meetings: [{ title: "Di Berta" }],
  });
  expect(got).toMatchObject({
    submissions: [{ digest: sent.digest }],
    messagesBegun: [],
    uploadsBegun: [],
  });
  expect(got.meetings).toMatchObject([{ title: "Di Dino" }]);
  const [file] = [...now].filter(([name]) => name.startsWith("candidature/"));
  const { rows } = await database.owner.query<{ snapshot: string }>(
    "select snapshot from submission where application_id = $1",
    [applicationId],
  );
  const original = JSON.parse(rows[0]?.snapshot ?? "");
  expect(original.submittedBy.name).toContain("Berta");
  expect(JSON.parse(String(file?.[1]))).toEqual({
    ...original,
    submittedBy: { ...original.submittedBy, name: "", email: "" },
  });
  expect([...old.keys()].filter((name) => name.startsWith("candidature/"))).toEqual([]);
});

/** A meeting of its own for each of them, as participants of the application. */
async function convened(applicationId: string, people: readonly { personId: string }[]) {
  await database.owner.query(
    `with series as (insert into workshop_series (id, body_id, title, threshold, created_at)
       select gen_random_uuid(), body_id, 'Percorso', 1, now() from application where id = $1 returning id),
     who as (insert into participant (id, series_id, application_id, person_id, name, email, token_hash, created_at)
       select gen_random_uuid(), series.id, $1, p.id, p.given_name, p.email, p.id::text, now()
       from series, person p where p.id = any($2) returning id, name, series_id),
     held as (insert into meeting (id, series_id, body_id, number, title, starts_at, ends_at, mode,
         capacity, calendar_uid, updated_at)
       select gen_random_uuid(), who.series_id, a.body_id, row_number() over (), 'Di ' || who.name,
         now(), now() + interval '1 h', 'onsite', 9, 'uid-' || who.id, now()
       from who, application a where a.id = $1
       returning id, title)
     insert into convocation (id, meeting_id, participant_id, created_at)
     select gen_random_uuid(), held.id, who.id, now() from held join who on held.title = 'Di ' || who.name`,
    [applicationId, people.map(({ personId }) => personId)],
  );
}
