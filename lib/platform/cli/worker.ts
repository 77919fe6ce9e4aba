import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { scopedDatabase } from "@/db/client";
import { makeContext } from "@/lib/context";
import { env } from "@/lib/env";
import { Liveness } from "@/lib/jobs/liveness";
import { recover } from "@/lib/jobs/recover";
import { taskList } from "@/lib/jobs/registry";
import { smtpPostman } from "@/lib/mail/postman";
import { log } from "../log";
import { applicationPool } from "../pool";
import { endWithParent } from "../supervisor";

/** How often each worker looks for what dead ones left behind. */
const RECOVER_MS = 4_000;

/** The worker: runs jobs until it is asked to end, and then finishes those it has begun. */
const { WORKER_CONCURRENCY, SMTP_URL } = env();
const pool = applicationPool();
const db = scopedDatabase(pool, "*");
const postman = SMTP_URL ? smtpPostman(SMTP_URL, WORKER_CONCURRENCY) : undefined;

const workerId = `pool-${randomUUID()}`;
