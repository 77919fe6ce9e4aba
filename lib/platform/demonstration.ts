import { createPool } from "@/db/client";
import { demonstrationAccounts } from "@/db/seed/accounts";
import { seedDemonstration } from "@/db/seed/run";
import { romeDate } from "@/lib/kernel/rome-time";
import { applicationUrl } from "./roles";

/** Loads the demonstration data into a database, as the application's role, once. True when it did. */
export async function loadDemonstration(appUrl: string): Promise<boolean> {
  const pool = createPool(applicationUrl(appUrl));
  try {
    const { rows } = await pool.query<{ now: Date }>("select now()");
    const [row] = rows;
    if (!row) throw new Error("The database does not say what time it is");
    return await seedDemonstration(pool, romeDate(row.now));
  } finally {
    await pool.end();
  }
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
