import { afterEach, expect, test } from "vitest";
import { type RunningWorker, runWorker } from "@/lib/jobs/run-worker";
import { smtpPostman } from "@/lib/mail/postman";
import { sendMessage } from "@/lib/mail/send-message";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { eventually, messageStates, queueReceipts } from "../../support/outbox";
import { type SmtpSink, startSink } from "../../support/smtp-sink";

const database = await testDatabase();
const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
  await database.owner.query(
    "truncate message, worker_heartbeat; delete from graphile_worker._private_jobs",
  );
});

async function worker(smtpUrl: string | undefined): Promise<RunningWorker> {
  const started = await runWorker(database.app, { concurrency: 4, smtpUrl });
  running.push(started);
  return started;
}

async function sink(...options: Parameters<typeof startSink>): Promise<SmtpSink> {
  const started = await startSink(...options);
  running.push(started);
  return started;
}

const allSent = (count: number) => async () => (await messageStates(database.owner)).sent === count;

test("each letter is sent once by parallel workers, with the headers of an automatic mail", async () => {
  const server = await sink();
  await queueReceipts(database.app, 60);
  await Promise.all([worker(server.url), worker(server.url)]);
  await eventually("60 letters sent", allSent(60));
  expect(server.arrivals).toHaveLength(60);
  expect(new Set(server.arrivals).size).toBe(60);
  const [letter] = await server.letters();
  expect(letter?.headers).toContainEqual(
    expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
  );
  expect(letter?.text).toContain("0000147/2026");
  expect(letter?.html).toContain("0000147/2026");
  const { rows } = await database.owner.query(
    "select count(*)::int from message where handed_at is null or presumed or attempts <> 1",
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test("the same job many times at once sends one letter", async () => {
  const server = await sink();
  await queueReceipts(database.app, 1);
  const { rows } = await database.owner.query<{ id: string }>("select id from message");
  const postman = smtpPostman(server.url, 4);
  const workers = ["pool-a", "pool-b"].map((workerId) => ({
    workerId,
    hold: async () => () => true,
  }));
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      sendMessage(
        { messageId: rows[0]?.id ?? "" },
        { ctx: testContext(database.app), postman, worker: workers[at % 2] ?? fail() },
      ),
    ),
  );
  postman.close();
  expect(server.arrivals).toHaveLength(1);
  expect(await messageStates(database.owner)).toEqual({ sent: 1 });
});

test("a mail server that is down only delays: afterwards everything arrives once", async () => {
  const probe = await startSink();
  await probe.stop();
  await queueReceipts(database.app, 40);
  await worker(probe.url);
  await eventually("all tried", async () => {
    const { rows } = await database.owner.query(
      "select count(*)::int from message where attempts > 0 and last_error is not null",
    );
    return rows[0]?.count === 40;
  });
  const server = await sink({ port: probe.port });
  await eventually("40 letters sent", allSent(40));
  expect(server.arrivals).toHaveLength(40);
  expect(new Set(server.arrivals).size).toBe(40);
});

test("a refusal for good fails the letter; a refusal for now does not", async () => {
  let busy = true;
  const server = await sink({
    refuse: (recipient) => {
      if (recipient.startsWith("persona1@")) return { code: 550, text: "no such mailbox" };
      return busy && recipient.startsWith("persona2@") ? { code: 451, text: "later" } : undefined;
    },
  });
  await queueReceipts(database.app, 3);
  await worker(server.url);
  await eventually("one sent, one failed", async () => {
    const states = await messageStates(database.owner);
    return states.sent === 1 && states.failed === 1;
  });
  busy = false;
  await eventually("the busy one was sent", allSent(2));
  const { rows } = await database.owner.query(
    "select recipient, last_error from message where state = 'failed'",
  );
  expect(rows).toEqual([{ recipient: "persona1@example.it", last_error: "EENVELOPE 550" }]);
});

test("a worker that was paused too long breaks its letter off before the end", async () => {
  const server = await sink();
  await queueReceipts(database.app, 1);
  const { rows } = await database.owner.query<{ id: string }>("select id from message");
  const postman = smtpPostman(server.url, 1);
  const worker = { workerId: "pool-paused", hold: async () => () => false };
  const ctx = testContext(database.app, { now: new Date() });
  await sendMessage({ messageId: rows[0]?.id ?? "" }, { ctx, postman, worker });
  postman.close();
  expect(server.arrivals).toEqual([]);
  expect(await messageStates(database.owner)).toEqual({ queued: 1 });
});

function fail(): never {
  throw new Error("unreachable");
}
