import type { Pool } from "pg";

/**
 * The clock of the requests of this process: that of the database, which all processes share. Pages
 * read it to say "open" or "closed"; a machine whose own clock is wrong must neither hide the way to
 * apply nor promise time that is gone. What is decided by law is decided in SQL all the same.
 *
 * On the global object because the server around Next and the code that Next bundles are loaded as
 * different modules of one process.
 */
const shared = globalThis as { cantieriSkew?: number };

/** How often the difference is measured again. */
const EVERY_MS = 20_000;
/** An answer that took longer says too little about the moment at which it was given. */
const SLOW_MS = 2_000;

/** Now, by the database's clock as far as it was last heard of. */
export function serverNow(): Date {
  return new Date(Date.now() + (shared.cantieriSkew ?? 0));
}

/** Asks the database for its clock and remembers the difference; a slow answer changes nothing. */
export async function setServerClock(pool: Pick<Pool, "query">): Promise<void> {
  const asked = performance.now();
  const { rows } = await pool.query<{ ms: number }>(
    "select extract(epoch from clock_timestamp())::float8 * 1000 as ms",
  );
  const took = performance.now() - asked;
  const told = rows[0]?.ms;
  if (told === undefined || took > SLOW_MS) return;
  shared.cantieriSkew = Math.round(told + took / 2 - Date.now());
}

/** Keeps the clock set as long as the process lives. A database that is away is asked again later. */
export function keepServerClock(pool: Pick<Pool, "query">, alsoDo: () => Promise<unknown>): void {
  const once = () =>
    setServerClock(pool)
      .then(alsoDo)
      .catch(() => undefined);
  void once();
  setInterval(() => void once(), EVERY_MS).unref();
}
