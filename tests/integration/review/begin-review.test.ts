import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { beginReview } from "@/lib/review/commands/begin-review";
import { leftBehind } from "@/lib/review/queries/left-behind";
import { beginReviewSchema } from "@/lib/review/schema";
import { bodyCode, confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { arrivalAt, assistedDraft, operatorOf } from "../../support/desk";
import { staffOf } from "../../support/review";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A call that is over, with two letters begun at the desk, and somebody at the counter who went away. */
async function overWithDrafts() {
  const { ctx } = await somebody(db);
  const { callId, bodyId } = await openCall(ctx);
  const operator = await operatorOf(database.app, bodyId);
  const paper = { ...arrivalAt(ago(10)), lateReason: "Aperta oggi" };
  const drafts = [
    await assistedDraft(operator, callId, { ...paper, code: bodyCode(60_001) }),
    await assistedDraft(operator, callId, { ...paper, code: bodyCode(60_002) }),
  ];
  await assistedDraft(operator, callId, { code: bodyCode(60_003) });
  await db
    .update(call)
    .set({ closesAt: ago(5) })
    .where(eq(call.id, callId));
  const officer = await staffOf(database.app, bodyId);
  return { callId, bodyId, operator, officer, drafts };
}

async function stateOf(callId: string) {
  const { rows } = await database.owner.query(
    `select c.state, (select array_agg(e.entry::jsonb -> 'facts' order by e.sequence) from audit_event e
       where e.subject_id = c.id and e.action = 'review.leaveBehind') as left
     from call c where c.id = $1`,
    [callId],
  );
  return rows[0];
}

test("a review that would leave letters of the desk behind says so, and begins when that is accepted", async () => {
  const { callId, operator, officer, drafts } = await overWithDrafts();
  expect(await leftBehind(officer, callId)).toEqual({ drafts: 2, contests: 0 });
  for (const accepted of [0, 1]) {
    await expect(beginReview(officer, { callId, accepted })).rejects.toMatchObject({
      reason: "left_behind",
    });
  }
  expect(await stateOf(callId)).toEqual({ state: "published", left: null });
  // One is entered meanwhile: what was accepted covers the rest.
  const [first = ""] = drafts;
  await submitApplication(operator.form, await confirmation(operator.form, first));
  await beginReview(officer, { callId, accepted: 2 });
  expect(await stateOf(callId)).toEqual({
    state: "underReview",
    left: [{ drafts: 1, contests: 0 }],
  });
  const [, second = ""] = drafts;
  await expect(
    submitApplication(operator.form, await confirmation(operator.form, second)),
  ).rejects.toMatchObject({ reason: "call_closed" });
});

test("nothing left behind needs no word; nobody else learns of it or begins", async () => {
  const { callId, bodyId, operator, officer, drafts } = await overWithDrafts();
  const elsewhere = await overWithDrafts();
  expect(await leftBehind(elsewhere.officer, callId)).toEqual({ drafts: 0, contests: 0 });
  const reviewer = await staffOf(database.app, bodyId, ["reviewer"]);
  const stranger = elsewhere.officer;
  for (const [ctx, code] of [
    [reviewer, "forbidden"],
    [stranger, "not_found"],
  ] as const) {
    await expect(beginReview(ctx, { callId, accepted: 9 })).rejects.toMatchObject({ code });
  }
  for (const id of drafts) {
    await submitApplication(operator.form, await confirmation(operator.form, id));
  }
  await beginReview(officer, { callId, accepted: 0 });
  expect(await stateOf(callId)).toEqual({ state: "underReview", left: null });
});

test("what the page showed counts with the tick alone", () => {
  const callId = "0190a5a0-0000-7000-8000-000000000000";
  const read = (posted: object) => beginReviewSchema.safeParse({ callId, ...posted });
  expect(read({})).toMatchObject({ success: true, data: { accepted: 0 } });
  expect(read({ accepted: "3", sure: "on" })).toMatchObject({ data: { accepted: 3 } });
  expect(read({ accepted: "3" }).error?.issues).toMatchObject([
    { path: ["sure"], message: "required" },
  ]);
  expect(read({ accepted: "-1", sure: "on" }).success).toBe(false);
});
