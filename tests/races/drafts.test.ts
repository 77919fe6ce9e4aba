import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { type SaveInput, saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { answerMark } from "@/lib/applications/core/answer-mark";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

async function emptyDraft() {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const started = await startApplication(applicant.ctx, { callId, track: "organisation" });
  return { ...applicant, ...started };
}

const save = (applicationId: string, page: string, number: number, why: string): SaveInput => ({
  applicationId,
  shown: ["why"],
  revisions: { answers: -1 },
  was: { why: answerMark(null) },
  page: { id: page, number },
  entries: [["why", why]],
});

const standing = async ({ ctx, applicationId }: Awaited<ReturnType<typeof emptyDraft>>) =>
  (await applicationForCommand(ctx, applicationId)).sections.answers;

test("of windows that write the same answer at once one is stored, all others are told", async () => {
  const draft = await emptyDraft();
  const windows = Array.from({ length: 12 }, (_, at) => `window-${at}`);
  const results = await Promise.all(
    windows.map((page) => saveSections(draft.ctx, save(draft.applicationId, page, 1, page))),
  );
  const stored = await standing(draft);
  expect(stored?.revision).toBe(1);
  const losers = results.filter((one) => one.conflicts.length === 1);
  expect(losers).toHaveLength(11);
  for (const { conflicts } of losers) {
    expect(conflicts[0]).toMatchObject({ fieldId: "why", stored: stored?.answers.why });
  }
});

test("however its saves overtake each other, a window ends with what it wrote last", async () => {
  const draft = await emptyDraft();
  const texts = ["P", "Pe", "Per", "Perc", "Perch", "Perché"];
  const requests = texts.map((text, at) => save(draft.applicationId, "window", at + 1, text));
  // Each request twice, as a network that lost the answer would send it.
  const shuffled = [...requests, ...requests.toReversed()];
  const results = await Promise.all(shuffled.map((request) => saveSections(draft.ctx, request)));
  expect(results.flatMap((one) => one.conflicts)).toEqual([]);
  expect((await standing(draft))?.answers.why).toBe("Perché");
});
