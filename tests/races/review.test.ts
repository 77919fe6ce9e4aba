import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { decision, outcome } from "@/db/schema/review";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { reopenDecision } from "@/lib/review/commands/reopen-decision";
import { testDatabase } from "../support/database";
import { ACT, admit, callUnderReview, checkAll, staffOf, WHY } from "../support/review";

const database = await testDatabase();
const pool = database.app;
const db = scopedDatabase(pool, "*");
const refusalsOf = (results: PromiseSettledResult<unknown>[]) =>
  results.filter((result) => result.status === "rejected");

test("ten officers decide on one application at once: one decision stands", async () => {
  const { bodyId, applications, officer } = await callUnderReview(pool, 1);
  const [applicationId = ""] = applications;
  await checkAll(officer, applicationId, "yes");
  const officers = await Promise.all(Array.from({ length: 10 }, () => staffOf(pool, bodyId)));
  const results = await Promise.allSettled(
    officers.map((one) =>
      decideAdmissibility(one, { applicationId, result: "admissible", reasons: "" }),
    ),
  );
  const refused = refusalsOf(results);
  expect(refused).toHaveLength(9);
  for (const { reason } of refused) expect(reason).toMatchObject({ reason: "wrong_state" });
  const current = and(eq(decision.applicationId, applicationId), isNull(decision.supersededById));
  expect(await db.$count(decision, current)).toBe(2);
});

test("two officers publish the outcome at once: it comes out once", async () => {
  const { bodyId, applications, callId, officer } = await callUnderReview(pool, 2);
  for (const id of applications) await admit(officer, id);
  const officers = [officer, await staffOf(pool, bodyId)];
  const results = await Promise.allSettled(
    officers.map((one) => publishOutcome(one, { callId, ...ACT })),
  );
  expect(refusalsOf(results)).toHaveLength(1);
  expect(await db.$count(outcome, eq(outcome.callId, callId))).toBe(1);
});

test("a decision taken back while the outcome is published: never both", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { bodyId, applications, callId, officer } = await callUnderReview(pool, 1);
    const [applicationId = ""] = applications;
    await admit(officer, applicationId);
    const other = await staffOf(pool, bodyId);
    await Promise.allSettled([
      publishOutcome(officer, { callId, ...ACT }),
      reopenDecision(other, { applicationId, reasons: WHY }),
    ]);
    const [row] = await db
      .select({ state: application.state, call: call.state })
      .from(application)
      .innerJoin(call, eq(call.id, application.callId))
      .where(eq(application.id, applicationId));
    expect([
      { state: "admitted", call: "outcomePublished" },
      { state: "submitted", call: "underReview" },
    ]).toContainEqual(row);
  }
});
