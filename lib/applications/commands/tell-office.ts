import { sql } from "drizzle-orm";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { romeDate } from "@/lib/kernel/rome-time";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";
import { inTransaction } from "@/lib/transaction";
import { officeRound } from "../core/thread";
import { type CallThatWaits, callsThatWait } from "../queries/waiting-threads";

const BATCH = 200;

/**
 * The job `tell-office`, every five minutes: writes to those of an office whom applicants wrote to,
 * one letter for each body and working day, unless all that came since the last letter was dealt
 * with. What is told is noted with its letter: the job may be killed at any point and run twice at
 * once.
 */
export async function tellOffice(ctx: Ctx, batch = BATCH): Promise<void> {
  const round = officeRound(ctx.now);
  if (!round) return;
  for (;;) {
    const taken = await inTransaction(ctx, async (tx) => {
      const due = await takeDue(tx, round, batch);
      const notices = due.length > 0 ? await noticesFor(tx, due) : [];
      if (notices.length > 0) {
        await noteTold(tx, notices);
        await enqueueNotices(tx, notices);
      }
      return due.length;
    });
    if (taken < batch) return;
  }
}

type Due = { bodyId: string; personId: string; since: string };

/** Those that another run holds are left to it; those to whom somebody writes now, to the next. */
async function takeDue(
  tx: Ctx,
  { before, today }: NonNullable<ReturnType<typeof officeRound>>,
  limit: number,
): Promise<Due[]> {
  const { rows } = await tx.db.execute<Due>(sql`
    with due as (
      select body_id, person_id, untold_since from office_notice
      where untold_since <= ${before.toISOString()}::timestamptz
        and (told_at is null or told_at < ${today.toISOString()}::timestamptz)
      order by untold_since, body_id, person_id limit ${limit} for update skip locked)
    update office_notice n set untold_since = null from due
    where n.body_id = due.body_id and n.person_id = due.person_id
    returning n.body_id as "bodyId", n.person_id as "personId", due.untold_since::text as since`);
  return rows;
}

type Reader = {
  bodyId: string;
  bodyName: string;
  personId: string;
  email: string;
  locale: string;
  name: string;
};

/** Somebody of an office, and what waits there. */
type OfficeNotice = Reader & { calls: readonly CallThatWaits[] };

/**
 * Who has left the office, cannot sign in or wants no letters is not written to, nor anybody if what
 * came was answered or set aside meanwhile. Two statements.
 */
async function noticesFor(tx: Ctx, due: readonly Due[]): Promise<OfficeNotice[]> {
  const { rows } = await tx.db.execute<Reader & { since: string }>(sql`
    select b.id as "bodyId", b.name as "bodyName", p.id as "personId", p.email, p.locale,
      trim(p.given_name || ' ' || p.family_name) as name, due.since
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
      as due ("bodyId" uuid, "personId" uuid, since text)
    join office_notice n on n.body_id = due."bodyId" and n.person_id = due."personId" and not n.muted
    join body b on b.id = due."bodyId"
    join person p on p.id = due."personId" and p.email is not null
    where exists (select from staff_credential c where c.person_id = p.id)
      and exists (select from staff_member s where s.person_id = p.id and s.body_id = b.id
        and s.ended_at is null and s.role = any(${sql.param([...officeRoles])}::text[]))`);
  const calls = Map.groupBy(
    await callsThatWait(tx, [...new Set(rows.map(({ bodyId }) => bodyId))]),
    ({ bodyId }) => bodyId,
  );
  return rows.flatMap(({ since, ...reader }) => {
    const waiting = calls.get(reader.bodyId) ?? [];
    return waiting.some(cameAfter(new Date(since))) ? [{ ...reader, calls: waiting }] : [];
  });
}

const cameAfter =
  (since: Date) =>
  ({ last }: CallThatWaits): boolean =>
    last >= since;

async function noteTold(tx: Ctx, told: readonly OfficeNotice[]): Promise<void> {
  const given = told.map(({ bodyId, personId }) => ({ bodyId, personId }));
  await tx.db.execute(sql`
    update office_notice n set told_at = ${tx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as told ("bodyId" uuid, "personId" uuid)
    where n.body_id = told."bodyId" and n.person_id = told."personId"`);
}

/** How many messages wait, never of whom nor what they say. One letter for each reader and day. */
async function enqueueNotices(tx: Ctx, notices: readonly OfficeNotice[]): Promise<void> {
  const origin = env().APP_ORIGIN;
  const shared = { kind: "officeNotice", subjectType: "body", view: {} } as const;
  for (const [bodyId, own] of Map.groupBy(notices, (one) => one.bodyId)) {
    const letters = own.map(({ personId, email, name, locale, bodyName, calls }) => ({
      key: `office:${bodyId}:${personId}:${romeDate(tx.now)}`,
      ...{ recipient: email, recipientName: name, locale },
      view: {
        bodyName,
        count: calls.reduce((sum, { count }) => sum + count, 0),
        since: (calls[0]?.first ?? tx.now).toISOString(),
        calls: calls.map(({ title, count }) => ({ title, count })),
        listUrl: origin + routes.staffMessages(),
      },
    }));
    await enqueueMessages(tx, { ...shared, bodyId, subjectId: bodyId }, letters);
  }
}
