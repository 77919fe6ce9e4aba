import type { Pool } from "pg";

/**
 * What the sending of each application of a call left behind, straight into the tables and in brief:
 * answers, register entry, receipt, snapshot, letter and event. For those of `manyApplications`
 * with this mark; their numbers follow the last one of the body's register.
 */
export async function manySubmissions(owner: Pool, callId: string, mark: string): Promise<void> {
  await owner.query(
    `with counter as (
       select c.body_id, coalesce((select last from register_counter r where r.body_id = c.body_id
           and r.year = extract(year from now())), 0) as last,
         coalesce((select sequence from audit_head h where h.chain = c.body_id::text), 0) as events
       from call c where c.id = $1),
     given as materialized (
       select a.id, a.body_id, a.person_id, row_number() over () as n, gen_random_uuid() as entry,
         gen_random_uuid() as receipt, counter.last, counter.events
       from application a join counter using (body_id)
       where a.call_id = $1 and a.code like $2 || '%'),
     answered as (
       insert into application_section (application_id, section_id, answers, revision, updated_at, updated_by)
       select id, 'answers', '{"why":"Perché serve"}', 1, now(), person_id from given),
     registered as (
       insert into register_entry (id, body_id, year, number, kind, subject_type, subject_id, registered_at)
       select entry, body_id, extract(year from now()), last + n, 'application', 'application', id, now()
       from given),
     issued as (
       insert into issued_document (id, code, body_id, kind, subject_type, subject_id, holder_id, view, issued_at)
       select receipt, receipt::text, body_id, 'receipt', 'application', id, person_id, '{}', now() from given),
     sent as (
       insert into submission (id, application_id, body_id, number, snapshot, digest, call_version,
         privacy_notice_version, channel, identity_level, idempotency_key, register_entry_id,
         receipt_id, submitted_by, received_at)
       select gen_random_uuid(), id, body_id, 1, '{}', id::text, 1, '1', 'web', 'mailbox', 'key', entry,
         receipt, person_id, now() from given),
     letters as (
       insert into message (id, body_id, kind, key, recipient, locale, view, subject_type, subject_id,
         state, queued_at, sent_at)
       select gen_random_uuid(), body_id, 'receipt', 'receipt:' || receipt, id || '@molti.example',
         'it', '{}', 'application', id, 'delivered', now(), now() from given),
     told as (
       insert into audit_event (chain, sequence, at, actor, action, subject_type, subject_id, entry,
         previous_hash, hash)
       select body_id, events + n, now(), 'person', 'application.submit', 'application', id, '{}', '', ''
       from given),
     counted as (
       insert into register_counter (body_id, year, last)
       select body_id, extract(year from now()), max(last + n) from given group by body_id
       on conflict (body_id, year) do update set last = excluded.last)
     insert into audit_head (chain, sequence, hash)
     select body_id, max(events + n), '' from given group by body_id
     on conflict (chain) do update set sequence = excluded.sequence`,
    [callId, mark],
  );
}
