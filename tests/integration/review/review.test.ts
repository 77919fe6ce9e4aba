import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { decision, outcome } from "@/db/schema/review";
import { verifyChains } from "@/lib/audit/verify-chain";
import type { Ctx } from "@/lib/context";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { reopenDecision } from "@/lib/review/commands/reopen-decision";
import { writeLetters } from "@/lib/review/commands/write-letters";
import { lettersPage } from "@/lib/review/queries/letters";
import { outcomeByCode } from "@/lib/review/queries/outcome-by-code";
import { outcomePage } from "@/lib/review/queries/outcome-page";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { ACT, admit, callUnderReview, checkAll, refuse, staffOf, WHY } from "../../support/review";

const database = await testDatabase();
const pool = database.app;
const db = scopedDatabase(pool, "*");

const stateOf = async (id: string) =>
  (await db.select({ state: application.state }).from(application).where(eq(application.id, id)))[0]
    ?.state;

describe("a decision", () => {
  test("waits for the whole checklist, then admits where applicants are not compared", async () => {
    const { officer, applications } = await callUnderReview(pool, 1);
    const [id = ""] = applications;
    const yes = { applicationId: id, result: "admissible" as const, reasons: "" };
    await expect(decideAdmissibility(officer, yes)).rejects.toMatchObject({
      reason: "checks_incomplete",
    });
    await admit(officer, id);
    expect(await stateOf(id)).toBe("admitted");
    const rows = await db.select().from(decision).where(eq(decision.applicationId, id));
    expect(rows.map(({ stage, result }) => `${stage}:${result}`).sort()).toEqual([
      "admissibility:admissible",
      "admission:admitted",
    ]);
  });

  test("stops at admissible where applicants are compared", async () => {
    const given = { regime: "callForProposals" };
    const { officer, applications } = await callUnderReview(pool, 1, given);
    const [id = ""] = applications;
    await admit(officer, id);
    expect(await stateOf(id)).toBe("admissible");
  });

  test("that is taken back stays in the record, and the next one is the current one", async () => {
    const { officer, applications } = await callUnderReview(pool, 1);
    const [id = ""] = applications;
    await refuse(officer, id);
    await reopenDecision(officer, { applicationId: id, reasons: `${WHY} Ora risulta.` });
    expect(await stateOf(id)).toBe("submitted");
    await admit(officer, id);
    expect(await stateOf(id)).toBe("admitted");
    const current = await db
      .select({ result: decision.result })
      .from(decision)
      .where(and(eq(decision.applicationId, id), isNull(decision.supersededById)));
    expect(current.map(({ result }) => result).sort()).toEqual(["admissible", "admitted"]);
    expect(await db.$count(decision, eq(decision.applicationId, id))).toBe(4);
    const reports = await verifyChains(testContext(pool));
    expect(reports.filter(({ brokenAt }) => brokenAt !== undefined)).toEqual([]);
  });

  test("is for officers: a reviewer checks and does not decide", async () => {
    const { bodyId, applications } = await callUnderReview(pool, 1);
    const reviewer = await staffOf(pool, bodyId, ["reviewer"]);
    const [applicationId = ""] = applications;
    await checkAll(reviewer, applicationId, "yes");
    await expect(
      decideAdmissibility(reviewer, { applicationId, result: "admissible", reasons: "" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await stateOf(applicationId)).toBe("submitted");
  });
});

describe("an outcome", () => {
  test("waits until all are decided; then codes are public, until the term", async () => {
    const { officer, applications, callId } = await callUnderReview(pool, 3);
    const [one = "", two = "", three = ""] = applications;
    await admit(officer, one);
    await refuse(officer, two);
    await expect(publishOutcome(officer, { callId, ...ACT })).rejects.toMatchObject({
      reason: "undecided_applications",
    });
    expect((await outcomePage(officer, callId)).verdict).toEqual({
      ok: false,
      reason: "undecided_applications",
    });
    await admit(officer, three);
    expect(await publishOutcome(officer, { callId, ...ACT })).toEqual({ letters: 3 });
    const [row] = await db.select({ slug: call.slug }).from(call).where(eq(call.id, callId));
    const visitor = testContext(pool, { actor: { kind: "anonymous" }, now: new Date() });
    const shown = await outcomeByCode(visitor, row?.slug ?? "");
    expect(shown?.entries).toHaveLength(3);
    expect(JSON.stringify(shown)).not.toMatch(/Passaparola|Persona/);
    const later = { ...visitor, now: new Date(Date.now() + 62 * 86_400_000) };
    expect(await outcomeByCode(later, row?.slug ?? "")).toBeUndefined();
    await expect(
      reopenDecision(officer, { applicationId: two, reasons: WHY }),
    ).rejects.toMatchObject({ reason: "call_not_under_review" });
  });

  test("writes each letter once, though the job dies in the middle and runs twice", async () => {
    const { officer, applications, callId, bodyId } = await callUnderReview(pool, 30);
    for (const id of applications) await (id === applications[3] ? refuse : admit)(officer, id);
    await publishOutcome(officer, { callId, ...ACT });
    const [published] = await db.select().from(outcome).where(eq(outcome.callId, callId));
    const outcomeId = published?.id ?? "";
    const job = testContext(pool, { now: new Date(), seed: `letters-${callId}` });
    let made = 0;
    const dying: Ctx = {
      ...job,
      newId: () => {
        made += 1;
        if (made > 70) throw new Error("the worker was killed");
        return job.newId();
      },
    };
    await expect(writeLetters(dying, { outcomeId })).rejects.toThrow("killed");
    const before = await db.$count(
      issuedDocument,
      and(eq(issuedDocument.bodyId, bodyId), eq(issuedDocument.kind, "decisionLetter")),
    );
    expect(before % 25).toBe(0);
    const again = () => testContext(pool, { now: new Date(), seed: crypto.randomUUID() });
    await Promise.all([writeLetters(again(), { outcomeId }), writeLetters(again(), { outcomeId })]);
    const page = await lettersPage(officer, callId, { view: "tutte", after: "", open: "" });
    expect(page.rows).toHaveLength(30);
    expect(new Set(page.rows.map(({ code }) => code)).size).toBe(30);
    const mails = await db
      .select({ key: message.key })
      .from(message)
      .where(and(eq(message.bodyId, bodyId), eq(message.kind, "decision")));
    expect(mails).toHaveLength(30);
    const entries = await db
      .select({ number: registerEntry.number })
      .from(registerEntry)
      .where(eq(registerEntry.bodyId, bodyId));
    const numbers = entries.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
