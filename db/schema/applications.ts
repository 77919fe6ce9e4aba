import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
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
import type { Change } from "@/lib/applications/core/merge-answers";
import { exactInstant, id, instant } from "../columns";
import { call, formDefinition } from "./calls";
import { fileObject } from "./files";
import { organisation, person } from "./people";
import { issuedDocument, registerEntry } from "./register";
import { body } from "./territory";

/**
 * A candidacy of one applicant to one call, from the first draft on. `applicantKey` names the
 * applicant across people ("person:<id>", "body:<fiscal code>", "group:<id>") and is set at
 * submission; the partial unique indexes are invariant 1 of the domain.
 */
export const application = pgTable(
  "application",
  {
    id: id(),
    callId: uuid()
      .notNull()
      .references(() => call.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    /** The person who writes it. */
    personId: uuid()
      .notNull()
      .references(() => person.id),
    organisationId: uuid().references(() => organisation.id),
    /** organisation | informalGroup | citizen; null until chosen. */
    track: text(),
    state: text().notNull().default("draft"),
    applicantKey: text(),
    /** Fiscal code of a citizen who gave one, without omocodia: one person, whoever wrote it. */
    applicantCode: text(),
    applicantName: text().notNull().default(""),
    /** Code published with the outcome, such as "VAL-2026-7-0042"; given at submission. */
    code: text().unique(),
    formDefinitionId: uuid()
      .notNull()
      .references(() => formDefinition.id),
    /** The application in whose place this one is sent, or was. */
    replacesId: uuid().references((): AnyPgColumn => application.id),
    /** How it comes: "web" by the applicant, the others by the hands of the desk. */
    channel: text().notNull().default("web"),
    /** When the paper or the PEC arrived, as the desk declared it. */
    arrivedAt: exactInstant(),
    privacyAcknowledgedAt: instant(),
    privacyNoticeVersion: text(),
    /** Grows with every change of state; guards concurrent commands. */
    revision: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    submittedAt: exactInstant(),
    /** When the office set it aside, because its fiscal code is somebody else's. */
    setAsideAt: instant(),
  },
  (table) => [
    uniqueIndex("application_one_live_per_applicant")
      .on(table.callId, table.applicantKey)
      .where(sql`${table.state} not in ('draft','withdrawn')`),
    uniqueIndex("application_one_live_per_code")
      .on(table.callId, table.applicantCode)
      .where(sql`${table.state} not in ('draft','withdrawn')`),
    uniqueIndex("application_one_draft_per_track")
      .on(
        table.callId,
        table.personId,
        sql`coalesce(${table.track}, '')`,
        sql`coalesce(${table.organisationId}, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(sql`${table.state} = 'draft'`),
    uniqueIndex("application_one_draft_per_organisation")
      .on(table.callId, table.organisationId)
      .where(sql`${table.state} = 'draft'`),
    uniqueIndex("application_one_draft_in_place_of")
      .on(table.replacesId)
      .where(sql`${table.state} = 'draft'`),
    index().on(table.replacesId),
    index().on(table.personId, table.updatedAt),
    index().on(table.organisationId, table.updatedAt),
    index().on(table.callId, table.state),
    // The people of a call in the order in which they are written to.
    index().on(table.callId, table.personId),
    check(
      "application_state",
      sql`${table.state} in ('draft','submitted','integrationRequested','admissible','inadmissible','admitted','reserve','notAdmitted','offered','declined','expired','withdrawn')`,
    ),
    check(
      "application_submitted_is_complete",
      sql`${table.state} in ('draft','withdrawn') or (${table.applicantKey} is not null and ${table.code} is not null and ${table.submittedAt} is not null and ${table.track} is not null)`,
    ),
    check("application_channel", sql`${table.channel} in ('web','desk','telephone','paper','pec')`),
    check(
      "application_arrival",
      sql`(${table.arrivedAt} is not null) = (${table.channel} in ('paper','pec'))`,
    ),
    check(
      "application_track",
      sql`${table.track} is null or ${table.track} in ('organisation','informalGroup','citizen')`,
    ),
  ],
);

/** Answers of one section; the revision tells two tabs apart. */
export const applicationSection = pgTable(
  "application_section",
  {
    applicationId: uuid()
      .notNull()
      .references(() => application.id, { onDelete: "cascade" }),
    sectionId: text().notNull(),
    answers: jsonb().$type<Record<string, unknown>>().notNull(),
    revision: integer().notNull(),
    /** By field: who wrote the answer last, when and on which opening of the page. */
    changes: jsonb().$type<Record<string, Change>>().notNull().default({}),
    updatedAt: instant().notNull(),
    updatedBy: uuid()
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.sectionId] })],
);

/** One submission: the immutable snapshot and what was acknowledged for it. Append-only. */
export const submission = pgTable(
  "submission",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    number: integer().notNull(),
    /** Canonical JSON (RFC 8785): the very bytes that `digest` is the SHA-256 of. */
    snapshot: text().notNull(),
    digest: text().notNull(),
    callVersion: integer().notNull(),
    privacyNoticeVersion: text().notNull(),
    channel: text().notNull(),
    identityLevel: text().notNull(),
    idempotencyKey: text().notNull(),
    registerEntryId: uuid()
      .notNull()
      .unique()
      .references(() => registerEntry.id),
    receiptId: uuid()
      .notNull()
      .unique()
      .references(() => issuedDocument.id),
    submittedBy: uuid()
      .notNull()
      .references(() => person.id),
    receivedAt: exactInstant().notNull(),
  },
  (table) => [
    unique("submission_number").on(table.applicationId, table.number),
    unique("submission_idempotency").on(table.applicationId, table.idempotencyKey),
    check("submission_channel", sql`${table.channel} in ('web','desk','telephone','paper','pec')`),
  ],
);

/** A file of a draft, stored once by hash; nobody opens it unless it is clean. */
export const attachment = pgTable(
  "attachment",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id, { onDelete: "cascade" }),
    fieldId: text().notNull(),
    fileHash: text()
      .notNull()
      .references(() => fileObject.sha256),
    name: text().notNull(),
    state: text().notNull(),
    /** Scans that gave no result, and when the next one is due; null: at once. */
    scanAttempts: integer().notNull().default(0),
    scanAfter: instant(),
    /** Number of the submission that it was first sent with; null: it waits in an answer not sent. */
    sinceSubmission: integer().default(1),
    /** Number of the first submission that leaves it out. */
    untilSubmission: integer(),
    uploadedBy: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: instant().notNull(),
  },
  (table) => [
    index().on(table.applicationId),
    index().on(table.fileHash),
    index("attachment_blocked")
      .on(table.applicationId)
      .where(sql`${table.state} in ('infected','refused')`),
    index("attachment_scanning").on(table.createdAt).where(sql`${table.state} = 'scanning'`),
    check(
      "attachment_state",
      sql`${table.state} in ('scanning','clean','notScanned','infected','refused')`,
    ),
  ],
);

/**
 * A reminder that a draft is not sent yet: one for each distance from each end, also if the end is
 * moved. Written with its letter, so that none goes twice.
 */
export const draftReminder = pgTable(
  "draft_reminder",
  {
    applicationId: uuid()
      .notNull()
      .references(() => application.id, { onDelete: "cascade" }),
    hours: integer().notNull(),
    endsAt: instant().notNull(),
    remindedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.hours, table.endsAt] }),
    check("draft_reminder_hours", sql`${table.hours} in (72, 24)`),
  ],
);
