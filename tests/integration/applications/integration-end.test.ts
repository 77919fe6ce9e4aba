import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { refusedAttempt } from "@/db/schema/calls";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { answer, asked, requestOf, write } from "../../support/integrations";

const database = await testDatabase();
const given = (days = 10) => asked(database.app, { days });

describe("the end of a request", () => {
  test.each([
    [".999999", true],
    ["+1s", false],
  ])("an answer that arrived at its last second %s is in time: %s", async (mark, inTime) => {
    const { db, applicationId, applicant, request } = await given(5);
    await write(applicant, applicationId, { why: "All’ultimo secondo" });
    const end = request.closesAt.getTime();
    const iso = new Date(mark === "+1s" ? end + 1000 : end).toISOString().slice(0, 19);
    const receivedAt = `${iso}${mark === "+1s" ? ".000000" : mark}Z`;
    const going = answer(applicant, applicationId, { receivedAt });
    if (inTime) await expect(going).resolves.toMatchObject({ receivedAt });
    else await expect(going).rejects.toMatchObject({ reason: "integration_over" });
    const kept = await db
      .select()
      .from(refusedAttempt)
      .where(eq(refusedAttempt.applicationId, applicationId));
    expect(kept.map(({ integrationId, reason }) => [integrationId, reason])).toEqual(
      inTime ? [] : [[request.id, "integration_over"]],
    );
  });

  test("taking the application back takes the request along", async () => {
    const { db, applicationId, officer, callId, applicant } = await given();
    await database.owner.query(
      "update call set closes_at = now() + interval '1 hour' where id = $1",
      [callId],
    );
    await withdrawApplication(applicant, { applicationId });
    expect(await requestOf(db, applicationId)).toMatchObject({ state: "cancelled" });
    const queue = await reviewQueue(officer, callId, {
      ...{ view: "ritirate", order: "arrivo", track: undefined, text: "", after: undefined },
    });
    expect(queue.rows.map((row) => row.id)).toEqual([applicationId]);
  });

  test("somebody else learns nothing of it", async () => {
    const { db, applicationId } = await given();
    const other = await somebody(db, "Altra");
    for (const going of [
      () => write(other.ctx, applicationId, { why: "x" }),
      () => answer(other.ctx, applicationId),
    ]) {
      await expect(going()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
