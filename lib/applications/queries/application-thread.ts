import { sql } from "drizzle-orm";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";
import type { AttachmentState } from "../core/rules";
import { isUnread, type ThreadSide } from "../core/thread";
import { readableThread } from "./held-thread";

/** Messages shown at once, the latest; earlier ones are asked for. */
export const THREAD_PAGE = 30;

export type MessageFile = { id: string; name: string; size: number; state: AttachmentState };

export type ShownMessage = {
  number: number;
  side: ThreadSide;
  author: string;
  /** Whether the reader wrote it. */
  own: boolean;
  text: string;
  sentAt: Date;
  files: MessageFile[];
  /** Not read before by who reads now. */
  isNew: boolean;
};

export type ApplicationThread = Awaited<ReturnType<typeof applicationThread>>;

/**
 * The messages about an application, the earliest first, for those who share them, and what the
 * reader had begun to write. Three statements. `before`: the page that ends before that number.
 * Throws NotFound.
 */
export async function applicationThread(ctx: Ctx, id: string, before?: number) {
  const me = personOf(ctx.actor);
  if (!me) throw new Unauthenticated();
  const [subject, messages, standing] = await Promise.all([
    readableThread(ctx, id),
    messagesOf(ctx, id, before),
    standingOf(ctx, id, me),
  ]);
  const reader = { readNumber: standing.readNumber, since: dateOf(standing.since) };
  const isStaff = ctx.actor.kind === "staff";
  return {
    id,
    messages: messages
      .slice(0, THREAD_PAGE)
      .reverse()
      .map((row): ShownMessage => {
        const one = { ...row, sentAt: new Date(row.sentAt) };
        // The office speaks as one: applicants are told the office, its staff who of them wrote.
        const author = one.side === "staff" && !isStaff ? subject.officeName : one.author;
        return {
          ...one,
          author: author || subject.bodyName,
          own: row.authorId === me,
          isNew: !isStaff && isUnread(one, reader),
        };
      }),
    /** Whether there are messages before the first of these. */
    hasEarlier: messages.length > THREAD_PAGE,
    /** Of the last message there is; 0 without any. */
    lastNumber: standing.lastNumber,
    waitingSince: dateOf(standing.waitingSince),
    mayWrite: subject.mayWrite,
    office: subject.officeName || subject.bodyName,
    kept: { text: standing.text, files: standing.files },
    /** What makes the form be one message, however often it is sent. */
    key: ctx.newId(),
  };
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

const filesWhere = (condition: ReturnType<typeof sql>) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', o.size,
    'state', f.state) order by f.created_at, f.id), '[]')
  from thread_file f join file_object o on o.sha256 = f.file_hash where ${condition})`;

type MessageRow = Omit<ShownMessage, "sentAt" | "own" | "isNew"> & {
  authorId: string;
  sentAt: string;
};

async function messagesOf(ctx: Ctx, id: string, before?: number): Promise<MessageRow[]> {
  const { rows } = await ctx.db.execute<MessageRow>(sql`
    select m.number, m.side, m.text, m.author_id as "authorId", m.sent_at::text as "sentAt",
      trim(p.given_name || ' ' || p.family_name) as author,
      ${filesWhere(sql`f.application_id = m.application_id and f.message_id = m.id`)} as files
    from thread_message m join person p on p.id = m.author_id
    where m.application_id = ${id}::uuid
      and (${before ?? null}::int is null or m.number < ${before ?? null}::int)
    order by m.number desc limit ${THREAD_PAGE + 1}`);
  return rows;
}

type Standing = {
  lastNumber: number;
  waitingSince: string | null;
  readNumber: number;
  /** Since when the reader works for the organisation of the application. */
  since: string | null;
  text: string;
  files: MessageFile[];
};

async function standingOf(ctx: Ctx, id: string, me: string): Promise<Standing> {
  const { rows } = await ctx.db.execute<Standing>(sql`
    select coalesce(t.last_number, 0) as "lastNumber", t.waiting_since::text as "waitingSince",
      coalesce(r.read_number, 0) as "readNumber", own.created_at::text as since,
      coalesce(d.text, '') as text,
      ${filesWhere(sql`f.application_id = a.id and f.message_id is null and f.uploaded_by = ${me}::uuid`)}
        as files
    from application a
    left join thread t on t.application_id = a.id
    left join thread_reader r on r.application_id = a.id and r.person_id = ${me}::uuid
    left join thread_draft d on d.application_id = a.id and d.person_id = ${me}::uuid
    left join membership own on own.organisation_id = a.organisation_id
      and own.person_id = ${me}::uuid and own.ended_at is null
    where a.id = ${id}::uuid`);
  const none = { lastNumber: 0, waitingSince: null, readNumber: 0, since: null, text: "" };
  return rows[0] ?? { ...none, files: [] };
}
