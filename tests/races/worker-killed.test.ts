import { afterEach, expect, test } from "vitest";
import { testDatabase } from "../support/database";
import { eventually, messageStates, queueReceipts } from "../support/outbox";
import { type SmtpSink, startSink } from "../support/smtp-sink";
import { startWorker, type WorkerProcess } from "../support/worker";

const database = await testDatabase();
const workers: WorkerProcess[] = [];
let server: SmtpSink | undefined;
/** Letters that a worker sends at the same time. */
const AT_ONCE = 8;

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await server?.stop();
});

function worker(): WorkerProcess {
  const started = startWorker({
    DATABASE_URL: database.appUrl,
    SMTP_URL: server?.url ?? "",
    WORKER_CONCURRENCY: String(AT_ONCE),
  });
  workers.push(started);
  return started;
}

test("700 letters, the worker killed three times on the way: none twice, none missing", async () => {
  const sink = await startSink({ answerAfter: 20 });
  server = sink;
  await queueReceipts(database.app, 700);
  for (const kill of [120, 300, 480]) {
    const victim = worker();
    // Letters that the server has and has not yet answered for are what a kill can double: each of
    // the worker's eight hands waits for an answer.
    sink.holdFrom(kill);
    await eventually("all hands wait", () => sink.arrivals.length >= kill + AT_ONCE - 1);
    await victim.kill9();
    sink.release();
  }
  const killedAt = performance.now();
  worker();
  await eventually("all settled", async () => (await messageStates(database.owner)).sent === 700);
  const seconds = (performance.now() - killedAt) / 1000;
  // The answer to the last ones is on its way while their rows already count as sent.
  await eventually("700 letters arrived", () => sink.arrivals.length >= 700, 5_000);

  const times = new Map<string, number>();
  for (const id of sink.arrivals) times.set(id, (times.get(id) ?? 0) + 1);
  expect([...times.values()].filter((count) => count > 1)).toEqual([]);
  expect(times.size).toBe(700);
  expect(seconds).toBeLessThan(60);
  const { rows } = await database.owner.query(
    "select count(*)::int as presumed from message where presumed",
  );
  expect(rows[0]?.presumed).toBe(3 * AT_ONCE);
});
