import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

/** What is kept about a person, part by part; names in English, as in the code. */
export type OwnData = Record<string, unknown>;

/**
 * Everything that is stored about a person, except what would open something (digests of keys, the
 * secret of a second factor) and what others wrote about themselves. One statement for each part.
 */
export async function ownData(ctx: Ctx, personId: string): Promise<OwnData> {
  const parts = await Promise.all(
    Object.entries(PARTS).map(async ([name, statement]) => {
      const found = await ctx.db.execute<{ part: unknown }>(
        sql`select coalesce(jsonb_agg(to_jsonb(part)), '[]') as part from (${statement(personId)}) part`,
      );
      return [name, found.rows[0]?.part] as const;
    }),
  );
  return Object.fromEntries(parts);
}

const mailbox = (person: string) => sql`(select email from person where id = ${person})`;
const mine = (person: string) => sql`(select id from application where person_id = ${person})`;

const PARTS: Readonly<Record<string, (person: string) => SQL>> = {
  person: (id) => sql`select given_name, family_name, email, email_verified_at, fiscal_code, phone,
    locale, created_at from person where id = ${id}`,
  identities: (id) => sql`select issuer, subject, level, created_at from account
    where person_id = ${id}`,
  sessions: (id) => sql`select strength, identity_level, device_label, created_at, last_seen_at,
    expires_at from session where person_id = ${id} order by created_at`,
  roles: (id) => sql`select b.name as body, m.role, m.ended_at from staff_member m
    join body b on b.id = m.body_id where m.person_id = ${id} order by b.name, m.role`,
  organisations: (id) => sql`select o.name, o.legal_nature, o.fiscal_code, m.role, m.created_at,
    m.ended_at from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = ${id} order by m.created_at`,
  applications: (id) => sql`select a.id, c.title as call, b.name as body, a.track, a.state, a.code,
    a.applicant_name, a.channel, a.arrived_at, a.privacy_notice_version, a.privacy_acknowledged_at,
    a.created_at, a.updated_at, a.submitted_at,
    (select coalesce(jsonb_object_agg(s.section_id, s.answers), '{}') from application_section s
      where s.application_id = a.id) as answers,
    (select coalesce(jsonb_agg(jsonb_build_object('field', f.field_id, 'name', f.name, 'sha256',
      f.file_hash, 'state', f.state, 'at', f.created_at)), '[]') from attachment f
      where f.application_id = a.id) as files
    from application a join call c on c.id = a.call_id join body b on b.id = a.body_id
    where a.person_id = ${id} order by a.created_at`,
  submissions: (id) => sql`select s.application_id, s.digest, s.channel, s.identity_level,
    s.received_at, s.privacy_notice_version, r.number, r.year, r.protocol_number, r.protocol_date
    from submission s join register_entry r on r.id = s.register_entry_id
    where s.application_id in ${mine(id)} or s.submitted_by = ${id} order by s.received_at`,
  integrations: (id) => sql`select q.application_id, r.number, r.year, q.state, q.items, q.reason,
    q.requested_at, q.closes_at, q.settled_at, q.cancel_reason
    from integration_request q join register_entry r on r.id = q.register_entry_id
    where q.application_id in ${mine(id)} order by q.requested_at`,
  desk: (id) => sql`select application_id, purpose, channel, arrived_at, reference, identity,
    document_kind, document_number, delegation, privacy_given, privacy_version, email, entered_at
    from desk_entry where application_id in ${mine(id)} order by entered_at`,
  documents: (id) => sql`select kind, code, state, issued_at, data_digest, file_hash
    from issued_document where holder_id = ${id} order by issued_at`,
  decisions: (id) => sql`select application_id, stage, result, reasons, decided_at from decision
    where superseded_by_id is null and exists (select from outcome o join application a
      on a.call_id = o.call_id where a.id = decision.application_id)
    and application_id in ${mine(id)} order by decided_at`,
  messages: (id) => sql`select m.application_id, m.number, m.side, m.text, m.sent_at
    from thread_message m where m.application_id in ${mine(id)} or m.author_id = ${id}
    order by m.sent_at`,
  messagesBegun: (id) => sql`select application_id, text, updated_at from thread_draft
    where person_id = ${id} order by updated_at`,
  uploadsBegun: (id) => sql`select application_id, field_id, name, declared_type, size, received,
    sha256, created_at, expires_at from upload
    where person_id = ${id} and attachment_id is null order by created_at`,
  mails: (id) => sql`select kind, recipient, state, queued_at, sent_at from message
    where recipient = ${mailbox(id)} order by queued_at`,
  questions: (id) => sql`select asked, asked_at, question, answer, answered_at from clarification
    where asker_id = ${id} order by asked_at`,
  meetings: (
    id,
  ) => sql`select w.title, w.starts_at, c.answer, c.seat, c.answered_at, t.state as attended
    from participant p join convocation c on c.participant_id = p.id
    join meeting w on w.id = c.meeting_id
    left join attendance t on t.meeting_id = w.id and t.participant_id = p.id
    where p.person_id = ${id} or (p.person_id is null and p.email = ${mailbox(id)})
    order by w.starts_at`,
  subscriptions: (id) => sql`select email, zone_ids, themes, audiences, daily, locale, confirmed_at,
    expires_at from subscription where email = ${mailbox(id)}`,
  refusedAttempts: (id) => sql`select c.title as call, r.received_at, r.reason
    from refused_attempt r join call c on c.id = r.call_id where r.person_id = ${id}
    order by r.received_at`,
};
