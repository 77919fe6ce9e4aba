import { env } from "@/lib/env";
import { runWorker } from "@/lib/jobs/run-worker";
import { log } from "../log";
import { applicationPool } from "../pool";
import { endWithParent, sayUp } from "../supervisor";

/** The worker: runs jobs until it is asked to end, and then finishes those it has begun. */
const { WORKER_CONCURRENCY, SMTP_URL } = env();
const pool = applicationPool();
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
  // The supervisor starts it again.
  log.error({ err }, "the worker ended");
  process.exit(1);
}
