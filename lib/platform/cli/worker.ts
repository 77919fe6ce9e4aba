import { env } from "@/lib/env";
import { runWorker } from "@/lib/jobs/run-worker";
import { lettersSettled } from "@/lib/mail/send-message";
import { log } from "../log";
import { applicationPool, untilReachable } from "../pool";
import { endWithParent, sayUp } from "../supervisor";

/** Milliseconds. A database that restarts is back by then; what is in hand is kept no longer. */
const SETTLE_MS = 30_000;

/** The worker: runs jobs until it is asked to end, and then finishes those it has begun. */
const { WORKER_CONCURRENCY, SMTP_URL } = env();
const pool = applicationPool("jobs");
// The queue gives up where the database breaks off under it. The supervisor starts the program
// again, and there is no end of trying while the database is away.
process.on("unhandledRejection", (err) => void endWith(err));
await untilReachable(pool);
const worker = await runWorker(pool, { concurrency: WORKER_CONCURRENCY, smtpUrl: SMTP_URL });
endWithParent(async () => {
  await worker.stop();
  await pool.end();
  log.info("worker has stopped");
});
log.info({ concurrency: WORKER_CONCURRENCY }, "worker is running");
sayUp();

try {
  await worker.ended;
} catch (err) {
  await endWith(err);
}

/** The supervisor starts it again. */
async function endWith(err: unknown): Promise<void> {
  log.error({ err }, "the worker ended");
  await lettersSettled(SETTLE_MS);
  process.exit(1);
}
