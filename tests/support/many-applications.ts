import type { Pool } from "pg";

/**
 * So many applications of organisations to a call, straight into the tables, with a thread at every
 * tenth; each has an author of its own. Prefix: what marks them.
 */
export async function manyApplications(owner: Pool, callId: string, count: number, mark: string) {
  await owner.query(
    `with people as (
       insert into person (id, email, given_name, family_name, created_at)
       select gen_random_uuid(), $3 || n || '@molti.example', 'P', n::text, now()
       from generate_series(1, $2::int) n returning id)
     insert into application (id, call_id, body_id, person_id, track, state, applicant_key,
       applicant_name, code, form_definition_id, created_at, updated_at, submitted_at)
     select gen_random_uuid(), c.id, c.body_id, p.id, 'organisation', 'submitted', 'group:' || p.id,
       'Gruppo', $3 || row_number() over (), c.form_definition_id, now(), now(), now()
     from people p, call c where c.id = $1`,
    [callId, count, mark],
  );
  await owner.query(
    `insert into thread (application_id, body_id, last_number, last_of_staff, last_at)
     select id, body_id, 1, 1, now() from application
     where code like $1 || '%' and right(code, 1) = '0'`,
    [mark],
  );
  await owner.query(
    `insert into thread_message (id, application_id, body_id, number, side, author_id, text, key, sent_at)
     select gen_random_uuid(), a.id, a.body_id, 1, 'staff', a.person_id, 'Buongiorno', 'x', now()
     from application a where code like $1 || '%' and right(code, 1) = '0'`,
    [mark],
  );
}
