import { eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { answerMark } from "@/lib/applications/core/answer-mark";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
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

async function emptyDraft() {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const { applicationId } = await startApplication(applicant.ctx, {
    callId,
    track: "organisation",
  });
  return { ...applicant, callId, applicationId };
}

const typed = (applicationId: string, why: string, revision: number) => ({
  applicationId,
  shown: ["why"],
  revisions: { answers: revision },
  entries: [["why", why]] as [string, string][],
});

/** Counts the statements that a piece of work sends, transaction included. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const pool = database.app;
  const connect = pool.connect.bind(pool);
  const patched: [PoolClient, PoolClient["query"]][] = [];
  pool.connect = (async () => {
    const client = await connect();
    const query = client.query;
    patched.push([client, query]);
    client.query = ((...given: Parameters<typeof query>) => {
      count += 1;
      return query.apply(client, given);
    }) as typeof query;
    return client;
  }) as typeof pool.connect;
  try {
    await work();
  } finally {
    pool.connect = connect;
    for (const [client, query] of patched.reverse()) client.query = query;
  }
  return count;
}

describe("a draft", () => {
  test("keeps what is wrong as it was typed", async () => {
    const { ctx, applicationId } = await emptyDraft();
    await saveSections(ctx, {
      applicationId,
      shown: ["code", "name"],
      revisions: {},
      entries: [
        ["code", "9207841053"],
        ["name", "L'Ora d'Aria"],
      ],
    });
    const { sections } = await applicationForCommand(ctx, applicationId);
    expect(sections.organisation?.answers).toMatchObject({
      code: "9207841053",
      name: "L'Ora d'Aria",
    });
  });

  test("edited in two tabs gives both texts back and overwrites neither", async () => {
    const { ctx, applicationId } = await emptyDraft();
    await saveSections(ctx, typed(applicationId, "dalla prima scheda", 0));
    const second = await saveSections(ctx, typed(applicationId, "dalla seconda scheda", 0));
    expect(second.conflicts).toEqual([
      {
        ...{ fieldId: "why", stored: "dalla prima scheda", sent: "dalla seconda scheda" },
        ...{ mark: answerMark("dalla prima scheda"), by: null, at: ctx.now.toISOString() },
      },
    ]);
    const { sections } = await applicationForCommand(ctx, applicationId);
    expect(sections.answers?.answers.why).toBe("dalla prima scheda");
    const chosen = await saveSections(ctx, typed(applicationId, "dalla seconda scheda", 1));
    expect(chosen).toMatchObject({ conflicts: [], revisions: { answers: 2 } });
  });

  test("saved twice with nothing new keeps its revision", async () => {
    const { ctx, applicationId } = await emptyDraft();
    await saveSections(ctx, typed(applicationId, "uguale", 0));
    const again = await saveSections(ctx, typed(applicationId, "uguale", 0));
    expect(again).toMatchObject({ conflicts: [], revisions: { answers: 1 } });
  });

  test("tells what was written elsewhere, and takes the own text once both were read", async () => {
    const { ctx, applicationId } = await emptyDraft();
    await saveSections(ctx, typed(applicationId, "dalla prima scheda", 0));
    const was = { why: answerMark(null), name: answerMark(null) };
    // This page was opened before: it left one answer alone and wrote the other.
    const [page, shown] = [{ id: "seconda", number: 1 }, ["why", "name"]];
    const input = { ...{ applicationId, page, shown, was }, revisions: { answers: 0 } };
    const second = await saveSections(ctx, { ...input, entries: [["name", "Rete"]] });
    expect(second).toMatchObject({
      conflicts: [],
      news: [{ fieldId: "why", stored: "dalla prima scheda", sent: null }],
      // What it shows is not what is stored: with the new revision it would overwrite it.
      revisions: { organisation: 1 },
      marks: { name: answerMark("Rete") },
    });
    const both = { ...input, entries: [["why", "mio"]] as [string, string][] };
    const third = await saveSections(ctx, { ...both, page: { id: "seconda", number: 2 } });
    const mark = third.conflicts[0]?.mark ?? "";
    const kept = { ...both, page: { id: "seconda", number: 3 }, was: { ...was, why: mark } };
    expect(await saveSections(ctx, kept)).toMatchObject({ conflicts: [] });
    const { sections } = await applicationForCommand(ctx, applicationId);
    expect(sections.answers?.answers.why).toBe("mio");
  });

  test("leaves alone what did not stand on the page", async () => {
    const { ctx, applicationId } = await emptyDraft();
    await saveSections(ctx, typed(applicationId, "resta", 0));
    await saveSections(ctx, { ...typed(applicationId, "", 1), shown: [] });
    const { sections } = await applicationForCommand(ctx, applicationId);
    expect(sections.answers?.answers.why).toBe("resta");
  });

  test("stays readable after the end, and is not written any more", async () => {
    const { ctx, applicationId, callId } = await emptyDraft();
    await db
      .update(call)
      .set({ closesAt: new Date(Date.now() - 5000) })
      .where(eq(call.id, callId));
    await expect(saveSections(ctx, typed(applicationId, "tardi", 0))).rejects.toMatchObject({
      reason: "deadline_passed",
    });
    const { over } = await myApplications(ctx);
    expect(over.map((one) => [one.state, one.late])).toEqual([["draft", true]]);
  });

  test("is nobody else's to read or write", async () => {
    const { applicationId } = await emptyDraft();
    const stranger = await somebody(db, "Eva");
    await expect(saveSections(stranger.ctx, typed(applicationId, "mio", 0))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("statements", () => {
  test("saving a draft takes five at most, sending eleven", async () => {
    const applicant = await somebody(db);
    const { callId } = await openCall(applicant.ctx);
    const id = await completeDraft(applicant, callId, { code: bodyCode(800) });
    const { sections } = await applicationForCommand(applicant.ctx, id);
    const saving = typed(id, "ancora", sections.answers?.revision ?? 0);
    expect(await statements(() => saveSections(applicant.ctx, saving))).toBeLessThanOrEqual(5);
    const input = await confirmation(applicant.ctx, id);
    expect(await statements(() => submitApplication(applicant.ctx, input))).toBeLessThanOrEqual(11);
    expect(await statements(() => myApplications(applicant.ctx))).toBeLessThanOrEqual(6);
  });
});
