import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { application, applicationSection, attachment, submission } from "@/db/schema/applications";
import { message } from "@/db/schema/mail";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { answerIntegration } from "@/lib/applications/commands/answer-integration";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { removeFile } from "@/lib/applications/commands/remove-file";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { attachmentToOpen } from "@/lib/applications/queries/attachment-to-open";
import { integrationForCommand } from "@/lib/applications/queries/integration-for-command";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { testDatabase } from "../../support/database";
import {
  ASKED,
  answer,
  asked,
  requestOf,
  sending,
  termOf,
  write,
} from "../../support/integrations";
import { samplePdf } from "../../support/sample-files";

const database = await testDatabase();
const given = (days = 10) => asked(database.app, { days });

const paper = (name = "Delega.pdf", text = "intera") => ({
  name,
  declaredType: "application/pdf",
  bytes: samplePdf({ text }),
});

async function snapshots(db: Awaited<ReturnType<typeof given>>["db"], id: string) {
  const rows = await db
    .select()
    .from(submission)
    .where(eq(submission.applicationId, id))
    .orderBy(asc(submission.number));
  return rows.map((row) => ({ ...row, content: JSON.parse(row.snapshot) }));
}

describe("an answer to the office", () => {
  test("is a further submission: what was asked is new, all else as it was, the first untouched", async () => {
    const { db, applicationId, applicant, request } = await given();
    const [before] = await snapshots(db, applicationId);
    await write(applicant, applicationId, {
      why: "Perché serve a tutti, e l’abbiamo già provato.",
    });
    const file = paper();
    await attachFile(applicant, { applicationId, fieldId: "paper", file });
    // Nothing of it counts until it is sent.
    expect((await applicationForCommand(applicant, applicationId)).attachments).toEqual([]);
    const sent = await answer(applicant, applicationId);

    const [first, second, ...more] = await snapshots(db, applicationId);
    expect(more).toEqual([]);
    expect(first).toEqual(before);
    expect(createHash("sha256").update(sent.snapshot).digest("hex")).toBe(sent.digest);
    expect(second).toMatchObject({ number: 2, digest: sent.digest, snapshot: sent.snapshot });
    const { answers, files, integrates, application: of } = second?.content ?? {};
    expect(answers.answers).toMatchObject({
      why: "Perché serve a tutti, e l’abbiamo già provato.",
    });
    expect(answers.organisation).toEqual(first?.content.answers.organisation);
    expect(answers.declarations).toEqual(first?.content.answers.declarations);
    expect(files).toMatchObject([{ fieldId: "paper", name: "Delega.pdf" }]);
    expect(integrates).toMatchObject({ request: request.id, digest: first?.digest });
    expect(of).toMatchObject({ submission: 2, registerNumber: sent.registerNumber });

    expect(await requestOf(db, applicationId)).toMatchObject({
      state: "answered",
      answerId: sent.submissionId,
    });
    const [row] = await db.select().from(application).where(eq(application.id, applicationId));
    expect(row?.state).toBe("submitted");
    const live = await db
      .select()
      .from(applicationSection)
      .where(eq(applicationSection.applicationId, applicationId));
    const own = live.find((section) => section.sectionId === "answers");
    expect(own?.answers).toMatchObject({ why: "Perché serve a tutti, e l’abbiamo già provato." });
  });

  test("has a number of the register, a receipt with the digest, and a letter", async () => {
    const { db, applicationId, applicant, request } = await given();
    await write(applicant, applicationId, { why: "Nuovo testo" });
    const sent = await answer(applicant, applicationId);
    const [document] = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, sent.receiptId));
    expect(document).toMatchObject({
      kind: "integrationReceipt",
      state: "valid",
      subjectId: request.id,
      dataDigest: sent.digest,
    });
    expect(document?.view).toMatchObject({ changed: ["Perché"], channel: "web" });
    const entries = await db
      .select()
      .from(registerEntry)
      .where(eq(registerEntry.bodyId, request.bodyId))
      .orderBy(asc(registerEntry.number));
    expect(entries.map((one) => [one.number, one.kind])).toEqual([
      [1, "application"],
      [2, "integrationRequest"],
      [3, "integration"],
    ]);
    const letters = await db.select().from(message).where(eq(message.subjectId, applicationId));
    const kinds = letters.map((one) => one.kind).sort();
    expect(kinds).toEqual(["integration", "integrationReceipt", "receipt"]);
    // What is missing stands behind the sign-in.
    const asking = letters.find((one) => one.kind === "integration");
    expect(JSON.stringify(asking?.view)).not.toContain("Manca qualcosa");
  });

  test("changes nothing that was not opened, whatever is posted", async () => {
    const { db, applicationId, applicant } = await asked(database.app, { fields: ["why"] });
    await write(applicant, applicationId, {
      why: "Solo questo",
      name: "Un’altra associazione",
      legalNature: "odv",
      truth: "",
    });
    const { request } = await integrationForCommand(applicant, applicationId);
    expect(Object.values(request?.sections ?? {}).map((one) => one.answers)).toEqual([
      { why: "Solo questo" },
    ]);
    await expect(
      attachFile(applicant, { applicationId, fieldId: "paper", file: paper() }),
    ).rejects.toMatchObject({ code: "not_found" });
    await answer(applicant, applicationId);
    const [first, second] = await snapshots(db, applicationId);
    const rest = ({ answers, ...of }: { answers: Record<string, object> }) => {
      const { answers: _, ...others } = answers;
      return { others, declarations: (of as { declarations?: unknown }).declarations };
    };
    expect(rest(second?.content)).toEqual(rest(first?.content));
  });

  test("sent twice is one; with another content under the same key it is refused", async () => {
    const { applicationId, applicant } = await given();
    await write(applicant, applicationId, { why: "Una volta" });
    const input = await sending(applicant, applicationId);
    const first = await answerIntegration(applicant, input);
    expect(await answerIntegration(applicant, { ...input, key: "another-window-0001" })).toEqual(
      first,
    );
    const other = { ...input, content: "0".repeat(64) };
    await expect(answerIntegration(applicant, other)).rejects.toMatchObject({
      reason: "key_reused",
    });
    const late = { ...other, key: "another-window-0002" };
    await expect(answerIntegration(applicant, late)).rejects.toMatchObject({
      reason: "integration_settled",
    });
  });

  test("is refused where the summary was another, or something is missing, and nothing is lost", async () => {
    const { applicationId, applicant } = await given();
    await write(applicant, applicationId, { why: "Prima" });
    const input = await sending(applicant, applicationId);
    await write(applicant, applicationId, { why: "Dopo" });
    await expect(answerIntegration(applicant, input)).rejects.toMatchObject({
      reason: "content_changed",
    });
    await write(applicant, applicationId, { why: "" });
    await expect(answer(applicant, applicationId)).rejects.toMatchObject({ reason: "incomplete" });
    await write(applicant, applicationId, { why: "Di nuovo" });
    await answer(applicant, applicationId);
  });

  test("does not turn the applicant into another", async () => {
    const { applicationId, applicant } = await asked(database.app, { fields: ["code", "name"] });
    await write(applicant, applicationId, { code: "01234567897", name: "Altra rete" });
    await expect(answer(applicant, applicationId)).rejects.toMatchObject({
      reason: "applicant_changed",
    });
  });
});

describe("the files of an answer", () => {
  test("take the place of those that were sent, which stay for who reads the first version", async () => {
    const { db, applicationId, applicant, officer } = await given();
    const one = await attachFile(applicant, { applicationId, fieldId: "paper", file: paper() });
    await expect(attachmentToOpen(officer, one.id)).rejects.toMatchObject({ code: "not_found" });
    await write(applicant, applicationId, { why: "Con delega" });
    await answer(applicant, applicationId);
    expect((await attachmentToOpen(officer, one.id)).name).toBe("Delega.pdf");
    const items = [{ field: "paper", row: null, missing: "La pagina 2 non si legge." }];
    const again = { applicationId, items, reason: ASKED, term: termOf(5) };
    await requestIntegration(officer, again);
    await removeFile(applicant, { applicationId, attachmentId: one.id });
    const two = await attachFile(applicant, {
      applicationId,
      fieldId: "paper",
      file: paper("Delega 2.pdf", "di nuovo"),
    });
    expect((await applicationForCommand(applicant, applicationId)).attachments).toMatchObject([
      { id: one.id },
    ]);
    await answer(applicant, applicationId);
    const rows = await db
      .select()
      .from(attachment)
      .where(eq(attachment.applicationId, applicationId))
      .orderBy(asc(attachment.createdAt));
    expect(rows).toMatchObject([
      { id: one.id, sinceSubmission: 2, untilSubmission: 3 },
      { id: two.id, sinceSubmission: 3, untilSubmission: null },
    ]);
    const [, second, third] = await snapshots(db, applicationId);
    expect(second?.content.files).toMatchObject([{ name: "Delega.pdf" }]);
    expect(third?.content.files).toMatchObject([{ name: "Delega 2.pdf" }]);
  });
});
