import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ActGiven } from "@/lib/calls/core/act-kinds";
import type { CallDocument } from "@/lib/calls/core/content";
import { exactInstant, id, instant } from "../columns";
import { call, formDefinition } from "./calls";
import { person } from "./people";

/**
 * Rectification, extension, re-opening, suspension and its end, revocation: append-only. What it
 * changed stands in `before` and `after`, by field, as texts; instants in ISO.
 */
export const callAct = pgTable(
  "call_act",
  {
    id: id(),
    callId: uuid()
      .notNull()
      .references(() => call.id),
    kind: text().notNull(),
    number: text().notNull(),
    actDate: date().notNull(),
    reason: text().notNull(),
    before: jsonb().$type<Record<string, string>>().notNull(),
    after: jsonb().$type<Record<string, string>>().notNull(),
    /** The version of the call that it made; the one before is the number before. */
    version: integer().notNull(),
    publishedAt: exactInstant().notNull(),
    publishedBy: uuid().references(() => person.id),
  },
  (table) => [
    unique("call_act_version").on(table.callId, table.version),
    check(
      "call_act_kind",
      sql`${table.kind} in ('rectification','extension','reopening','suspension','resumption','revocation')`,
    ),
  ],
);

/** An act that staff are writing; one for each call, so that two people meet in it. */
export const preparedAct = pgTable("prepared_act", {
  callId: uuid()
    .primaryKey()
    .references(() => call.id),
  kind: text().notNull(),
  given: jsonb().$type<ActGiven>().notNull(),
  /** Revision of the call that it was written on: another act in between makes it stale. */
  callRevision: integer().notNull(),
  revision: integer().notNull().default(1),
  updatedAt: instant().notNull(),
  updatedBy: uuid()
    .notNull()
    .references(() => person.id),
});

/** The copy of a frozen form that a rectification is changing; one for each call. */
export const preparedForm = pgTable("prepared_form", {
  callId: uuid()
    .primaryKey()
    .references(() => call.id),
  formDefinitionId: uuid()
    .notNull()
    .references(() => formDefinition.id),
  createdAt: instant().notNull(),
  createdBy: uuid()
    .notNull()
    .references(() => person.id),
});

/** How far the messages about an act have been written; the worker moves it on batch by batch. */
export const actAnnouncement = pgTable("act_announcement", {
  actId: uuid()
    .primaryKey()
    .references(() => callAct.id),
  /** How many people are told; null until they are counted. */
  total: integer(),
  written: integer().notNull().default(0),
  /** Which audience comes next, and after whom in it. */
  audience: integer().notNull().default(0),
  after: text(),
  finishedAt: instant(),
});

/** The documents of a published call as a rectification would leave them; one for each call. */
export const preparedDocuments = pgTable("prepared_documents", {
  callId: uuid()
    .primaryKey()
    .references(() => call.id),
  documents: jsonb().$type<CallDocument[]>().notNull(),
  updatedAt: instant().notNull(),
  updatedBy: uuid()
    .notNull()
    .references(() => person.id),
});
