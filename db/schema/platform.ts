import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/** Marks such as "demonstration data loaded" and settings an administrator may change. */
export const platformMark = pgTable("platform_mark", {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  setAt: instant().notNull(),
});
