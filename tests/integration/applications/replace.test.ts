import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application, attachment } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { fileObject } from "@/db/schema/files";
import { message } from "@/db/schema/mail";
import { issuedDocument } from "@/db/schema/register";
import { remindDrafts } from "@/lib/applications/commands/remind-drafts";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
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

/** A candidacy that was sent, with a file. */
async function sent(number: number) {
  const applicant = await somebody(db);
  const { ctx } = applicant;
  const { callId } = await openCall(ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(number), why: "Prima" });
  const sha256 = number.toString(16).padStart(64, "a");
  const file = { sha256, size: 10, mediaType: "application/pdf", storedAt: ctx.now };
  await db.insert(fileObject).values(file);
  await db.insert(attachment).values({
    ...{ id: ctx.newId(), applicationId: id, fieldId: "paper", fileHash: sha256 },
    ...{ name: "delega.pdf", state: "clean", uploadedBy: applicant.personId, createdAt: ctx.now },
  });
  const first = await submitApplication(ctx, await confirmation(ctx, id));
  return { ...applicant, callId, id, first };
}

const stateOf = async (id: string) => {
  const [row] = await db.select().from(application).where(eq(application.id, id));
  return row?.state;
};

async function changed(ctx: Awaited<ReturnType<typeof sent>>["ctx"], id: string): Promise<string> {
  const { applicationId } = await startReplacement(ctx, { applicationId: id });
  await saveSections(ctx, {
    ...{ applicationId, shown: ["why"], revisions: { answers: 1 } },
    entries: [["why", "Dopo"]],
  });
  return applicationId;
}

test("another one takes its place at once: new number and receipt, the old ones kept", async () => {
  const { ctx, id, first, personId } = await sent(931);
  const draft = await changed(ctx, id);
  const page = await draftPage(ctx, draft);
  expect(page.values).toMatchObject({ name: "Rete Passaparola APS", why: "Dopo" });
  expect(page.attachments.map(({ name }) => name)).toEqual(["delega.pdf"]);
  // Until it is sent, what was sent counts.
  expect([await stateOf(id), await stateOf(draft)]).toEqual(["submitted", "draft"]);
  const second = await submitApplication(ctx, await confirmation(ctx, draft));
  expect([await stateOf(id), await stateOf(draft)]).toEqual(["withdrawn", "submitted"]);
  expect(second.registerNumber).not.toBe(first.registerNumber);
  const receipt = async (which: string) => {
    const [row] = await db.select().from(issuedDocument).where(eq(issuedDocument.id, which));
    return row;
  };
  expect(await receipt(first.receiptId)).toMatchObject({
    state: "replaced",
    replacedById: second.receiptId,
  });
  expect(await receipt(second.receiptId)).toMatchObject({
    state: "valid",
    view: { application: { replaces: first.registerNumber } },
  });
  const [letter] = await db.select().from(message).where(eq(message.subjectId, draft));
  expect(letter).toMatchObject({ kind: "receipt", view: { replacesEarlier: true } });
  const { running, over } = await myApplications(ctx);
  expect([running.map((one) => one.id), over.map((one) => [one.id, one.replaced])]).toEqual([
    [draft],
    [[id, true]],
  ]);
  // Nobody took it back: the card and the page do not speak of a receipt of withdrawal.
  expect([over[0]?.nextStep, (await myApplication(ctx, id)).nextStep]).toEqual([
    "replaced",
    "replaced",
  ]);
  expect(JSON.parse(second.snapshot)).toMatchObject({ submittedBy: { personId } });
  // Sent twice by the same button: the same answer.
  expect(await submitApplication(ctx, await confirmation(ctx, draft))).toEqual(second);
});

test("two clicks make one draft, which is its author's alone", async () => {
  const { ctx, id } = await sent(932);
  const drafts = await Promise.all(
    [1, 2, 3].map(() => startReplacement(ctx, { applicationId: id })),
  );
  expect(new Set(drafts.map((one) => one.applicationId)).size).toBe(1);
  const { ctx: stranger } = await somebody(db);
  await expect(startReplacement(stranger, { applicationId: id })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("taken back meanwhile, the draft is sent as one of its own", async () => {
  const { ctx, id } = await sent(933);
  const draft = await changed(ctx, id);
  await withdrawApplication(ctx, { applicationId: id });
  const { receiptId } = await submitApplication(ctx, await confirmation(ctx, draft));
  const [receipt] = await db.select().from(issuedDocument).where(eq(issuedDocument.id, receiptId));
  expect(receipt?.view).toMatchObject({ application: { replaces: null } });
});

test("not after the end, also where late ones are taken, and not once it is looked at", async () => {
  const { ctx, id, callId } = await sent(934);
  const draft = await changed(ctx, id);
  await db.update(application).set({ state: "admissible" }).where(eq(application.id, id));
  await expect(startReplacement(ctx, { applicationId: id })).rejects.toMatchObject({
    reason: "wrong_state",
  });
  await expect(submitApplication(ctx, await confirmation(ctx, draft))).rejects.toMatchObject({
    reason: "wrong_state",
  });
  await db.update(application).set({ state: "submitted" }).where(eq(application.id, id));
  const closesAt = new Date(Date.now() - 5_000);
  await db.update(call).set({ closesAt, peremptory: false }).where(eq(call.id, callId));
  const late = { reason: "deadline_passed" };
  await expect(startReplacement(ctx, { applicationId: id })).rejects.toMatchObject(late);
  await expect(submitApplication(ctx, await confirmation(ctx, draft))).rejects.toMatchObject(late);
  expect(await stateOf(id)).toBe("submitted");
});

test("nobody is told that a candidacy was not sent while another one counts", async () => {
  const { ctx, id, callId } = await sent(935);
  const draft = await changed(ctx, id);
  await db
    .update(application)
    .set({ createdAt: new Date(Date.now() - 90 * 3_600_000) })
    .where(eq(application.id, draft));
  await db
    .update(call)
    .set({ closesAt: new Date(Date.now() + 3_600_000) })
    .where(eq(call.id, callId));
  await remindDrafts(ctx);
  const letters = await db.select().from(message).where(eq(message.subjectId, draft));
  expect(letters).toEqual([]);
});
