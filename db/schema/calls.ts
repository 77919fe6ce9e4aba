import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Reopened } from "@/lib/calls/core/act-kinds";
import type { CallContent } from "@/lib/calls/core/content";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { RegimeRules } from "@/lib/calls/core/regimes";
import type { ReopenedWithin } from "@/lib/calls/core/reopening";
import type { VersionFacts } from "@/lib/calls/core/version-texts";
import { exactInstant, id, instant } from "../columns";
import { callSet } from "./call-sets";
import { person } from "./people";
import { body, municipality, process, zone } from "./territory";

/**
 * A call. The columns are what lists filter by and what the deadline rule needs;
 * the texts of the current version stand in `content`, all versions in `callVersion`.
 */
export const call = pgTable(
  "call",
  {
    id: id(),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    zoneId: uuid().references(() => zone.id),
    processId: uuid().references(() => process.id),
    /** Number in the register of calls of the body, such as "2026/7"; given at publication. */
    code: text(),
    slug: text().notNull().unique(),
    regime: text().notNull(),
    state: text().notNull().default("draft"),
    title: text().notNull(),
    summary: text().notNull().default(""),
    /** organisation | citizen */
    audiences: text().array().notNull(),
    themes: text().array().notNull().default(sql`'{}'::text[]`),
    opensAt: instant(),
    /** The last good second; null for a call that is always open. */
    closesAt: instant(),
    /**
     * The same for lists: the latest of all, or the earliest, for a call that is always open. Columns
     * and no expressions: behind a wall an index is searched by what provably leaks nothing.
     */
    endsAt: exactInstant().notNull().generatedAlwaysAs(sql`coalesce(closes_at, 'infinity')`),
    endedAt: exactInstant().notNull().generatedAlwaysAs(sql`coalesce(closes_at, '-infinity')`),
    /** What the author wrote: local day and time in Europe/Rome; null = end of the day. */
    closesOn: date(),
    closesAtTime: text(),
    peremptory: boolean().notNull().default(true),
    /** Ends of the windows of a call that is always open, each the last good second. */
    cutOffs: instant().array().notNull().default(sql`'{}'::timestamptz[]`),
    /** The body's version of the regime it was published with; 0: as the law has it. */
    regimeVersion: integer(),
    /** The rules of that version, which the call keeps; null while it is a draft. */
    regimeRules: jsonb().$type<RegimeRules>(),
    places: integer(),
    minimumAge: integer(),
    version: integer().notNull().default(1),
    /** The version in which its texts changed last: who confirms has read these. */
    textVersion: integer().notNull().default(1),
    /** Optimistic lock of the editor. */
    revision: integer().notNull().default(1),
    content: jsonb().$type<CallContent>().notNull(),
    formDefinitionId: uuid(),
    /** Since when submissions are stopped; null where they are not. */
    suspendedAt: exactInstant(),
    /** The set of copies that it was made with; null for a call made by itself. */
    setId: uuid().references(() => callSet.id),
    /** How its end was opened again, the last time. */
    reopened: text().$type<Reopened>(),
    /** Audiences it was re-opened for; null: all of the call's. */
    reopenedFor: text().array(),
    /** The part of them: kinds and places of applicants; null: all of them. */
    reopenedWithin: jsonb().$type<ReopenedWithin>(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    publishedAt: instant(),
  },
  (table) => [
    unique().on(table.bodyId, table.code),
    unique("call_once_in_set").on(table.setId, table.bodyId),
    index().on(table.state, table.closesAt),
    index().on(table.zoneId),
    // The orders of the public list, of a zone today and of feeds, and what counts are made of.
    index("call_by_end").on(table.endsAt, table.id).where(sql`${table.state} = 'published'`),
    index("call_by_start").on(table.opensAt, table.id).where(sql`${table.state} = 'published'`),
    index("call_settled_by_end")
      .on(table.endedAt, table.id)
      .where(sql`${table.state} in ('suspended','underReview','outcomePublished','revoked')`),
    index("call_archived").on(table.endedAt, table.id).where(sql`${table.state} = 'archived'`),
    index("call_of_zone_by_end")
      .on(table.zoneId, table.endsAt, table.id)
      .where(sql`${table.state} = 'published'`),
    index("call_of_zone_by_start")
      .on(table.zoneId, table.opensAt, table.id)
      .where(sql`${table.state} = 'published'`),
    index("call_by_change").on(table.updatedAt, table.id).where(sql`${table.state} <> 'draft'`),
    index("call_counted").on(
      table.state,
      table.zoneId,
      table.publishedAt,
      table.opensAt,
      table.endsAt,
      table.audiences,
      table.themes,
      table.bodyId,
      table.reopenedFor,
    ),
    check(
      "call_state",
      sql`${table.state} in ('draft','published','underReview','outcomePublished','archived','suspended','revoked')`,
    ),
    check(
      "call_regime",
      sql`${table.regime} in ('participatoryPath','codesign55','attivatori','callForProposals','openRegister')`,
    ),
    check("call_reopened", sql`${table.reopened} in ('forAll','placesLeft')`),
    check(
      "call_suspended_since",
      sql`${table.suspendedAt} is null or ${table.state} = 'suspended'`,
    ),
    check(
      "call_published_is_complete",
      sql`${table.state} = 'draft' or (${table.code} is not null and ${table.publishedAt} is not null and ${table.opensAt} is not null and ${table.formDefinitionId} is not null)`,
    ),
    check(
      "call_times",
      sql`${table.closesAt} is null or ${table.opensAt} is null or ${table.opensAt} < ${table.closesAt}`,
    ),
  ],
);

/** How a body has adjusted a regime: one row a version, never changed (a trigger refuses it). */
export const regimeAdjustment = pgTable(
  "regime_adjustment",
  {
    id: id(),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    regime: text().notNull(),
    version: integer().notNull(),
    rules: jsonb().$type<RegimeRules>().notNull(),
    /** The act or the need behind it. */
    reason: text().notNull(),
    adjustedBy: uuid().references(() => person.id),
    adjustedAt: instant().notNull(),
  },
  (table) => [
    unique().on(table.bodyId, table.regime, table.version),
    check("regime_adjustment_version", sql`${table.version} > 0`),
  ],
);

/** A published version; never changed (a trigger refuses it). */
export const callVersion = pgTable(
  "call_version",
  {
    callId: uuid()
      .notNull()
      .references(() => call.id),
    version: integer().notNull(),
    title: text().notNull(),
    content: jsonb().$type<CallContent>().notNull(),
    closesAt: instant(),
    /** What stands in columns of the call and can change by an act. */
    facts: jsonb().$type<VersionFacts>().notNull().default({}),
    formDefinitionId: uuid().notNull(),
    publishedAt: instant().notNull(),
    publishedBy: uuid().references(() => person.id),
    /** Codes of the warnings that stood when it was published. */
    warnings: text().array().notNull().default(sql`'{}'::text[]`),
    /** Why it was published although a warning blocked it. */
    overrideReason: text(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.version] })],
);

export const formDefinition = pgTable("form_definition", {
  id: id(),
  bodyId: uuid()
    .notNull()
    .references(() => body.id),
  definition: jsonb().$type<FormDefinition>().notNull(),
  /** Set when a call that uses it is published; from then on it never changes. */
  frozenAt: instant(),
  createdAt: instant().notNull(),
});

/** Attempts after the end: kept as evidence, without the content that was sent. */
export const refusedAttempt = pgTable(
  "refused_attempt",
  {
    id: id(),
    callId: uuid()
      .notNull()
      .references(() => call.id),
    applicationId: uuid(),
    /** The request of the office that was to be answered, where it was not the application itself. */
    integrationId: uuid(),
    /** The applicant; null where one was to begin at the desk. */
    personId: uuid(),
    /** Who keeps the desk, where it acted for the applicant. */
    operatorId: uuid(),
    /** Under which the desk finds the original. */
    reference: text().notNull().default(""),
    receivedAt: exactInstant().notNull(),
    reason: text().notNull(),
    /** The application of somebody else that stood in the way with the same fiscal code. */
    contestedId: uuid(),
    requestId: text().notNull(),
  },
  (table) => [
    index().on(table.callId),
    uniqueIndex("refused_attempt_one_contest")
      .on(table.contestedId, table.applicationId)
      .where(sql`${table.contestedId} is not null`),
  ],
);

/** Municipalities a call is limited to, when they are not the whole zone. */
export const callMunicipality = pgTable(
  "call_municipality",
  {
    callId: uuid()
      .notNull()
      .references(() => call.id),
    municipalityId: uuid()
      .notNull()
      .references(() => municipality.id),
  },
  (table) => [primaryKey({ columns: [table.callId, table.municipalityId] })],
);
