import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { body } from "./territory";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A natural person. One may apply before having an account; `email` is normalised. */
export const person = pgTable("person", {
  id: id(),
  givenName: text().notNull().default(""),
  familyName: text().notNull().default(""),
  email: text().unique(),
  emailVerifiedAt: instant(),
  fiscalCode: text(),
  phone: text(),
  locale: text().notNull().default("it"),
  createdAt: instant().notNull(),
});

/** Roles by body: administrator, officer, reviewer, facilitator, desk; `regionStaff` at the region. */
export const staffMember = pgTable(
  "staff_member",
  {
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    role: text().notNull(),
    endedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.bodyId, table.personId, table.role] }),
    index().on(table.personId),
    check(
      "staff_member_role",
      sql`${table.role} in ('administrator','officer','reviewer','facilitator','desk')`,
    ),
  ],
);

/** Password and one-time code of staff. The secret is encrypted with the data key. */
export const staffCredential = pgTable("staff_credential", {
  personId: uuid()
    .primaryKey()
    .references(() => person.id),
  passwordHash: text().notNull(),
  totpSecret: bytea().notNull(),
  /** The last accepted 30-second step: a code is good once. */
  lastTotpStep: bigint({ mode: "number" }).notNull().default(0),
});

/**
 * Attempts of staff sign-in since the last good one, by digest of the mailbox that was typed:
 * it exists for unknown mailboxes too, so a lock tells nobody whether there is an account.
 */
export const signInLock = pgTable("sign_in_lock", {
  mailboxHash: text().primaryKey(),
  attempts: integer().notNull(),
  lockedUntil: instant(),
  attemptedAt: instant().notNull(),
});

/** Who was invited to sign in as staff: the last invitation alone holds, until it is followed. */
export const staffInvitation = pgTable("staff_invitation", {
  personId: uuid()
    .primaryKey()
    .references(() => person.id),
  tokenHash: text().notNull().unique(),
  totpSecret: bytea().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
});

/** External identities, keyed by issuer and subject; never linked by e-mail. */
export const account = pgTable(
  "account",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    /** Level of identification as the receipt names it, such as "SpidL2". */
    level: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), index().on(table.personId)],
);

export const session = pgTable(
  "session",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** mailbox | identity | staff: how the person was recognised. */
    strength: text().notNull(),
    /** Level of identification of this sign-in as the receipt names it, such as "SpidL2". */
    identityLevel: text().notNull().default(""),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    deviceLabel: text().notNull().default(""),
  },
  (table) => [
    index().on(table.personId),
    check("session_strength", sql`${table.strength} in ('mailbox','identity','staff')`),
  ],
);

/** A magic link: ten minutes, one use, bound to the browser that asked, stored hashed. */
export const loginToken = pgTable(
  "login_token",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    browserHash: text().notNull(),
    email: text().notNull(),
    returnTo: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [index().on(table.email)],
);

/**
 * An organisation as those who work together for it know it. The same fiscal code may stand in
 * several: saying that one speaks for a body opens nothing that others wrote for it. Kinds of legal
 * nature as domain.md lists them; informal groups have no codes.
 */
export const organisation = pgTable(
  "organisation",
  {
    id: id(),
    name: text().notNull(),
    legalNature: text().notNull(),
    fiscalCode: text(),
    createdAt: instant().notNull(),
  },
  (table) => [index().on(table.fiscalCode)],
);

/** Who works for an organisation: who made it known, and whom that person invited. */
export const membership = pgTable(
  "membership",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    role: text().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    unique().on(table.organisationId, table.personId),
    index().on(table.personId),
    uniqueIndex("membership_one_representative")
      .on(table.organisationId)
      .where(sql`${table.role} = 'representative' and ${table.endedAt} is null`),
    check("membership_role", sql`${table.role} in ('representative','delegate')`),
  ],
);

/** An invitation by mail to work for an organisation; the key of its letter is stored hashed. */
export const organisationInvitation = pgTable(
  "organisation_invitation",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [unique("organisation_invitation_mailbox").on(table.organisationId, table.email)],
);

/** Counters of the rate limits: one row per key and window. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    key: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] }), index().on(table.expiresAt)],
);
