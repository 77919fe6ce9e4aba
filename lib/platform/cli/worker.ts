import { Logger, parseCrontab, run } from "graphile-worker";
import { env } from "@/lib/env";
import { crontab, taskList } from "@/lib/jobs/registry";
import { log } from "../log";
import { applicationPool } from "../pool";
import { endWithParent } from "../supervisor";

/** The worker: runs jobs until it is asked to end, and then finishes those it has begun. */
const pool = applicationPool();

const runner = await run({
  pgPool: pool,
  concurrency: env().WORKER_CONCURRENCY,
  taskList,
  parsedCronItems: parseCrontab(crontab),
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    const write = level === "warning" ? log.warn : log[level];
    write.call(log, { from: "jobs" }, message);
  }),
});
log.info({ tasks: Object.keys(taskList).length }, "worker is running");

endWithParent(async () => {
  await runner.stop();
  await pool.end();
  log.info("worker has stopped");
});

await runner.promise;
