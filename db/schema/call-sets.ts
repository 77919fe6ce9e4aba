import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { person } from "./people";
import { body } from "./territory";

/**
 * Copies of one call, made together for several bodies: the calls that name it. Its id is the key of
 * the form that asked for it, so that asking twice makes one set. Never changed (a trigger refuses it).
 */
export const callSet = pgTable(
  "call_set",
  {
    id: id(),
    /** Of whoever made it: the body of the call that was copied. */
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    /** The call that was copied; the migration ties it, because calls name their set. */
    sourceId: uuid().notNull(),
    /** Its title then: a call that is changed afterwards does not rename its copies. */
    title: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: instant().notNull(),
  },
  (table) => [index().on(table.bodyId), index().on(table.sourceId)],
);
