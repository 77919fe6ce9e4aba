import { afterAll, expect, test } from "vitest";
import { eventually, messageStates, queueReceipts } from "../support/outbox";
import { ownServer } from "../support/own-postgres";
import { startSink } from "../support/smtp-sink";
import { startWorker, type WorkerProcess } from "../support/worker";

/** What the worker does at the same time: each hand holds a letter when the database goes. */
const HANDS = 8;
/** The queue notices, and gives up, before the mail server answers. */
const AWAY_MS = 1_000;

const sink = await startSink();
const server = await ownServer();
const { database } = server;
const workers: WorkerProcess[] = [];
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await sink.stop();
});

function worker(): WorkerProcess {
  const started = startWorker({
    DATABASE_URL: database.appUrl,
    SMTP_URL: sink.url,
    WORKER_CONCURRENCY: String(HANDS),
  });
  workers.push(started);
  return started;
}

test("the database crashes between a letter and its mark: the worker that knows it went says so before it ends", async () => {
  // A job that cannot be written off when the database goes is what the queue gives up for.
  await slow("delete on graphile_worker._private_jobs", "true");
  await queueReceipts(database.app, 1, "first");
  const first = worker();
  await eventually("one letter is sent, and its job is not yet written off", allSent(1));
  await slow("update on message", "new.handed_at is not null and new.state = 'sending'");
  sink.holdFrom(2);
  await queueReceipts(database.app, HANDS - 1, "then");
  await eventually("the mail server has them all", () => sink.arrivals.length === HANDS);
  await server.end("immediate");
  await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
  sink.release();
  await server.start();
  const { rows } = await database.owner.query(
    "select count(*)::int as lost from message where state = 'sending' and handed_at is null",
  );
  expect(rows[0]?.lost, "no mark outlived the crash").toBe(HANDS - 1);
  await database.owner.query("drop function slow() cascade");

  await first.ended;
  worker();
  await eventually("all are settled", allSent(HANDS));
  expect(sink.arrivals.toSorted()).toEqual([...new Set(sink.arrivals)].sort());
}, 90_000);

const allSent = (count: number) => async () => (await messageStates(database.owner)).sent === count;

/** Holds back what matches, so that the crash comes before it. */
async function slow(event: string, when: string): Promise<void> {
  await database.owner.query(`
    create or replace function slow() returns trigger language plpgsql as $$
      begin perform pg_sleep(30); return coalesce(new, old); end $$;
    create trigger slow before ${event} for each row when (${when}) execute function slow()`);
}
