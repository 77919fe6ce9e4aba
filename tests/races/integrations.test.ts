import { expect, test } from "vitest";
import { answerIntegration } from "@/lib/applications/commands/answer-integration";
import { expireIntegrations } from "@/lib/applications/commands/expire-integrations";
import { remindIntegrations } from "@/lib/applications/commands/remind-integrations";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { SETTLED_AFTER_MS } from "@/lib/applications/core/integration-rules";
import { makeContext } from "@/lib/context";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { testDatabase } from "../support/database";
import { ASKED, asked, sending, termOf, write } from "../support/integrations";
import { callUnderReview } from "../support/review";

const database = await testDatabase();
const WHY = "Il documento è già agli atti dell’ufficio.";

/** What one application has left; each effect at most once. */
async function traces(applicationId: string) {
  const { rows } = await database.owner.query<{
    state: string;
    requests: string[];
    submissions: number;
    receipts: number;
    letters: Record<string, number>;
    events: string[];
  }>(
    `select a.state,
       array(select state from integration_request where application_id = a.id) as requests,
       (select count(*)::int from submission where application_id = a.id) as submissions,
       (select count(*)::int from issued_document d join integration_request r on r.id = d.subject_id
         where r.application_id = a.id and d.kind = 'integrationReceipt') as receipts,
       (select coalesce(jsonb_object_agg(event, n), '{}') from (
         select view ->> 'event' as event, count(*) as n from message
         where subject_id = a.id and kind = 'integration' group by 1) l) as letters,
       array(select action from audit_event where subject_id = a.id
         and action ~ 'Integration$' order by sequence) as events
     from application a where a.id = $1`,
    [applicationId],
  );
  const [row] = rows;
  if (!row) throw new Error("the application is gone");
  return row;
}

async function gapless(bodyId: string): Promise<void> {
  const { rows } = await database.owner.query<{ number: number }>(
    "select number from register_entry where body_id = $1 order by number",
    [bodyId],
  );
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
}

test("an answer in time, the job of the end, the office and the applicant at once: one effect", async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const { applicationId, applicant, officer, request, db } = await asked(database.app, {
      days: 5,
    });
    await write(applicant, applicationId, { why: `Risposta ${round}` });
    const end = request.closesAt.getTime();
    const receivedAt = `${new Date(end).toISOString().slice(0, 19)}.999999Z`;
    const input = await sending(applicant, applicationId, { receivedAt });
    const job = () =>
      expireIntegrations(
        makeContext({
          db,
          actor: { kind: "system", job: "expire-integrations" },
          now: new Date(end + SETTLED_AFTER_MS + 1000),
          requestId: "race",
        }),
      );
    const cancels = round % 2 === 0;
    const results = await Promise.allSettled([
      ...[1, 2, 3].map(() => answerIntegration(applicant, input)),
      ...(round % 3 === 0 ? [] : [job(), job()]),
      ...(cancels ? [cancelIntegration(officer, { applicationId, reason: WHY })] : []),
      ...(round === 5 ? [withdrawApplication(applicant, { applicationId })] : []),
    ]);
    for (const result of results) {
      // Whoever comes second is told so; nothing fails in another way.
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "refused" });
    }
    const left = await traces(applicationId);
    const [state = ""] = left.requests;
    seen.add(state);
    const answered = state === "answered" ? 1 : 0;
    expect(left.requests).toHaveLength(1);
    expect(["answered", "expired", "cancelled"]).toContain(state);
    expect(left).toMatchObject({ submissions: 1 + answered, receipts: answered });
    expect(left.events).toHaveLength(2);
    expect(left.letters.expired ?? 0).toBe(state === "expired" ? 1 : 0);
    if (left.state !== "withdrawn") expect(left.state).toBe("submitted");
    await gapless(request.bodyId);
  }
  expect(seen.size).toBeGreaterThan(0);
}, 120_000);

test("two officers ask at once: one request, one letter, one number", async () => {
  const { officer, applications, bodyId } = await callUnderReview(database.app, 1);
  const [applicationId = ""] = applications;
  const items = [{ field: "why", row: null, missing: "Manca il perché." }];
  const input = { applicationId, items, reason: ASKED, term: termOf(10) };
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map(() => requestIntegration(officer, input)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const left = await traces(applicationId);
  expect(left).toMatchObject({
    state: "integrationRequested",
    requests: ["open"],
    letters: { requested: 1 },
  });
  await gapless(bodyId);
});

test("workers that come back after days remind and settle once each", async () => {
  const given = await Promise.all([1, 2, 3].map(() => asked(database.app, { days: 5 })));
  const [first] = given;
  if (!first) throw new Error("nothing was asked");
  const end = Math.max(...given.map(({ request }) => request.closesAt.getTime()));
  const at = (ms: number) =>
    makeContext({
      db: first.db,
      actor: { kind: "system", job: "race" },
      now: new Date(ms),
      requestId: "race",
    });
  await Promise.all([1, 2, 3].map(() => remindIntegrations(at(end - 20 * 3_600_000))));
  await Promise.all([1, 2, 3].map(() => expireIntegrations(at(end + 7 * 86_400_000))));
  for (const { applicationId } of given) {
    const left = await traces(applicationId);
    expect(left).toMatchObject({
      state: "submitted",
      requests: ["expired"],
      letters: { requested: 1, reminder: 1, expired: 1 },
      events: ["application.requestIntegration", "application.expireIntegration"],
    });
  }
});
