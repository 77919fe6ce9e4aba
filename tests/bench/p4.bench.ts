import { expect, test } from "vitest";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { contentDigest } from "@/lib/applications/queries/assess-application";
import { applicantContext, type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { testSite } from "../support/server";
import { startSink } from "../support/smtp-sink";
import {
  DELIVERED_MS,
  everythingDelivered,
  expectOneLetterEach,
} from "../support/submission-traces";
import { type HttpAnswer, httpSender, isAcknowledged } from "../support/submit-over-http";
import { save, uploadOf } from "./applicant";
import { record, rounded } from "./result";

/** Those who send in the last minute, and those who come when it is over. */
const IN_TIME = 2_000;
const LATE = 500;
const MINUTE_MS = 60_000;
/** The last of them begins so long before the end. */
const LAST_BEGINS_MS = 8_000;
/** Between one thing and the next that an applicant does. */
const PAUSE_MS = 1_500;
const FILE_BYTES = 100_000;
const P95_MS = 1_000;

const sink = await startSink();
const site = await testSite({ env: { SMTP_URL: sink.url } });
const drafts = await prepareDrafts(site.database.app, IN_TIME + LATE);
const sender = httpSender(site.origin, 256);
const took: Record<string, number[]> = {};

test("P4: two thousand applicants in the last minute, and five hundred after it", async () => {
  const inTime = drafts.slice(0, IN_TIME);
  const begin = performance.now() + 2_000;
  await closeIn(2_000 + MINUTE_MS);
  const acknowledged = await Promise.all(
    inTime.map(async (draft, at) => {
      await until(begin + (at * (MINUTE_MS - LAST_BEGINS_MS)) / IN_TIME);
      return rush(draft);
    }),
  );
  const last = performance.now() - begin;
  await until(begin + MINUTE_MS + 2_000);
  const late = await Promise.all(
    drafts.slice(IN_TIME).map(async (draft, at) => {
      await until(begin + MINUTE_MS + 2_000 + at * 10);
      return timed("late", () => sender.submit(draft));
    }),
  );
  sender.close();
  const arrived = inTime.filter((_, at) => acknowledged[at]);
  await everythingDelivered(site.database.owner, arrived, sink);
  const deliveredAfter = performance.now() - begin - last;
  await expectOneLetterEach(sink, arrived);

  const all = Object.values(took).flat();
  const counts = {
    ...(await counted()),
    acknowledged: arrived.length,
    refused: late.filter((answer) => !isAcknowledged(answer)).length,
    ...Object.fromEntries(
      Object.entries(took).map(([what, times]) => [`${what}P95`, Math.round(p95(times))]),
    ),
    lastAfterSeconds: rounded(last / 1000),
    deliveredAfterSeconds: rounded(deliveredAfter / 1000),
  };
  const exact =
    counts.submissions === IN_TIME && counts.numbers === IN_TIME && counts.attempts === LATE;
  record({
    id: "P4",
    what: `${IN_TIME} in the last minute (two saves, a file, the submission), then ${LATE} late`,
    value: rounded(p95(all)),
    unit: "ms (95 of 100 answers)",
    limit: P95_MS,
    ratio: rounded(p95(all) / P95_MS),
    goal: "2,000 in, 0 of the late ones, < 1 s, receipts within 5 min",
    ok: exact && p95(all) < P95_MS && deliveredAfter < DELIVERED_MS,
    counts,
  });
  expect(counts).toMatchObject({
    ...{ acknowledged: IN_TIME, submissions: IN_TIME, numbers: IN_TIME, highest: IN_TIME },
    ...{ files: IN_TIME, refused: LATE, attempts: LATE },
  });
});

/** Writes twice, adds a file and sends, as one does who is late; says whether it was acknowledged. */
async function rush(draft: PreparedDraft): Promise<boolean> {
  const texts = ["Perché serve", "Perché serve a molti", "Perché serve a molti, e presto"];
  for (const revision of [1, 2]) {
    const read = { text: texts[revision - 1] ?? "", revision };
    const text = texts[revision] ?? "";
    const answer = await timed("save", () => save(sender, draft, read, text));
    if (answer.status !== 200) return false;
    await pause();
  }
  if (!(await attach(draft))) return false;
  await pause();
  const summarised = await asSummarised(draft);
  const sent = await timed("submit", () => sender.submit(summarised));
  return isAcknowledged(sent);
}

async function attach(draft: PreparedDraft): Promise<boolean> {
  const file = uploadOf(sender, draft, FILE_BYTES);
  const { location } = await timed("announce", () => file.announce());
  const sent = await timed("piece", () => file.send(location));
  const judged = await timed("file", () => file.complete(location));
  return sent.status === 204 && judged.status === 200;
}

/** The digest of what the summary would show now. */
async function asSummarised(draft: PreparedDraft): Promise<PreparedDraft> {
  const ctx = applicantContext(site.database.app, draft.personId);
  return {
    ...draft,
    content: contentDigest(await applicationForCommand(ctx, draft.applicationId)),
  };
}

async function timed(what: string, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  const begun = performance.now();
  const answer = await work();
  took[what] ??= [];
  took[what].push(performance.now() - begun);
  return answer;
}

function p95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function closeIn(ms: number): Promise<void> {
  await site.database.owner.query(
    `update call set closes_at = date_trunc('second', clock_timestamp() + make_interval(secs => $1))
     where id in (select call_id from application where id = $2)`,
    [ms / 1000, drafts[0]?.applicationId],
  );
}

type Counted = Record<"submissions" | "numbers" | "highest" | "files" | "attempts", number>;

async function counted(): Promise<Counted> {
  const ids = drafts.map(({ applicationId }) => applicationId);
  const { rows } = await site.database.owner.query<Counted>(
    `select count(*)::int as submissions, count(distinct r.number)::int as numbers,
       max(r.number)::int as highest,
       (select count(*)::int from attachment where application_id = any($1)) as files,
       (select count(*)::int from refused_attempt where application_id = any($1)) as attempts
     from submission s join register_entry r on r.id = s.register_entry_id
     where s.application_id = any($1)`,
    [ids],
  );
  if (!rows[0]) throw new Error("nothing was counted");
  return rows[0];
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}
