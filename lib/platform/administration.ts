import { join, resolve } from "node:path";
import { createPool, scopedDatabase } from "@/db/client";
import { type Ctx, makeContext } from "@/lib/context";
import { env } from "@/lib/env";
import { openDatabase, type RunningDatabase } from "./database";
import { holdFolder } from "./folder-lock";
import { migrate } from "./migrate";
import { adoptGeneratedSecrets } from "./secrets";

/**
 * Runs a task of the administrator on the command line: opens the database (the embedded one, if
 * no other is set, which must not be running), migrates, and prints what the task returns. An
 * error is printed and ends the process with 1.
 */
export async function administrate(
  program: string,
  work: (ctx: Ctx) => Promise<string>,
): Promise<void> {
  const dataFolder = resolve(process.cwd(), env().DATA_DIR);
  const embedded = !env().DATABASE_URL;
  let release: (() => void) | undefined;
  let database: RunningDatabase | undefined;
  try {
    if (embedded) release = holdFolder(dataFolder, join(dataFolder, "lock"));
    adoptGeneratedSecrets(dataFolder);
    database = await openDatabase(dataFolder, () => undefined);
    await migrate(database.ownerUrl);
    process.stdout.write(`${await withContext(database.appUrl, program, work)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await database?.stop();
    release?.();
  }
}

async function withContext(
  url: string,
  program: string,
  work: (ctx: Ctx) => Promise<string>,
): Promise<string> {
  const pool = createPool(url, { max: 2 });
  try {
    const db = scopedDatabase(pool, "*");
    const actor = { kind: "system", job: program } as const;
    return await work(makeContext({ db, actor, now: new Date(), requestId: program }));
  } finally {
    await pool.end();
  }
}
