import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { isDraining } from "./lifecycle";

export type Readiness =
  | { ready: true }
  | { ready: false; reason: "stopping" | "database_unreachable" | "migrations_missing" };

/**
 * Whether this process should get requests: it is not stopping, the database answers and has
 * every migration that this version of the code was written for.
 */
export async function readiness(pool: Pick<Pool, "query">): Promise<Readiness> {
  if (isDraining()) return { ready: false, reason: "stopping" };
  try {
    const applied = await Promise.race([newestApplied(pool), late()]);
    return applied >= newestMigration()
      ? { ready: true }
      : { ready: false, reason: "migrations_missing" };
  } catch (error) {
    const missing = (error as { code?: string }).code === "42P01";
    return { ready: false, reason: missing ? "migrations_missing" : "database_unreachable" };
  }
}

async function newestApplied(pool: Pick<Pool, "query">): Promise<number> {
  const { rows } = await pool.query<{ latest: string }>(
    "select coalesce(max(created_at), 0)::text as latest from drizzle.__drizzle_migrations",
  );
  return Number(rows[0]?.latest ?? 0);
}

/** Whoever balances the load asks every few seconds and wants to know soon. */
const PATIENCE_MS = 3_000;

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the database did not answer")), PATIENCE_MS).unref();
  });
}

let newest: number | undefined;

/** When the newest migration in the source was made, in milliseconds: drizzle orders by it. */
function newestMigration(): number {
  if (newest === undefined) {
    const file = join(process.cwd(), "db", "migrations", "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { when: number }[] };
    newest = Math.max(0, ...journal.entries.map(({ when }) => when));
  }
  return newest;
}
