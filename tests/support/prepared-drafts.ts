import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { makeContext } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "./applications";

/** A draft that lacks nothing but the sending, with what its applicant's browser would post. */
export type PreparedDraft = {
  applicationId: string;
  personId: string;
  session: string;
  token: string;
  content: string;
};

/**
 * Makes drafts of as many organisations, each of a signed-in person: the first through the
 * commands, the others as copies of its rows.
 */
export async function prepareDrafts(pool: Pool, count: number): Promise<PreparedDraft[]> {
  const db = scopedDatabase(pool, "*");
  const model = await somebody(db);
  const { callId } = await openCall(model.ctx);
  const modelId = await completeDraft(model, callId, { code: bodyCode(0) });
  const { content } = await confirmation(model.ctx, modelId);
  const drafts = Array.from({ length: count }, (_, at) => {
    const [applicationId, personId] = [model.ctx.newId(), model.ctx.newId()];
    const session = randomBytes(24).toString("base64url");
    const token = formToken("submit", personId, applicationId);
    return { applicationId, personId, session, token, content, code: bodyCode(at + 1) };
  });
  const persons = drafts.map((draft) => draft.personId);
  const applications = drafts.map((draft) => draft.applicationId);
  const client = await pool.connect();
  try {
    await client.query("select set_config('cantieri.bodies', '*', false)");
    await client.query(
      `insert into person (id, given_name, family_name, email, created_at)
       select id, 'Lucia', 'Bianchi', id || '@example.it', now() from unnest($1::uuid[]) id`,
      [persons],
    );
    await copyRow(client, "application", modelId, "id", {
      ids: applications,
      column: "person_id",
      values: persons,
    });
    await client.query(
      `insert into application_section
       select * from (select (jsonb_populate_record(s, jsonb_build_object('application_id', a, 'updated_by', p,
         'answers', replace(s.answers::text, $3, c)::jsonb))).*
       from application_section s, unnest($1::uuid[], $2::uuid[], $4::text[]) as of (a, p, c)
       where s.application_id = $5) copied`,
      [applications, persons, bodyCode(0), drafts.map((draft) => draft.code), modelId],
    );
    await client.query(
      `insert into session (id, token_hash, person_id, strength, created_at, last_seen_at, expires_at)
       select gen_random_uuid(), h, p, 'mailbox', now(), now(), now() + interval '8 hours'
       from unnest($1::text[], $2::uuid[]) as of (h, p)`,
      [drafts.map((draft) => sha256(draft.session)), persons],
    );
  } finally {
    client.release(true);
  }
  return drafts;
}

async function copyRow(
  client: { query(text: string, values: unknown[]): Promise<unknown> },
  table: string,
  modelId: string,
  key: string,
  given: { ids: string[]; column: string; values: string[] },
): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(m,
       jsonb_build_object('${key}', i, '${given.column}', v))).*
     from ${table} m, unnest($1::uuid[], $2::uuid[]) as of (i, v) where m.${key} = $3`,
    [given.ids, given.values, modelId],
  );
}

/** The context in which a prepared draft's applicant acts. */
export function applicantContext(pool: Pool, personId: string) {
  const actor: Actor = {
    kind: "person",
    personId,
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  };
  return makeContext({ db: scopedDatabase(pool, "*"), actor, now: new Date(), requestId: "bench" });
}
