import { applicationPool } from "./pool";

/**
 * The clock of the database when a request arrives, in UTC with microseconds: read before anything
 * else is asked, the session included, so that a busy server makes nobody late.
 */
export async function arrivalClock(): Promise<string> {
  const { rows } = await applicationPool().query<{ at: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  const [row] = rows;
  if (!row) throw new Error("the database told no time");
  return row.at;
}
