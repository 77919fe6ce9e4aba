import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id } from "../columns";

export const healthAuthority = pgTable("health_authority", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
});

/** Zones get merged and split: a zone is valid from a day to a day (exclusive). */
export const zone = pgTable("zone", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  healthAuthorityId: uuid()
    .notNull()
    .references(() => healthAuthority.id),
  /** verified | derived | unverified: how the list of municipalities is known. */
  listStatus: text().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
});

export const municipality = pgTable("municipality", {
  id: id(),
  istatCode: text().notNull().unique(),
  cadastralCode: text().notNull().unique(),
  name: text().notNull(),
  province: text().notNull(),
});

export const zoneMunicipality = pgTable(
  "zone_municipality",
  {
    zoneId: uuid()
      .notNull()
      .references(() => zone.id),
    municipalityId: uuid()
      .notNull()
      .references(() => municipality.id),
    validFrom: date().notNull(),
    /** Since when it is no longer of the zone, although the zone went on. */
    validTo: date(),
    /** The end of the zone itself, to which it belonged until then. */
    zoneEndedOn: date(),
  },
  // The migration adds that no municipality is in two zones on the same day.
  (table) => [
    primaryKey({ columns: [table.zoneId, table.municipalityId, table.validFrom] }),
    check(
      "zone_municipality_days",
      sql`coalesce(${table.validTo}, ${table.zoneEndedOn}) > ${table.validFrom}`,
    ),
  ],
);

/** Which zone came after which: a merge has several before, a split several after. Never changed. */
export const zoneSuccession = pgTable(
  "zone_succession",
  {
    predecessorId: uuid()
      .notNull()
      .references(() => zone.id),
    successorId: uuid()
      .notNull()
      .references(() => zone.id),
    /** The first day of the successor. */
    since: date().notNull(),
    /** The act or the law behind it. */
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.predecessorId, table.successorId] }),
    index().on(table.successorId),
    check("zone_succession_not_itself", sql`${table.predecessorId} <> ${table.successorId}`),
  ],
);

/** Who issues calls. `kind`: sds, aslZone, committee, council, region, globalHealthCentre. */
export const body = pgTable(
  "body",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: text().notNull(),
    zoneId: uuid().references(() => zone.id),
    /** Short code of the body in application codes, such as "VAL". */
    code: text().notNull().unique(),
    ipaCode: text(),
    officeName: text().notNull(),
    pec: text(),
    email: text(),
    phone: text(),
    helpHours: text(),
    address: text(),
    theme: text(),
  },
  (table) => [
    check(
      "body_kind",
      sql`${table.kind} in ('sds','aslZone','committee','council','region','globalHealthCentre')`,
    ),
  ],
);

export const edition = pgTable("edition", {
  id: id(),
  number: integer().notNull().unique(),
  yearFrom: integer().notNull(),
  yearTo: integer(),
  zones: integer(),
  people: integer(),
  solutions: integer(),
  note: text(),
});

export const phase = pgTable(
  "phase",
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => edition.id),
    number: integer().notNull(),
    title: text().notNull(),
    steps: text().array().notNull(),
  },
  (table) => [unique().on(table.editionId, table.number)],
);

/** A zone's path inside an edition, with the phase it has reached. */
export const process = pgTable(
  "process",
  {
    id: id(),
    zoneId: uuid()
      .notNull()
      .references(() => zone.id),
    editionId: uuid()
      .notNull()
      .references(() => edition.id),
    title: text().notNull(),
    currentPhase: integer().notNull(),
  },
  (table) => [
    unique().on(table.zoneId, table.editionId),
    check("process_phase", sql`${table.currentPhase} between 1 and 6`),
  ],
);

/** What came out of a zone's path, as the public pages tell it. */
export const solution = pgTable(
  "solution",
  {
    id: id(),
    slug: text().notNull().unique(),
    zoneId: uuid()
      .notNull()
      .references(() => zone.id),
    editionId: uuid()
      .notNull()
      .references(() => edition.id),
    name: text().notNull(),
    summary: text().notNull(),
    presentedOn: date(),
  },
  (table) => [index().on(table.zoneId)],
);
