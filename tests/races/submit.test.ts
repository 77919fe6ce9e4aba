import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application, submission } from "@/db/schema/applications";
import { call, refusedAttempt } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { verifyChains } from "@/lib/audit/verify-chain";
import { inTransaction } from "@/lib/transaction";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("twenty clicks from two tabs send one application, and all are told the same", async () => {
  const applicant = await somebody(db);
  const { callId, bodyId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId);
  const input = await confirmation(applicant.ctx, id);
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, click) =>
      submitApplication(applicant.ctx, { ...input, key: `key-of-tab-number-${click % 2}` }),
    ),
  );
  expect(new Set(results.map((result) => result.registerNumber)).size).toBe(1);
  expect(new Set(results.map((result) => result.receiptId)).size).toBe(1);
  expect(await db.$count(submission, eq(submission.applicationId, id))).toBe(1);
  expect(await db.$count(message, eq(message.subjectId, id))).toBe(1);
  expect(await db.$count(issuedDocument, eq(issuedDocument.subjectId, id))).toBe(1);
  expect(await db.$count(registerEntry, eq(registerEntry.bodyId, bodyId))).toBe(1);
});

test("twenty clicks on start open one draft", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => startApplication(applicant.ctx, { callId, track: "citizen" })),
  );
  expect(new Set(results.map((result) => result.applicationId)).size).toBe(1);
  expect(results.filter((result) => result.started)).toHaveLength(1);
});

test("two colleagues of one organisation: one gets in, the other is told why", async () => {
  const [first, second] = await Promise.all([somebody(db, "Ada"), somebody(db, "Bruno")]);
  const { callId } = await openCall(first.ctx);
  const drafts = await Promise.all(
    [first, second].map(async (applicant) => {
      const id = await completeDraft(applicant, callId, { code: bodyCode(900) });
      return { applicant, input: await confirmation(applicant.ctx, id) };
    }),
  );
  const results = await Promise.allSettled(
    drafts.map(({ applicant, input }) => submitApplication(applicant.ctx, input)),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ reason: "code_in_use" });
});

test("fifty applicants at once, some rolled back: numbers from 1 without a gap", async () => {
  const starter = await somebody(db);
  const { callId, bodyId } = await openCall(starter.ctx);
  const drafts = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const applicant = await somebody(db, `Persona ${index}`);
      const id = await completeDraft(applicant, callId, { code: bodyCode(1000 + index) });
      return { applicant, input: await confirmation(applicant.ctx, id) };
    }),
  );
  const results = await Promise.allSettled(
    drafts.map(({ applicant, input }, index) =>
      inTransaction(applicant.ctx, async (tx) => {
        const result = await submitApplication(tx, input);
        if (index % 7 === 0) throw new Error("the process died before the commit");
        return result;
      }),
    ),
  );
  const kept = results.filter((result) => result.status === "fulfilled");
  expect(kept).toHaveLength(42);
  const rows = await db
    .select({ number: registerEntry.number })
    .from(registerEntry)
    .where(eq(registerEntry.bodyId, bodyId))
    .orderBy(registerEntry.number);
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
  const states = await db
    .select({ state: application.state, count: sql<number>`count(*)::int` })
    .from(application)
    .where(eq(application.callId, callId))
    .groupBy(application.state)
    .orderBy(application.state);
  expect(states).toEqual([
    { state: "draft", count: 8 },
    { state: "submitted", count: 42 },
  ]);
  const chains = await verifyChains(starter.ctx);
  expect(chains.find((chain) => chain.chain === bodyId)?.brokenAt).toBeUndefined();
});

test("ten tabs save the same answer at once: one is kept, nine are given both texts", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const { applicationId } = await startApplication(applicant.ctx, { callId, track: "citizen" });
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, tab) =>
      saveSections(applicant.ctx, {
        applicationId,
        shown: ["why"],
        revisions: { answers: 0 },
        entries: [["why", `testo ${tab}`]],
      }),
    ),
  );
  expect(results.filter((result) => result.conflicts.length === 0)).toHaveLength(1);
});

test("sixty clients in the seconds around the end: who arrived by its last one is in, the others are evidence", async () => {
  const owner = await somebody(db);
  const { callId, bodyId } = await openCall(owner.ctx);
  const ready = await Promise.all(
    Array.from({ length: 60 }, async (_, at) => {
      const applicant = await somebody(db, `Persona ${at}`);
      const id = await completeDraft(applicant, callId, { code: bodyCode(1000 + at) });
      return { ctx: applicant.ctx, input: await confirmation(applicant.ctx, id) };
    }),
  );
  const end = Math.floor(Date.now() / 1000) * 1000;
  await db
    .update(call)
    .set({ closesAt: new Date(end) })
    .where(eq(call.id, callId));
  // The fortieth arrives a moment before the second after the end begins; whoever serves it, later.
  const drafts = ready.map(({ ctx, input }, at) => {
    const arrival = new Date(end - 1000 + at * 50 + 49).toISOString();
    return { ctx, input: { ...input, receivedAt: arrival.replace("Z", "999Z") } };
  });
  const results = await Promise.allSettled(
    drafts.map(({ ctx, input }) => submitApplication(ctx, input)),
  );
  const told = results.map((result) =>
    result.status === "fulfilled" ? "in" : (result.reason as { reason: string }).reason,
  );
  expect(told).toEqual([...Array(40).fill("in"), ...Array(20).fill("deadline_passed")]);
  const numbers = await db
    .select({ number: registerEntry.number })
    .from(registerEntry)
    .where(eq(registerEntry.bodyId, bodyId))
    .orderBy(registerEntry.number);
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  const evidence = await db
    .select({ id: refusedAttempt.applicationId })
    .from(refusedAttempt)
    .where(eq(refusedAttempt.callId, callId));
  const late = drafts.slice(40).map(({ input }) => input.applicationId);
  expect(evidence.map(({ id }) => id).toSorted()).toEqual(late.toSorted());
});
