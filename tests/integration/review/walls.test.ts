import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { recordCheck } from "@/lib/review/commands/record-check";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { lettersPage } from "@/lib/review/queries/letters";
import { outcomePage } from "@/lib/review/queries/outcome-page";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { staffToday } from "@/lib/review/queries/staff-today";
import { testDatabase } from "../../support/database";
import { ACT, admit, callUnderReview, refuse, staffOf } from "../../support/review";

const database = await testDatabase();
const pool = database.app;
const everything = readQueueRequest({});

describe("walls", () => {
  test("who works for another body finds nothing, and changes nothing", async () => {
    const { applications, callId } = await callUnderReview(pool, 1);
    const elsewhere = await callUnderReview(pool, 0);
    const [id = ""] = applications;
    const { officer: stranger } = elsewhere;
    const nothing = { code: "not_found" };
    await expect(staffCall(stranger, callId)).rejects.toMatchObject(nothing);
    await expect(reviewQueue(stranger, callId, everything)).rejects.toMatchObject(nothing);
    await expect(applicationSheet(stranger, callId, id)).rejects.toMatchObject(nothing);
    await expect(applicationSheet(stranger, elsewhere.callId, id)).rejects.toMatchObject(nothing);
    await expect(outcomePage(stranger, callId)).rejects.toMatchObject(nothing);
    await expect(
      lettersPage(stranger, callId, { view: "tutte", after: "", open: "" }),
    ).rejects.toMatchObject(nothing);
    await expect(refuse(stranger, id)).rejects.toMatchObject(nothing);
    await expect(publishOutcome(stranger, { callId, ...ACT })).rejects.toMatchObject(nothing);
    const today = await staffToday(stranger);
    expect(JSON.stringify(today)).not.toContain(callId);
  });

  test("a draft is seen by nobody of the staff, and cannot be checked", async () => {
    const { officer, callId, draftId, applications } = await callUnderReview(pool, 1);
    const queue = await reviewQueue(officer, callId, everything);
    expect(queue.rows.map(({ id }) => id)).toEqual(applications);
    expect(queue.views.find(({ view }) => view === "tutte")?.count).toBe(1);
    const found = await reviewQueue(officer, callId, readQueueRequest({ q: "Passaparola" }));
    expect(found.total).toBe(1);
    await expect(applicationSheet(officer, callId, draftId)).rejects.toMatchObject({
      code: "not_found",
    });
    const check = { requirement: "contactPerson", answer: "yes", note: "" } as const;
    await expect(recordCheck(officer, { applicationId: draftId, ...check })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("a reviewer does not get the contacts, only that they exist", async () => {
    const { bodyId, callId, applications } = await callUnderReview(pool, 1);
    const reviewer = await staffOf(pool, bodyId, ["reviewer"]);
    const sheet = await applicationSheet(reviewer, callId, applications[0] ?? "");
    const locked = sheet.sections.flatMap(({ answers }) => answers).filter((one) => one.locked);
    for (const { answer } of locked) expect(answer).toBeNull();
    expect(sheet.timeline.map(({ action }) => action)).toEqual(["application.submit"]);
  });
});

describe("pages of a queue", () => {
  test("filter by state, order by name, and go on after the last row", async () => {
    const { officer, callId, applications } = await callUnderReview(pool, 3);
    await admit(officer, applications[0] ?? "");
    const admitted = await reviewQueue(officer, callId, readQueueRequest({ stato: "ammesse" }));
    expect(admitted.rows.map(({ id }) => id)).toEqual([applications[0]]);
    const all = await reviewQueue(officer, callId, everything);
    expect(all.rows.map(({ id }) => id)).toEqual(applications);
    const [first] = all.rows;
    const after = { id: first?.id ?? "", key: first?.submittedAt ?? "" };
    const rest = await reviewQueue(officer, callId, { ...everything, after });
    expect(rest.rows.map(({ id }) => id)).toEqual(applications.slice(1));
  });

  test("cost the same number of queries for few and for many applications", async () => {
    const few = await callUnderReview(pool, 1);
    const many = await callUnderReview(pool, 12);
    const counts = [];
    for (const { officer, callId } of [few, many]) {
      counts.push(await queriesOf(() => reviewQueue(officer, callId, everything)));
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(12);
  });
});

/** How many statements were sent to the server while the work ran. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const query = Client.prototype.query;
  let sent = 0;
  Client.prototype.query = function counted(this: unknown, ...given: unknown[]) {
    sent += 1;
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return sent;
}
