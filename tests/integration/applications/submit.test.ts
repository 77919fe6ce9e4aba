import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application, submission } from "@/db/schema/applications";
import { auditEvent } from "@/db/schema/audit";
import { call } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { membership, organisation } from "@/db/schema/people";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
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

async function readyDraft(code = bodyCode(1)) {
  const applicant = await somebody(db);
  const { callId, bodyId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code });
  return { ...applicant, callId, bodyId, id };
}

describe("a submission", () => {
  test("writes number, snapshot, receipt, message, event and organisation together", async () => {
    const { ctx, id, bodyId, personId } = await readyDraft(bodyCode(70));
    const result = await submitApplication(ctx, await confirmation(ctx, id));
    const [row] = await db.select().from(application).where(eq(application.id, id));
    expect(row).toMatchObject({
      state: "submitted",
      applicantKey: `body:${bodyCode(70)}`,
      applicantName: "Rete Passaparola APS",
    });
    expect(row?.code).toMatch(/^B[0-9A-F]{6}-\d{4}-0001$/);
    const [sent] = await db.select().from(submission).where(eq(submission.applicationId, id));
    const [entry] = await db.select().from(registerEntry).where(eq(registerEntry.bodyId, bodyId));
    expect(entry).toMatchObject({ number: 1, kind: "application", subjectId: id });
    const [receipt] = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, result.receiptId));
    const view = receipt?.view as ReceiptView;
    expect(sha256(sent?.snapshot ?? "")).toBe(view.digest);
    expect(canonicalJson(JSON.parse(sent?.snapshot ?? ""))).toBe(sent?.snapshot);
    expect(receipt).toMatchObject({ dataDigest: view.digest, holderId: personId, state: "valid" });
    expect(view).toMatchObject({
      application: { registerNumber: result.registerNumber, submission: 1, replaces: null },
      applicant: {
        name: "Rete Passaparola APS",
        quality: "representative",
        submittedBy: "Lucia Bianchi",
      },
      identityLevel: "mailbox",
      channel: "web",
      declarations: ["È tutto vero"],
      privacyNoticeVersion: "2026-10",
      procedure: { responsibleOfficer: "Marta Neri" },
    });
    expect(JSON.stringify(view)).not.toContain(bodyCode(70));
    const mails = await db.select().from(message).where(eq(message.subjectId, id));
    expect(mails.map((mail) => mail.kind)).toEqual(["receipt"]);
    const events = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, id));
    expect(events.map((event) => event.action)).toEqual([
      "application.start",
      "application.acknowledgePrivacy",
      "application.submit",
    ]);
    const [member] = await db.select().from(membership).where(eq(membership.personId, personId));
    expect(member?.organisationId).toBe(row?.organisationId);
    expect(await db.$count(organisation, eq(organisation.fiscalCode, bodyCode(70)))).toBe(1);
  });

  test("a retried request gives the same result and writes nothing more", async () => {
    const { ctx, id, bodyId } = await readyDraft(bodyCode(2));
    const input = await confirmation(ctx, id);
    const first = await submitApplication(ctx, input);
    expect(await submitApplication(ctx, input)).toEqual(first);
    expect(await db.$count(registerEntry, eq(registerEntry.bodyId, bodyId))).toBe(1);
    expect(await db.$count(message, eq(message.subjectId, id))).toBe(1);
  });

  test("a replayed key with other content is refused", async () => {
    const { ctx, id } = await readyDraft(bodyCode(3));
    const input = await confirmation(ctx, id);
    await submitApplication(ctx, input);
    const other = { ...input, content: "0".repeat(64) };
    await expect(submitApplication(ctx, other)).rejects.toMatchObject({ reason: "key_reused" });
  });

  test("what changed after the summary was shown is not sent unseen", async () => {
    const { ctx, id } = await readyDraft(bodyCode(4));
    const stale = await confirmation(ctx, id, { content: "0".repeat(64) });
    await expect(submitApplication(ctx, stale)).rejects.toMatchObject({
      reason: "content_changed",
    });
  });

  test("one applicant sends once, also by way of two people", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(5));
    await submitApplication(ctx, await confirmation(ctx, id));
    const colleague = await somebody(db, "Samir");
    const second = await completeDraft(colleague, callId, { code: bodyCode(5) });
    await expect(
      submitApplication(colleague.ctx, await confirmation(colleague.ctx, second)),
    ).rejects.toMatchObject({ reason: "code_in_use" });
    const [row] = await db.select().from(application).where(eq(application.id, second));
    expect(row?.state).toBe("draft");
  });

  test("nobody sends, or learns of, what is somebody else's", async () => {
    const { ctx, id } = await readyDraft(bodyCode(6));
    const stranger = await somebody(db, "Eva");
    const input = await confirmation(ctx, id);
    await expect(submitApplication(stranger.ctx, input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a submission is refused", () => {
  test.each([
    ["declaration_missing", { entries: [] }],
    ["incomplete", { why: " " }],
  ] as const)("%s", async (reason, given) => {
    const applicant = await somebody(db);
    const { callId } = await openCall(applicant.ctx);
    const id = await completeDraft(applicant, callId, {
      code: bodyCode(20),
      ...("why" in given ? { why: given.why } : {}),
    });
    const input = await confirmation(applicant.ctx, id, "entries" in given ? { entries: [] } : {});
    await expect(submitApplication(applicant.ctx, input)).rejects.toMatchObject({ reason });
  });

  test("privacy_not_acknowledged, also when the notice has changed since", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(21));
    await database.owner.query(
      `update call set content = jsonb_set(content, '{procedure,privacyNoticeVersion}', '"2026-11"') where id = $1`,
      [callId],
    );
    const input = await confirmation(ctx, id);
    await expect(submitApplication(ctx, input)).rejects.toMatchObject({
      reason: "privacy_not_acknowledged",
    });
    await acknowledgePrivacy(ctx, { applicationId: id });
    await submitApplication(ctx, await confirmation(ctx, id));
  });

  test.each([
    ["call_suspended", { state: "suspended" }],
    ["call_revoked", { state: "revoked" }],
    ["call_closed", { state: "underReview" }],
    ["not_open_yet", { opensAt: new Date(Date.now() + 60_000) }],
  ])("%s", async (reason, change) => {
    const { ctx, id, callId } = await readyDraft(bodyCode(22));
    await db.update(call).set(change).where(eq(call.id, callId));
    const input = await confirmation(ctx, id);
    await expect(submitApplication(ctx, input)).rejects.toMatchObject({ reason });
  });
});

describe("starting and taking back", () => {
  test("two starts open one draft, and what is known is not asked again", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(40));
    const again = await startApplication(ctx, { callId, track: "organisation" });
    expect(again).toEqual({ applicationId: id, started: false });
    const other = await openCall(ctx);
    const next = await startApplication(ctx, { callId: other.callId, track: "organisation" });
    const { sections } = await applicationForCommand(ctx, next.applicationId);
    expect(sections.organisation?.answers).toEqual({
      legalNature: "aps",
      name: "Rete Passaparola APS",
      code: bodyCode(40),
    });
  });

  test("a withdrawal has a receipt of its own, counts once and makes room again", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(41));
    await submitApplication(ctx, await confirmation(ctx, id));
    await withdrawApplication(ctx, { applicationId: id });
    await withdrawApplication(ctx, { applicationId: id });
    const documents = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.subjectId, id));
    expect(documents.map((document) => document.kind).sort()).toEqual([
      "receipt",
      "withdrawalReceipt",
    ]);
    const again = await completeDraft({ ctx, personId: "" }, callId, { code: bodyCode(41) });
    await submitApplication(ctx, await confirmation(ctx, again));
  });

  test.each([
    ["until the end", { state: "published" }, { until: expect.stringMatching(/^20.*Z$/) }],
    ["at any time where there is none", { closesAt: null }, { until: null }],
    ["not while the call is suspended", { state: "suspended" }, null],
  ])("the letter of a withdrawal says that one can apply again: %s", async (_, change, again) => {
    const { ctx, id, callId } = await readyDraft(bodyCode(43));
    await submitApplication(ctx, await confirmation(ctx, id));
    await db.update(call).set(change).where(eq(call.id, callId));
    await withdrawApplication(ctx, { applicationId: id });
    const letters = await db.select().from(message).where(eq(message.subjectId, id));
    const view = letters.find(({ kind }) => kind === "withdrawal")?.view;
    expect(view).toMatchObject({ applyAgain: again });
  });

  test("after the deadline it is too late to take it back", async () => {
    const { ctx, id, callId } = await readyDraft(bodyCode(42));
    await submitApplication(ctx, await confirmation(ctx, id));
    await db
      .update(call)
      .set({ closesAt: new Date(Date.now() - 5_000) })
      .where(eq(call.id, callId));
    await expect(withdrawApplication(ctx, { applicationId: id })).rejects.toMatchObject({
      reason: "deadline_passed",
    });
  });
});
