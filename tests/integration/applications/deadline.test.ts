import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { call, refusedAttempt } from "@/db/schema/calls";
import { issuedDocument } from "@/db/schema/register";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

async function readyDraft(code: string) {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code });
  return { ...applicant, callId, id };
}

describe("the last good second", () => {
  const closesAt = new Date("2026-11-30T11:00:00Z");
  const cases = [
    ["2026-11-30T10:59:59.999999Z", true],
    ["2026-11-30T11:00:00.000000Z", true],
    ["2026-11-30T11:00:00.999999Z", true],
    ["2026-11-30T11:00:01.000000Z", false],
    ["2026-11-30T11:00:33.000000Z", false],
  ] as const;

  test.each(cases)("a request that arrived at %s is in time: %s", async (receivedAt, inTime) => {
    const { ctx, id, callId } = await readyDraft(bodyCode(30));
    await db
      .update(call)
      .set({ opensAt: new Date("2026-11-01T08:00:00Z"), closesAt })
      .where(eq(call.id, callId));
    const input = await confirmation(ctx, id, { receivedAt });
    const sending = submitApplication(ctx, input);
    if (inTime) await expect(sending).resolves.toMatchObject({ receivedAt });
    else await expect(sending).rejects.toMatchObject({ reason: "deadline_passed" });
    const attempts = await db
      .select()
      .from(refusedAttempt)
      .where(eq(refusedAttempt.applicationId, id));
    expect(attempts.map((attempt) => attempt.reason)).toEqual(inTime ? [] : ["deadline_passed"]);
  });

  test.each([3_600_000, -3_600_000])(
    "the clock of the web process decides nothing (wrong by %s ms)",
    async (error) => {
      const { ctx, id } = await readyDraft(bodyCode(31));
      const wrong = { ...ctx, now: new Date(Date.now() + error * 3) };
      const sent = await submitApplication(wrong, await confirmation(ctx, id));
      expect(Math.abs(Date.parse(sent.receivedAt) - Date.now())).toBeLessThan(60_000);
    },
  );

  test("a call that is not peremptory takes what is late, and marks it", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(32));
    const closesAt = new Date(Date.now() - 5_000);
    await db.update(call).set({ closesAt, peremptory: false }).where(eq(call.id, callId));
    const { receiptId } = await submitApplication(ctx, await confirmation(ctx, id));
    const [receipt] = await db
      .select({ view: issuedDocument.view })
      .from(issuedDocument)
      .where(eq(issuedDocument.id, receiptId));
    expect(receipt?.view).toMatchObject({ late: closesAt.toISOString() });
    expect(JSON.stringify(receipt?.view)).not.toContain("callCloses");
    const events = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, id));
    const sent = events.find((event) => event.action === "application.submit");
    expect(JSON.parse(sent?.entry ?? "{}").facts.late).toBe(true);
  });
});
