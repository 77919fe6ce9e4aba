import { afterAll, expect, test } from "vitest";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import { eventually } from "../support/outbox";
import { ownServer } from "../support/own-postgres";
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
import {
  type HttpAnswer,
  httpSender,
  inParallel,
  isAcknowledged,
} from "../support/submit-over-http";

const DRAFTS = 120;
const AT_ONCE = 12;
/** How long the database stays away each time. */
const AWAY_MS = 2_500;
/** From the end of the database on, nobody waits longer than this to be told that it does not work. */
const LONGEST_MS = 5_000;

const sink = await startSink();
afterAll(() => sink.stop());
const server = await ownServer();
const { database } = server;
const site = await testSite({ database, supervised: true, env: { SMTP_URL: sink.url } });
const drafts = await prepareDrafts(database.app, DRAFTS);
/** Two addresses for everybody in both languages, and one that asks who is signed in. */
const PAGES = [
  { path: routes.calls() },
  { path: "/en" },
  { path: routes.myApplications(), as: drafts[0] },
];

test("PostgreSQL crashes and restarts under load: told clearly, nothing lost, nothing twice", async () => {
  const web = site.pid("web");
  const sender = httpSender(site.origin, AT_ONCE + PAGES.length);
  const acknowledged = new Set<string>();
  const failures: HttpAnswer[] = [];
  let endedAt = 0;
  let longest = 0;
  const timed = async (ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
    const begun = performance.now();
    const answer = await ask();
    if (answer.status < 500) return answer;
    failures.push(answer);
    longest = Math.max(longest, performance.now() - Math.max(begun, endedAt));
    return answer;
  };
  const sending = inParallel(drafts, AT_ONCE, async (draft) => {
    while (!acknowledged.has(draft.applicationId)) {
      const answer = await timed(() => sender.submit(draft));
      if (isAcknowledged(answer)) acknowledged.add(draft.applicationId);
      else expect(answer.status, answer.body).toBe(503);
      if (answer.status === 503) await rest(100);
    }
  });
  let reading = true;
  let read = 0;
  const readers = PAGES.map(async ({ path, as }) => {
    while (reading) {
      const answer = await timed(() => sender.read(path, as));
      expect([200, 503], answer.body).toContain(answer.status);
      if (answer.status === 200) read += 1;
      await rest(400);
    }
  });
  const restarting = (async () => {
    for (const [how, after] of [
      ["immediate", 30],
      ["fast", 75],
    ] as const) {
      await eventually(`${after} are acknowledged`, () => acknowledged.size >= after, 120_000);
      endedAt = performance.now();
      await server.end(how);
      expect(acknowledged.size).toBeLessThan(DRAFTS);
      expect(await readiness(site.origin)).toEqual([503, "database_unreachable"]);
      await rest(AWAY_MS);
      await server.start();
      await expectNothingHalfWritten(database.owner, drafts, new Set(acknowledged));
    }
  })();
  await Promise.all([sending, restarting]);
  const before = read;
  await eventually("pages are read again", () => read > before + PAGES.length, 10_000);
  reading = false;
  await Promise.all(readers);
  sender.close();

  expect(acknowledged.size).toBe(DRAFTS);
  expect(longest).toBeLessThan(LONGEST_MS);
  expectClear(failures);
  expect(await readiness(site.origin)).toEqual([200, undefined]);
  await everythingDelivered(database.owner, drafts, sink);
  await expectNothingHalfWritten(database.owner, drafts, acknowledged);
  await expectReceiptFiles(database.owner, site.files, drafts);
  await expectOneLetterEach(sink, drafts);
  await expectUnbrokenChains(database.app);
  expect(site.pid("web"), "the web process lived through it").toBe(web);
  expectCleanLog(site.log());
}, 480_000);

/** Both forms and pages failed, each with a page that says what to do and nothing of the inside. */
function expectClear(failures: readonly HttpAnswer[]): void {
  expect(failures.length).toBeGreaterThan(0);
  for (const { contentType, retryAfter, body } of failures) {
    expect(contentType).toBe("text/html; charset=utf-8");
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect(body).toMatch(/momentaneamente non disponibile|not available at the moment/);
    expect(body).toMatch(/Riprova tra qualche istante|Try again in a moment/);
    expect(body).not.toMatch(/Error:|node_modules|ECONN|select |57P0|127\.0\.0\.1/);
  }
  const bodies = failures.map(({ body }) => body).join("");
  expect(bodies).toContain("Non sappiamo dirti se l’ultimo invio è arrivato");
  expect(bodies).toContain('lang="it"');
  expect(bodies).toContain('lang="en"');
}

/** Nothing but lines of the log was printed, and no value of a failed query is in them. */
function expectCleanLog(log: string): void {
  for (const line of log.split("\n").filter(Boolean))
    expect(() => JSON.parse(line), line).not.toThrow();
  expect(log).toContain("Failed query");
  expect(log).not.toMatch(/params: (?!\[removed\])/);
  expect(log).not.toContain("@example.it");
  for (const { session } of drafts) expect(log).not.toContain(sha256(session));
}

async function readiness(origin: string): Promise<[number, string | undefined]> {
  const answer = await fetch(`${origin}/api/ready`);
  const { reason } = (await answer.json()) as { reason?: string };
  return [answer.status, reason];
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
