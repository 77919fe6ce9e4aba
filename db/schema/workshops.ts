import { sql } from "drizzle-orm";
import {
  check,
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
import { application } from "./applications";
import { call } from "./calls";
import { person } from "./people";
import { body, process, zone } from "./territory";

/** A cycle of meetings for a cohort; how many meetings and the threshold are data. */
export const workshopSeries = pgTable(
  "workshop_series",
  {
    id: id(),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    zoneId: uuid().references(() => zone.id),
    processId: uuid().references(() => process.id),
    title: text().notNull(),
    /** Meetings one must have attended to get the certificate. */
    threshold: integer().notNull(),
    seatsPerOrganisation: integer().notNull().default(2),
    createdAt: instant().notNull(),
  },
  (table) => [
    index().on(table.bodyId),
    check("workshop_series_threshold", sql`${table.threshold} > 0`),
  ],
);

/** The calls whose admitted applicants make the cohort. */
export const seriesCall = pgTable(
  "series_call",
  {
    seriesId: uuid()
      .notNull()
      .references(() => workshopSeries.id),
    callId: uuid()
      .notNull()
      .references(() => call.id),
  },
  (table) => [primaryKey({ columns: [table.seriesId, table.callId] })],
);

export const meeting = pgTable(
  "meeting",
  {
    id: id(),
    seriesId: uuid()
      .notNull()
      .references(() => workshopSeries.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    number: integer().notNull(),
    title: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    mode: text().notNull(),
    place: text().notNull().default(""),
    address: text().notNull().default(""),
    link: text().notNull().default(""),
    capacity: integer().notNull(),
    state: text().notNull().default("planned"),
    /** SEQUENCE of the calendar entry; grows with each change of room, time or mode. */
    sequence: integer().notNull().default(0),
    calendarUid: text().notNull().unique(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    unique().on(table.seriesId, table.number),
    index().on(table.bodyId, table.startsAt),
    check("meeting_state", sql`${table.state} in ('planned','convened','held','cancelled')`),
    check("meeting_mode", sql`${table.mode} in ('onsite','online','hybrid')`),
    check("meeting_times", sql`${table.startsAt} < ${table.endsAt}`),
    check("meeting_capacity", sql`${table.capacity} > 0`),
  ],
);

/** A person of the cohort: an Attivatore, or a delegate of an admitted organisation. */
export const participant = pgTable(
  "participant",
  {
    id: id(),
    seriesId: uuid()
      .notNull()
      .references(() => workshopSeries.id),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    personId: uuid().references(() => person.id),
    name: text().notNull(),
    email: text().notNull(),
    organisationName: text().notNull().default(""),
    /** SHA-256 of the token in the person's link: it answers convocations without a password. */
    tokenHash: text().notNull().unique(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index().on(table.applicationId),
    uniqueIndex("participant_once").on(table.seriesId, table.applicationId, table.email),
    index().on(table.personId),
  ],
);

/**
 * A participant's convocation to a meeting, its answer and its seat. `queuePosition` orders the
 * waiting list; the number of seats offered or accepted never exceeds the meeting's capacity.
 */
export const convocation = pgTable(
  "convocation",
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    participantId: uuid()
      .notNull()
      .references(() => participant.id),
    /** none | present | absent | delegate */
    answer: text().notNull().default("none"),
    delegateName: text(),
    delegateEmail: text(),
    /** null until a seat is asked for. */
    seat: text(),
    queuePosition: integer(),
    offerExpiresAt: instant(),
    answeredAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    unique().on(table.meetingId, table.participantId),
    uniqueIndex("convocation_queue")
      .on(table.meetingId, table.queuePosition)
      .where(sql`${table.queuePosition} is not null`),
    index().on(table.meetingId, table.seat),
    check("convocation_answer", sql`${table.answer} in ('none','present','absent','delegate')`),
    check(
      "convocation_seat",
      sql`${table.seat} is null or ${table.seat} in ('offered','accepted','declined','expired','waiting')`,
    ),
    check(
      "convocation_waiting_has_position",
      sql`(${table.seat} is not distinct from 'waiting') <= (${table.queuePosition} is not null)`,
    ),
  ],
);

export const attendance = pgTable(
  "attendance",
  {
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    participantId: uuid()
      .notNull()
      .references(() => participant.id),
    /** present | delegate | absent */
    state: text().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => person.id),
    recordedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.participantId] }),
    check("attendance_state", sql`${table.state} in ('present','delegate','absent')`),
  ],
);
