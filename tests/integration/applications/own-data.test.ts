import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { exportOwnData } from "@/lib/applications/commands/export-own-data";
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
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

/** The files of an archive, read by its local headers. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const packed = zip.readUInt32LE(at + 18);
    const name = zip.readUInt16LE(at + 26);
    const start = at + 30 + name + zip.readUInt16LE(at + 28);
    files.set(
      zip.subarray(at + 30, at + 30 + name).toString("utf8"),
      inflateRawSync(zip.subarray(start, start + packed)).toString("utf8"),
    );
    at = start + packed;
  }
  return files;
}

test("a copy holds all that is one's own, each application as it was sent, and nothing of others", async () => {
  const applicant = await somebody(db, "Ines");
  const other = await somebody(db, "Omar");
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(61), why: "Perché «sì»" });
  const sent = await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  await completeDraft(applicant, callId, { track: "citizen", why: "Una bozza" });
  const theirs = await completeDraft(other, callId, { code: bodyCode(62), why: "Di un altro" });
  await submitApplication(other.ctx, await confirmation(other.ctx, theirs));

  const files = unzip(await exportOwnData(applicant.ctx, { readme: "Leggimi" }));
  const text = files.get("dati.json") ?? "";
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
  for (let asked = 0; asked < 5; asked += 1) await exportOwnData(ctx, { readme: "" });
  await expect(exportOwnData(ctx, { readme: "" })).rejects.toMatchObject({ code: "rate_limited" });
});
