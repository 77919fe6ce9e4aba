import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "../columns";

/**
 * The outbox: what is sent, to whom, why and in which state. Written in the transaction of the
 * event; rendered late from `view` by the worker.
 */
export const message = pgTable(
  "message",
  {
    id: id(),
    bodyId: uuid(),
    /** Template of the mail, such as "receipt" or "decision". */
    kind: text().notNull(),
    /** One live message per key: a repeated event or job changes nothing. */
    key: text().notNull(),
    recipient: text().notNull(),
    recipientName: text().notNull().default(""),
    locale: text().notNull(),
    view: jsonb().$type<Record<string, unknown>>().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    state: text().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    lastError: text(),
    queuedAt: instant().notNull(),
    sendingAt: instant(),
    /** The worker process that holds a message in `sending`, as in `worker_heartbeat`. */
    claimedBy: text(),
    /** Written together with the end of the letter: from here on the mail server may have it. */
    handedAt: instant(),
    sentAt: instant(),
    /** Sent, but the worker died before it read the answer: docs/decisions/030. */
    presumed: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex("message_one_live_per_key")
      .on(table.key)
      .where(sql`${table.state} not in ('superseded','cancelled')`),
    index().on(table.subjectId),
    index().on(table.bodyId, table.state),
    index("message_unsettled")
      .on(table.queuedAt)
      .where(sql`${table.state} in ('queued','sending')`),
    check(
      "message_state",
      sql`${table.state} in ('queued','sending','sent','delivered','bounced','failed','cancelled','superseded')`,
    ),
  ],
);

/** The trial mailbox: what would have been sent when no mail server is set. Never in production. */
export const trialMail = pgTable(
  "trial_mail",
  {
    id: id(),
    messageId: uuid().notNull().unique(),
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    sentAt: instant().notNull(),
  },
  (table) => [index().on(table.sentAt)],
);
