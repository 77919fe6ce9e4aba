import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import type { MailKind, MailViews } from "./kinds";

/** One letter to many: what all of them say, and below what each has of its own. */
export type MessageToMany<Kind extends MailKind> = {
  bodyId: string | null;
  kind: Kind;
  subjectType: string;
  subjectId: string;
  view: Partial<MailViews[Kind]>;
};

export type OneOfMany<Kind extends MailKind> = {
  key: string;
  recipient: string;
  recipientName: string;
  locale: string;
  view: Partial<MailViews[Kind]>;
  /** What this letter is about, where each has a subject of its own. */
  subjectId?: string;
};

/** Letters to many leave after those of single events: a receipt does not wait behind them. */
const AFTER_OTHERS = 10;

/**
 * Puts many messages into the outbox in two statements, with the jobs that send them. A key that
 * lives already is passed over. Returns how many are new.
 */
export async function enqueueMessages<Kind extends MailKind>(
  tx: Ctx,
  shared: MessageToMany<Kind>,
  rows: readonly OneOfMany<Kind>[],
): Promise<number> {
  const given = rows.map((row) => ({ id: tx.newId(), ...row }));
  const { rows: created } = await tx.db.execute<{ id: string }>(sql`
    insert into message (id, body_id, kind, key, recipient, recipient_name, locale, view,
      subject_type, subject_id, queued_at)
    select id, ${shared.bodyId}::uuid, ${shared.kind}, key, recipient, "recipientName", locale,
      ${JSON.stringify(shared.view)}::jsonb || view, ${shared.subjectType},
      coalesce("subjectId", ${shared.subjectId}::uuid), ${tx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (id uuid, key text, recipient text, "recipientName" text, locale text, view jsonb,
        "subjectId" uuid)
    on conflict (key) where state not in ('superseded', 'cancelled') do nothing
    returning id`);
  if (created.length > 0) {
    const ids = sql.param(created.map((row) => row.id));
    await tx.db.execute(sql`
      select count(*) from graphile_worker.add_jobs(array(
        select row('send-message', json_build_object('messageId', id), null, null, 25,
          'send-message:' || id, ${AFTER_OTHERS}::int, null)::graphile_worker.job_spec
        from unnest(${ids}::uuid[]) as id))`);
  }
  return created.length;
}
