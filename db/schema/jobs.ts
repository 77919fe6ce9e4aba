import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/**
 * Worker processes that are alive: each writes its row every few seconds. One that stays silent is
 * taken for dead, and what it held goes to the others.
 */
export const workerHeartbeat = pgTable("worker_heartbeat", {
  workerId: text().primaryKey(),
  startedAt: instant().notNull(),
  beatAt: instant().notNull(),
});
