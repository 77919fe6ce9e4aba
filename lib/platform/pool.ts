import type { Pool } from "pg";
import { createPool } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "./log";
import { applicationUrl } from "./roles";

/** On the global object, because development loads this module again after each change. */
const kept = globalThis as { cantieriPool?: Pool };

/** The connections of this process to the database, as the application's role. */
export function applicationPool(): Pool {
  kept.cantieriPool ??= createPool(applicationUrl(databaseUrl()), {
    max: env().DATABASE_POOL_MAX,
    onError: (err) => log.warn({ err }, "database connection lost"),
  });
  return kept.cantieriPool;
}

function databaseUrl(): string {
  const { DATABASE_URL } = env();
  if (DATABASE_URL) return DATABASE_URL;
  throw new Error('DATABASE_URL is not set: start Cantieri with "npm start", or set it.');
}
