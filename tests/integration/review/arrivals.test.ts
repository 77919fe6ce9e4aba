import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { standardRules } from "@/lib/calls/core/regimes";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { recordCheck } from "@/lib/review/commands/record-check";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { outcomeByCode } from "@/lib/review/queries/outcome-by-code";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { ACT, admit, callUnderReview, refuse, staffOf } from "../../support/review";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const HOUR = 3_600_000;
const queue = { view: "tutte", order: "arrivo", text: "", track: undefined, after: undefined };

test("who is late where late ones are taken is marked in the queue and on the sheet", async () => {
  const applicant = await somebody(db);
  const { bodyId, callId } = await openCall(applicant.ctx, { peremptory: false });
  const id = await completeDraft(applicant, callId, { code: bodyCode(8001) });
  await db
    .update(call)
    .set({ closesAt: new Date(Date.now() - HOUR / 2) })
    .where(eq(call.id, callId));
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  const officer = await staffOf(database.app, bodyId);
  const { rows } = await reviewQueue(officer, callId, queue as Parameters<typeof reviewQueue>[2]);
  expect(rows.map(({ arrival }) => arrival.late)).toEqual([true]);
  expect((await applicationSheet(officer, callId, id)).arrival.late).toBe(true);
  // An extension puts it in time.
  await db
    .update(call)
    .set({ closesAt: new Date(Date.now() + HOUR) })
    .where(eq(call.id, callId));
  expect((await applicationSheet(officer, callId, id)).arrival.late).toBe(false);
});

test("a register is assessed at its cut-off, when nobody can come for it any more", async () => {
  const applicant = await somebody(db);
  const cutOff = new Date(Date.now() + HOUR);
  const { bodyId, callId } = await openCall(applicant.ctx, {
    ...{ regime: "openRegister", closesAt: null, cutOffs: [cutOff] },
  });
  const id = await completeDraft(applicant, callId, { code: bodyCode(8002) });
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  const officer = await staffOf(database.app, bodyId);
  const sheet = await applicationSheet(officer, callId, id);
  expect(sheet).toMatchObject({ windowOpen: true, arrival: { cutOff } });
  const check = {
    ...{ applicationId: id, requirement: "declarationsMade", answer: "yes", note: "" },
  } as Parameters<typeof recordCheck>[1];
  await expect(recordCheck(officer, check)).rejects.toMatchObject({ reason: "window_open" });
  await recordCheck({ ...officer, now: new Date(cutOff.getTime() + 1000) }, check);
});

test("names of admitted bodies are public only where the regime of the call says so", async () => {
  const visitor = testContext(database.app, { actor: { kind: "anonymous" }, now: new Date() });
  for (const published of ["codes", "codesAndBodies"] as const) {
    const regimeRules = { ...standardRules.participatoryPath, published };
    const given = await callUnderReview(database.app, 2, { regimeRules, regimeVersion: 1 });
    const [admitted = "", refused = ""] = given.applications;
    await admit(given.officer, admitted);
    await refuse(given.officer, refused);
    await publishOutcome(given.officer, { callId: given.callId, ...ACT });
    const [row] = await db.select({ slug: call.slug }).from(call).where(eq(call.id, given.callId));
    const outcome = await outcomeByCode(visitor, row?.slug ?? "");
    const names = outcome?.entries.map(({ result, name }) => [result, name]);
    expect(names).toContainEqual(["inadmissible", undefined]);
    expect(names).toContainEqual([
      "admitted",
      published === "codes" ? undefined : "Rete Passaparola APS",
    ]);
  }
});
