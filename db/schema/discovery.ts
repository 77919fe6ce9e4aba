import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { call } from "./calls";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The words of every published call, for the search. Written by triggers alone; a draft has no row,
 * so the table holds nothing but what is public and needs no wall, behind which no search index works.
 */
export const callSearch = pgTable(
  "call_search",
  {
    callId: uuid()
      .primaryKey()
      .references(() => call.id, { onDelete: "cascade" }),
    words: tsvector().notNull(),
    /** The archive grows for ever, and is not looked through unless it is asked for. */
    archived: boolean().notNull().default(false),
  },
  (table) => [
    index("call_search_living").using("gin", table.words).where(sql`not ${table.archived}`),
    index("call_search_archived").using("gin", table.words).where(sql`${table.archived}`),
  ],
);

/** What somebody wants to hear of. Empty lists: everything. */
const wishes = () => ({
  zoneIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
  themes: text().array().notNull().default(sql`'{}'::text[]`),
  audiences: text().array().notNull().default(sql`'{}'::text[]`),
  /** One letter a day with all new calls, in place of one for each. */
  daily: boolean().notNull(),
  locale: text().notNull(),
});

/** Asked for, not yet confirmed from the mailbox. Deleted when used and after two days. */
export const subscriptionRequest = pgTable(
  "subscription_request",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    email: text().notNull(),
    ...wishes(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.expiresAt)],
);

/** A mailbox that wants to hear of new calls: the address and the wishes, nothing else. */
export const subscription = pgTable(
  "subscription",
  {
    id: id(),
    email: text().notNull().unique(),
    /** SHA-256 of the key in its letters. */
    tokenHash: text().notNull().unique(),
    ...wishes(),
    /** Since when `daily` is as it is: each call is told in the way that held when it came out. */
    dailySince: instant().notNull(),
    confirmedAt: instant().notNull(),
    /** Deleted then, unless prolonged. */
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.expiresAt)],
);

/**
 * A round of letters to subscribers, of a new call or of a day's digest. How far it has come is
 * written in the transaction of each batch, so that a worker that is killed is carried on from.
 */
export const subscriptionRound = pgTable(
  "subscription_round",
  {
    /** "call:<id>" or "digest:<day>" */
    key: text().primaryKey(),
    callId: uuid().references(() => call.id),
    /** A digest tells what came out after `since` and not after `until`. */
    since: instant(),
    until: instant(),
    /** The last subscription that was looked at. */
    after: uuid(),
    told: integer().notNull().default(0),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (table) => [
    index().on(table.callId),
    check(
      "subscription_round_kind",
      sql`(${table.callId} is null) <> (${table.since} is null or ${table.until} is null)`,
    ),
  ],
);
