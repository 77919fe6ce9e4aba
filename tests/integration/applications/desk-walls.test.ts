import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { deskEntry } from "@/db/schema/desk";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { completeDraft, confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { assistedDraft, atTheDesk, operatorOf } from "../../support/desk";
import { personForm } from "../../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

async function callAndDesk() {
  const applicant = await somebody(db);
  const call = await openCall(applicant.ctx);
  return { ...call, applicant, operator: await operatorOf(database.app, call.bodyId) };
}

describe("no back door", () => {
  test("the desk touches nothing that it did not enter, and no other body's", async () => {
    const { callId, applicant, operator } = await callAndDesk();
    const online = await completeDraft(applicant, callId);
    const other = await callAndDesk();
    const theirs = await assistedDraft(other.operator, other.callId);
    for (const id of [online, theirs]) {
      const save = { applicationId: id, shown: ["why"], revisions: {}, entries: [] };
      await expect(saveSections(operator.form, save)).rejects.toMatchObject({ code: "forbidden" });
      await expect(draftPage(operator.form, id)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(deskPage(operator.staff, other.callId)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      startAssistedApplication(operator.staff, atTheDesk(other.callId)),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(startAssistedApplication(applicant.ctx, atTheDesk(callId))).rejects.toMatchObject({
      code: "forbidden",
    });
    const seen = await operator.staff.db.select().from(deskEntry);
    expect(seen.filter(({ bodyId }) => bodyId !== operator.bodyId)).toEqual([]);
  });

  test("what was sent is not taken back or changed by the desk on the applicant's pages", async () => {
    const { callId, operator } = await callAndDesk();
    const id = await assistedDraft(operator, callId);
    await submitApplication(operator.form, await confirmation(operator.form, id));
    for (const deed of [withdrawApplication, startReplacement]) {
      await expect(deed(operator.form, { applicationId: id })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect((await myApplications(operator.form)).running).toEqual([]);
  });

  test("one person has one application, at the desk or online, by the fiscal code", async () => {
    const { ctx } = await somebody(db);
    const { callId, bodyId } = await openCall(ctx, {}, personForm);
    const operator = await operatorOf(database.app, bodyId);
    const online = await startApplication(ctx, { callId, track: "citizen" });
    const desk = await startAssistedApplication(
      operator.staff,
      atTheDesk(callId, { track: "citizen" }),
    );
    // The same person: one code has a letter in place of a digit.
    await answer(ctx, online.applicationId, "RSSMRA85T10A562S");
    await answer(operator.form, desk.applicationId, "RSSMRA85T10A56NH");
    await acknowledgePrivacy(ctx, { applicationId: online.applicationId });
    await submitApplication(operator.form, await confirmation(operator.form, desk.applicationId));
    const late = await confirmation(ctx, online.applicationId);
    await expect(submitApplication(ctx, late)).rejects.toMatchObject({
      reason: "code_in_use",
    });
  });
});

async function answer(
  ctx: Parameters<typeof saveSections>[0],
  applicationId: string,
  code: string,
) {
  await saveSections(ctx, {
    ...{ applicationId, shown: ["personCode", "why"], revisions: {} },
    entries: [
      ["personCode", code],
      ["why", "Perché serve"],
    ],
  });
}
