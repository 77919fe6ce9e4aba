import { afterAll, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { demonstrationDatabase } from "../support/database";
import { freezingProxy } from "../support/freezing-proxy";
import { eventually } from "../support/outbox";
import { prepareDrafts } from "../support/prepared-drafts";
import { testSite } from "../support/server";
import { httpSender, isAcknowledged } from "../support/submit-over-http";

// A database that is there and says nothing: no connection is closed, no query is answered.

const PATIENCE_MS = 2_000;
/** A connection is waited for, and then an answer. */
const LONGEST_MS = 4 * PATIENCE_MS;

const database = await demonstrationDatabase();
const proxy = await freezingProxy(database.appUrl);
afterAll(() => proxy.close());
const site = await testSite({
  database: { ...database, appUrl: proxy.through(database.appUrl) },
  supervised: true,
  env: { DATABASE_TIMEOUT_MS: String(PATIENCE_MS) },
});
const [draft] = await prepareDrafts(database.app, 1);

test("pages and forms say so within seconds, and everything goes on when it answers again", async () => {
  if (!draft) throw new Error("no draft");
  const sender = httpSender(site.origin, 8);
  const ready = async () => (await fetch(`${site.origin}/api/ready`)).status;
  await eventually("ready", async () => (await ready()) === 200);
  expect((await sender.read(routes.calls())).status).toBe(200);

  proxy.freeze();
  const begun = performance.now();
  const answers = await Promise.all([
    sender.read(routes.calls()),
    sender.read("/en"),
    sender.read(routes.myApplications(), draft),
    sender.submit(draft),
  ]);
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  for (const { status, contentType, retryAfter, body } of answers) {
    expect(status, body).toBe(503);
    expect(contentType).toBe("text/html; charset=utf-8");
    expect(retryAfter).toBe("5");
    expect(body).toMatch(/momentaneamente non disponibile|not available at the moment/);
    expect(body).not.toMatch(/timeout|select /i);
  }
  expect(answers.at(-1)?.body).toContain("Non sappiamo dirti se l’ultimo invio è arrivato");
  expect(await ready()).toBe(503);

  proxy.thaw();
  await eventually("ready again", async () => (await ready()) === 200);
  expect((await sender.read(routes.calls())).status).toBe(200);
  // The same form again: whether the first one had got through or not, it is one candidacy.
  let sent = await sender.submit(draft);
  for (let tries = 0; sent.status === 503 && tries < 3; tries += 1)
    sent = await sender.submit(draft);
  expect(isAcknowledged(sent), `${sent.status} ${sent.body}`).toBe(true);
  const stored = await database.owner.query("select 1 from submission where application_id = $1", [
    draft.applicationId,
  ]);
  expect(stored.rowCount).toBe(1);
  await eventually("the worker draws the receipt", async () => {
    const drawn = await database.owner.query(
      "select 1 from issued_document where subject_id = $1 and rendered_at is not null",
      [draft.applicationId],
    );
    return drawn.rowCount === 1;
  });
  sender.close();
}, 120_000);
