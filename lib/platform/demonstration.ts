import type { Pool } from "pg";
import { createPool } from "@/db/client";
import { demonstrationAccounts } from "@/db/seed/accounts";
import { type DemonstrationStage, demonstrationMarks } from "@/db/seed/marks";
import type { LocalDate } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { applicationUrl } from "./roles";

/**
 * Loads the demonstration data into a database, as the application's role, once: all of it, or
 * only what anybody can look at, so that the rest can follow. True when it loaded something.
 */
export async function loadDemonstration(
  appUrl: string,
  until: DemonstrationStage = "whole",
): Promise<boolean> {
  const pool = createPool(applicationUrl(appUrl), { max: 1 });
  try {
    const { known, today } = await whatIsLoaded(pool);
    if (known.has(demonstrationMarks.whole) || known.has(demonstrationMarks[until])) return false;
    // Loaded late: it knows all domains, and a start that finds its data needs none of them.
    const { seedDemonstration } = await import("@/db/seed/run");
    return await seedDemonstration(pool, today, until);
  } finally {
    await pool.end();
  }
}

/** The marks that are set, and the day in Rome that the demonstration is made for. */
async function whatIsLoaded(pool: Pool): Promise<{ known: Set<string>; today: LocalDate }> {
  const { rows } = await pool.query<{ now: Date; key: string | null; today: LocalDate | null }>(
    `select now(), key, value->>'today' as today
     from (values (1)) as one left join platform_mark on key = any($1)`,
    [Object.values(demonstrationMarks)],
  );
  const [row] = rows;
  if (!row) throw new Error("The database does not say what time it is");
  return {
    known: new Set(rows.map(({ key }) => key ?? "")),
    today: row.today ?? romeDate(row.now),
  };
}

/** The accounts of the demonstration, one line each, to be shown where it is started. */
export function accountLines(): string[] {
  const width = Math.max(...demonstrationAccounts.map(({ who }) => who.length));
  return [
    "Demonstration accounts:",
    ...demonstrationAccounts.map(
      ({ who, email, how }) => `  ${who.padEnd(width)}  ${email}  ${how}`,
    ),
    "",
  ];
}
