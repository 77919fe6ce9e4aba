import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { person } from "./people";
import { body } from "./territory";

/**
 * The register of outages. A row is only ever closed (its end) or withdrawn (with the reason): a
 * trigger refuses everything else.
 */
export const outage = pgTable(
  "outage",
  {
    id: id(),
    /** Who wrote it down; null: the system noticed it by itself, and every body sees it. */
    bodyId: uuid().references(() => body.id),
    /** platform | identity | mail | network | other */
    kind: text().notNull(),
    startedAt: instant().notNull(),
    /** Null while it lasts. */
    endedAt: instant(),
    note: text().notNull(),
    recordedBy: uuid().references(() => person.id),
    recordedAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnReason: text(),
  },
  (table) => [
    index().on(table.startedAt),
    check("outage_kind", sql`${table.kind} in ('platform','identity','mail','network','other')`),
    check("outage_times", sql`${table.endedAt} is null or ${table.startedAt} < ${table.endedAt}`),
    check(
      "outage_withdrawn",
      sql`(${table.withdrawnAt} is null) = (${table.withdrawnReason} is null)`,
    ),
  ],
);
