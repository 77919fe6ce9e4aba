import type { Pool } from "pg";
import { createPool } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "./log";
import { isOutage } from "./outage";
import { applicationUrl } from "./roles";

/** On the global object, because development loads this module again after each change. */
const kept = globalThis as { cantieriPool?: Pool };

/** Nobody waits for a job as one waits for a page. */
const PATIENCE_OF_JOBS = 4;

/** The connections of this process to the database, as the application's role. */
export function applicationPool(use: "requests" | "jobs" = "requests"): Pool {
  kept.cantieriPool ??= createPool(applicationUrl(databaseUrl()), {
    max: env().DATABASE_POOL_MAX,
    patienceMs: env().DATABASE_TIMEOUT_MS * (use === "jobs" ? PATIENCE_OF_JOBS : 1),
    onError: (err) => log.warn({ err }, "database connection lost"),
  });
  return kept.cantieriPool;
}

/** Waits until the database answers; what is wrong for another reason than an outage is thrown. */
export async function untilReachable(pool: Pool): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await pool.query("select 1");
      return;
    } catch (err) {
      if (!isOutage(err)) throw err;
      if (tries % 10 === 0) log.warn({ err }, "waiting for the database");
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function databaseUrl(): string {
  const { DATABASE_URL } = env();
  if (DATABASE_URL) return DATABASE_URL;
  throw new Error(
    "DATABASE_URL is not set. A web process or a worker by itself needs the address of a database; " +
      '"npm start" and "npm run dev" bring their own.',
  );
}
