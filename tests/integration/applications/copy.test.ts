import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { issuedDocument } from "@/db/schema/register";
import { issueCopy } from "@/lib/applications/commands/issue-copy";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { CopyView } from "@/lib/applications/core/copy-view";
import { wordsOfAnswers as words } from "../../support/answer-words";
import { completeDraft, confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const copiesOf = (applicationId: string) =>
  db
    .select()
    .from(issuedDocument)
    .where(
      and(eq(issuedDocument.kind, "applicationCopy"), eq(issuedDocument.subjectId, applicationId)),
    );

test("the copy says what was sent, once, for who sent it and nobody else", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const applicationId = await completeDraft(applicant, callId, { why: "Per esserci" });
  await expect(issueCopy(applicant.ctx, { applicationId, words })).rejects.toMatchObject({
    reason: "wrong_state",
  });
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, applicationId));
  const stranger = await somebody(db, "Anna");
  await expect(issueCopy(stranger.ctx, { applicationId, words })).rejects.toMatchObject({
    code: "forbidden",
  });
  const asked = () => issueCopy(applicant.ctx, { applicationId, words });
  await Promise.all([asked(), asked(), asked()]);
  const copies = await copiesOf(applicationId);
  expect(copies).toHaveLength(1);
  const [copy] = copies;
  const view = copy?.view as unknown as CopyView;
  expect(copy?.holderId).toBe(applicant.personId);
  expect(copy?.dataDigest).toBe(view.digest);
  const answers = view.sections.flatMap((section) => section.answers);
  expect(answers.map(({ label, shown }) => [label, shown])).toEqual([
    ["Tipo", { kind: "text", text: "APS" }],
    ["Denominazione", { kind: "text", text: "Rete Passaparola APS" }],
    ["Codice fiscale", { kind: "text", text: expect.stringMatching(/^\d{11}$/) }],
    ["Perché", { kind: "text", text: "Per esserci" }],
    ["È tutto vero", { kind: "text", text: "Sì, dichiarato" }],
  ]);
  expect(view.receiptCode).not.toBe(view.verification.code);
});
