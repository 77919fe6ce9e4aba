import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a UUID of version 7 made by the caller (`ctx.newId()`), so that rows sort by creation. */
export const id = () => uuid().primaryKey();

/** An instant with the microseconds of the database clock; read as an ISO text in UTC. */
export const instant = () => timestamp({ withTimezone: true, precision: 6, mode: "date" });

/** An instant that must keep its microseconds in JavaScript too (legal times): a text. */
export const exactInstant = () => timestamp({ withTimezone: true, precision: 6, mode: "string" });
