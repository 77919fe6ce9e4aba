import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../support/database";
import { eventually } from "../support/outbox";
import { prepareDrafts } from "../support/prepared-drafts";
import { testSite } from "../support/server";
import { startSink } from "../support/smtp-sink";
import {
  everythingDelivered,
  expectNothingHalfWritten,
  expectOneLetterEach,
  expectReceiptFiles,
  expectUnbrokenChains,
} from "../support/submission-traces";
import { httpSender, inParallel, isAcknowledged } from "../support/submit-over-http";

const DRAFTS = 500;
const AT_ONCE = 16;
/** Letters that the worker sends at the same time. */
const HANDS = 4;

const sink = await startSink();
afterAll(() => sink.stop());
const database = await testDatabase();
const site = await testSite({
  database,
  env: { SMTP_URL: sink.url, WORKER_CONCURRENCY: String(HANDS) },
});
const drafts = await prepareDrafts(database.app, DRAFTS);

test("web and worker killed in the middle of 500 submissions: all there, nothing twice", async () => {
  const sender = httpSender(site.origin, AT_ONCE);
  // From the fifth letter on the server does not answer: when the worker is killed its hands all
  // wait, and none is between the mark and the end of a letter (record 030).
  sink.holdFrom(5);
  const acknowledged = new Set<string>();
  /** Requests that got no answer: the process died with them, or was not there. */
  let broken = 0;
  // The last third comes when the kill does, however fast the others were.
  let comeNow = (): void => undefined;
  const killed = new Promise<void>((now) => {
    comeNow = now;
  });
  const sending = inParallel(drafts, AT_ONCE, async (draft) => {
    if (drafts.indexOf(draft) >= (DRAFTS * 2) / 3) await killed;
    while (!acknowledged.has(draft.applicationId)) {
      try {
        const answer = await sender.submit(draft);
        // The web knows no half: it acknowledges or, dead, says nothing.
        expect(answer).toSatisfy(isAcknowledged);
        acknowledged.add(draft.applicationId);
      } catch (error) {
        if (!isBrokenConnection(error)) throw error;
        broken += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  });
  const killing = (async () => {
    await eventually("all hands wait", () => sink.arrivals.length >= 5 + HANDS - 1);
    await eventually("a third is acknowledged", () => acknowledged.size >= DRAFTS / 3);
    comeNow();
    await site.kill9("web");
    await site.kill9("worker");
    sink.release();
    expect(acknowledged.size).toBeLessThan(DRAFTS);
    expect(sink.arrivals.length).toBeLessThan(acknowledged.size);
    await expectNothingHalfWritten(database.owner, drafts, new Set(acknowledged));
    await Promise.all([site.start("web"), site.start("worker")]);
  })();
  await Promise.all([sending, killing]);
  sender.close();

  expect(acknowledged.size).toBe(DRAFTS);
  expect(broken).toBeGreaterThan(0);
  await everythingDelivered(database.owner, drafts, sink);
  await expectNothingHalfWritten(database.owner, drafts, acknowledged);
  await expectReceiptFiles(database.owner, site.files, drafts);
  await expectOneLetterEach(sink, drafts);
  await expectUnbrokenChains(database.app);
}, 480_000);

function isBrokenConnection(error: unknown): boolean {
  const { code } = error as { code?: string };
  return ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code ?? "");
}
