import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { smtpPostman } from "@/lib/mail/postman";
import { closeThreads } from "@/lib/pdf/pool";
import { log } from "@/lib/platform/log";
import { jobContext } from "./job-context";
import { Liveness } from "./liveness";
import { recover } from "./recover";
import { crontab, taskList } from "./registry";

/** How often each worker looks for what dead ones left behind. */
const RECOVER_MS = 4_000;

/** What the queue says of each job it has done is of no interest. */
const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;

export type WorkerOptions = { concurrency: number; smtpUrl: string | undefined };

export type RunningWorker = {
  /** Finishes the jobs that have begun, then lets go of everything but the pool. */
  stop(): Promise<void>;
  /** Settles when it ends by itself, because the queue cannot be served any more. */
  ended: Promise<void>;
};

/** Serves the queue with the handlers of the registry until it is stopped. */
export async function runWorker(pool: Pool, options: WorkerOptions): Promise<RunningWorker> {
  const db = scopedDatabase(pool, "*");
  const postman = options.smtpUrl ? smtpPostman(options.smtpUrl, options.concurrency) : undefined;
  const liveness = new Liveness(db);
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => liveness.become(workerPool.id));
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency,
    taskList: taskList(db, {
      postman,
      worker: liveness,
    }),
    crontab,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message) => {
      log[LEVELS[level]]({ from: "jobs" }, message);
    }),
  });
  const recovery = setInterval(() => void recoverAndTell(), RECOVER_MS);
  let recovering = false;
  async function recoverAndTell(): Promise<void> {
    if (recovering) return;
    recovering = true;
    try {
      const found = await recover(jobContext(db, "recover"));
      if (found.workers > 0) log.warn(found, "took up what dead workers left");
    } catch (err) {
      log.warn({ err }, "could not look for what dead workers left");
    } finally {
      recovering = false;
    }
  }
  return {
    ended: runner.promise,
    async stop() {
      clearInterval(recovery);
      await stopped(runner);
      postman?.close();
      await closeThreads();
      await liveness.stop();
    },
  };
}

/** A runner that ended by itself says so when it is stopped: that is no reason to stay. */
async function stopped(runner: Runner): Promise<void> {
  try {
    await runner.stop();
  } catch (err) {
    log.warn({ err }, "the queue had stopped");
  }
}
