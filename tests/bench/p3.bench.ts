import { Pool } from "pg";
import { expect, test } from "vitest";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { resolveSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { limits } from "@/lib/platform/rate-limit";
import { asSuperuser, testDatabase, testUrl } from "../support/database";
import { applicantContext, type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { testSite } from "../support/server";
import { httpSender, inParallel, isAcknowledged, type Sender } from "../support/submit-over-http";
import { recordingPool, replay, type Statement } from "./recording-pool";
import { record, rounded } from "./result";

const DRAFTS = 3_000;
/** The engine needs some hundred rounds until its code is compiled. */
const WARM_UP = 1_000;
const AT_ONCE = 32;
/** As the web process has. */
const POOL = env().DATABASE_POOL_MAX;

const site = await testSite({ without: ["worker"] });
const drafts = await prepareDrafts(site.database.app, DRAFTS);
const recorded = await copyOf(site.database.name);
const bare = await copyOf(site.database.name);

test("P3: submissions with their receipt registered, over HTTP", async () => {
  const statements = await recordSubmissions();
  const limit = await bareRate(statements);
  const value = await siteRate();
  const counts = await countSubmissions();
  record({
    id: "P3",
    what: "submit over HTTP against the same statements in a bare pg loop",
    value: rounded(value),
    unit: "submissions/s",
    limit: rounded(limit),
    ratio: rounded(value / limit),
    goal: "≥ 0.5 and ≥ 200/s",
    ok: value / limit >= 0.5 && value >= 200 && counts.submissions === DRAFTS,
    counts: { ...counts, statementsEach: statements[WARM_UP]?.length ?? 0 },
  });
  expect(counts).toEqual({ submissions: DRAFTS, numbers: DRAFTS, receipts: DRAFTS, mails: DRAFTS });
});

/** A copy of the site's database as it is before the first submission. */
async function copyOf(name: string) {
  await asSuperuser((client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
      [name],
    ),
  );
  return testDatabase({ template: name });
}

/** What the product sends for each submission, by submitting all of them once elsewhere. */
async function recordSubmissions(): Promise<Statement[][]> {
  const { pool, taken } = recordingPool(testUrl("app", recorded.name));
  const all: Statement[][] = [];
  for (const draft of drafts) {
    const ctx = applicantContext(pool, draft.personId);
    const session = await resolveSession(ctx.db, draft.session, ctx.now, {
      of: "submit",
      limit: limits.submit,
    });
    if (!session) throw new Error("a prepared session is not known");
    const receivedAt = session.askedAt;
    const { applicationId, content } = draft;
    const entries = [["truth", "on"]] as const;
    const key = `key-${applicationId}`;
    await submitApplication(ctx, { applicationId, key, content, entries, receivedAt });
    all.push(taken());
  }
  await pool.end();
  return all;
}

async function bareRate(statements: readonly Statement[][]): Promise<number> {
  const pool = new Pool({ connectionString: testUrl("app", bare.name), max: POOL });
  await Promise.all(
    Array.from({ length: POOL }, () =>
      pool.query("select set_config('cantieri.bodies', '*', false), pg_sleep(0.05)"),
    ),
  );
  const rate = await ratePerSecond(statements, (one) => replay(pool, one));
  await pool.end();
  return rate;
}

async function siteRate(): Promise<number> {
  // Who sends has just read the summary: the session's visit was noted within the minute.
  await site.database.owner.query("update session set last_seen_at = now()");
  const sender = httpSender(site.origin, AT_ONCE);
  const rate = await ratePerSecond(drafts, (draft) => post(sender, draft));
  sender.close();
  return rate;
}

/** Works through a list, 32 at once, and counts what comes after the warm-up. */
async function ratePerSecond<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  await inParallel(items.slice(0, WARM_UP), AT_ONCE, work);
  const begin = performance.now();
  await inParallel(items.slice(WARM_UP), AT_ONCE, work);
  return (items.length - WARM_UP) / ((performance.now() - begin) / 1000);
}

async function post(sender: Sender, draft: PreparedDraft): Promise<void> {
  const answer = await sender.submit(draft);
  if (!isAcknowledged(answer)) throw new Error(`${answer.status} ${answer.location}`);
}

async function countSubmissions() {
  const ids = drafts.map((draft) => draft.applicationId);
  const found = await site.database.owner.query<Record<string, number>>(
    `select count(*)::int as submissions, count(distinct register_entry_id)::int as numbers,
       count(distinct receipt_id)::int as receipts,
       (select count(*)::int from message where kind = 'receipt'
         and recipient in (select id || '@example.it' from unnest($2::uuid[]) id)) as mails
     from submission where application_id = any($1)`,
    [ids, drafts.map((draft) => draft.personId)],
  );
  const [counts] = found.rows;
  if (!counts) throw new Error("nothing was counted");
  return counts;
}
