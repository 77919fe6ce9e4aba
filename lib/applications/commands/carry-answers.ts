import { sql } from "drizzle-orm";
import { personOf } from "@/lib/auth/actor";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { strayFields } from "../core/stray-fields";

/**
 * Puts the answers of all drafts of a call where a new version of its form asks for them: those to
 * questions that moved into another section, and those to questions that are back after they were
 * gone. Each answer stays in one place; what nobody asks any more stays where it was. To be called
 * with the gate of the call closed: no draft is being saved meanwhile.
 */
export async function carryAnswers(
  tx: Ctx,
  callId: string,
  { before, after }: { before: FormDefinition; after: FormDefinition },
): Promise<void> {
  const stray = strayFields(before, after);
  if (stray.length === 0) return;
  const fields = sql.param(stray.map((one) => one.field));
  const places = sql`places as (select * from
    unnest(${fields}::text[], ${sql.param(stray.map((one) => one.section))}::text[])
    as place (field, section_id))`;
  const rows = sql`rows as (select s.* from application_section s
    join application a on a.id = s.application_id
    where a.call_id = ${callId} and a.state = 'draft' and s.answers ?| ${fields}::text[])`;
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  await tx.db.execute(sql`with ${places}, ${rows}
    insert into application_section
      (application_id, section_id, answers, changes, revision, updated_at, updated_by)
    select r.application_id, p.section_id, jsonb_object_agg(one.key, one.value),
      coalesce(jsonb_object_agg(one.key, r.changes -> one.key)
        filter (where r.changes ? one.key), '{}'), 1, ${now}, ${personOf(tx.actor)}
    from rows r cross join lateral jsonb_each(r.answers) one
    join places p on p.field = one.key and p.section_id <> r.section_id
    group by r.application_id, p.section_id
    on conflict (application_id, section_id) do update set
      answers = application_section.answers || excluded.answers,
      changes = application_section.changes || excluded.changes,
      revision = application_section.revision + 1`);
  await tx.db.execute(sql`with ${places}, ${rows}
    update application_section s set revision = s.revision + 1,
      answers = s.answers - array(select p.field from places p where p.section_id <> s.section_id),
      changes = s.changes - array(select p.field from places p where p.section_id <> s.section_id)
    from rows r where r.application_id = s.application_id and r.section_id = s.section_id
      and exists (select from places p where p.section_id <> s.section_id and s.answers ? p.field)`);
}
