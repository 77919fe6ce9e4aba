import { cpSync } from "node:fs";
import { join } from "node:path";
import {
  copyOf,
  type DatabaseAddress,
  demonstrationFiles,
  demonstrationTemplate,
  openPool,
  type TestServer,
  templateOnce,
} from "./databases";
import { eventually } from "./outbox";
import { startSite } from "./site";

const SETTLED = "template_settled";

/** A database, and the folder of the files that its rows tell of. */
export interface Settled {
  readonly address: DatabaseAddress;
  readonly filesFrom: string;
}

/**
 * A copy of the demonstration after a worker has sent its letters and drawn its documents. That is
 * done once in a run, because each site would do the same anew before the first letter of its test.
 */
export async function settledDemonstration(server: TestServer): Promise<Settled> {
  const filesFrom = join(server.folder, "settled-files");
  const template = await templateOnce(
    server,
    SETTLED,
    await demonstrationTemplate(server),
    (making) => settle(server, making, filesFrom),
  );
  return { address: await copyOf(server, template), filesFrom };
}

async function settle(server: TestServer, making: DatabaseAddress, files: string): Promise<void> {
  const filesFrom = demonstrationFiles(server);
  const site = await startSite(server, making, { without: ["web"], filesFrom });
  const pool = openPool(making.ownerUrl);
  try {
    const left = async (condition: string) => {
      const sql = `select task_identifier from graphile_worker.jobs where ${condition}`;
      return (await pool.query<{ task_identifier: string }>(sql)).rows;
    };
    await eventually(
      "the worker did all that was due",
      async () => (await left("run_at <= now()")).length === 0,
      120_000,
    );
    const failed = await left("last_error is not null");
    if (failed.length > 0) throw new Error(`${JSON.stringify(failed)} failed:\n${site.log()}`);
    await site.stop("worker");
    cpSync(site.files, files, { recursive: true });
  } finally {
    await pool.end();
    await site.end();
  }
}
