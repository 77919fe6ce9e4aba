import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { readThread } from "@/lib/applications/commands/read-thread";
import { applicationThread } from "@/lib/applications/queries/application-thread";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { unreadMessages } from "@/lib/applications/queries/unread-messages";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { writeLetters } from "@/lib/review/commands/write-letters";
import { somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { manyApplications } from "../../support/many-applications";
import { countingPool } from "../../support/query-count";
import { ACT, admit, callUnderReview, checkAll, WHY } from "../../support/review";
import { later, say, sentTogether } from "../../support/threads";

const database = await testDatabase();
const counting = countingPool(database.appUrl);
const counted = scopedDatabase(counting.pool, "*");

test("500 applications of an organisation of several people cost as few queries as one, unread and all", async () => {
  const { author, marta, officer, applicationId, organisationId, callId } = await sentTogether(
    database.app,
  );
  const ask = async (ctx: typeof author) => {
    const before = counting.count();
    const mine = await myApplications({ ...ctx, db: counted });
    return { mine, queries: counting.count() - before };
  };
  const few = await ask(marta);
  await manyApplications(database.owner, callId, 499, "MOLTI-");
  await database.owner.query("update application set organisation_id = $1 where call_id = $2", [
    organisationId,
    callId,
  ]);
  await say(later(officer, 1), applicationId, "Uno");
  await say(later(officer, 2), applicationId, "Due", 1);
  const many = await ask(marta);
  expect(many.mine.running).toHaveLength(500);
  expect([few.queries, many.queries]).toEqual([2, 2]);
  // 49 threads of one message each, and the one of two.
  expect(many.mine.unread).toBe(51);
  const inMenu = async (ctx: typeof author) => {
    const before = counting.count();
    const unread = await unreadMessages({ ...ctx, db: counted });
    expect(counting.count() - before).toBe(1);
    return unread;
  };
  expect(await inMenu(marta)).toBe(51);
  await readThread(marta, { applicationId, upTo: 1 });
  expect(await inMenu(marta)).toBe(50);
  expect(await inMenu((await somebody(author.db)).ctx)).toBe(0);
  expect((await ask(marta)).mine.unread).toBe(50);
  expect((await ask(author)).mine.unread).toBe(51);
  const one = many.mine.running.find(({ id }) => id === applicationId);
  expect(one?.unread).toBe(2);
  // The list and the page agree on what is new.
  const { messages } = await applicationThread(author, applicationId);
  expect(messages.filter(({ isNew }) => isNew)).toHaveLength(2);
  const before = counting.count();
  await myApplication({ ...author, db: counted }, applicationId);
  expect(counting.count() - before).toBeLessThanOrEqual(10);
});

test("nobody is told of a decision before the outcome; then list, page, timeline and papers agree", async () => {
  const { applications, officer, callId, db } = await callUnderReview(database.app, 2);
  const [good = "", bad = ""] = applications;
  const { rows } = await database.owner.query<{ id: string; person: string }>(
    "select id, person_id as person from application where call_id = $1 and state <> 'draft'",
    [callId],
  );
  const as = (id: string) => {
    const personId = rows.find((row) => row.id === id)?.person ?? "";
    const actor = { kind: "person", personId, strength: "mailbox" } as const;
    return { ...officer, db, actor: { ...actor, identityLevel: "mailbox", organisationIds: [] } };
  };
  const told = async (id: string) => {
    const [mine, page] = await Promise.all([myApplications(as(id)), myApplication(as(id), id)]);
    const [one] = [...mine.todo, ...mine.running, ...mine.over];
    expect([one?.state, one?.nextStep]).toEqual([page.state, page.nextStep]);
    return {
      state: page.state,
      events: page.happened.map(({ code }) => code),
      papers: page.documents.map(({ kind }) => kind),
    };
  };
  const before = await told(good);
  expect(before).toMatchObject({ state: "admissible", papers: ["receipt"] });
  await admit(officer, good);
  await checkAll(officer, bad, "no");
  await decideAdmissibility(officer, {
    ...{ applicationId: bad, result: "inadmissible" as const },
    ...{ reasonCode: "requirementMissing" as const, reasons: WHY },
  });
  expect(await told(good)).toEqual(before);
  expect(await told(bad)).toEqual(before);
  await publishOutcome(officer, { callId, ...ACT });
  const { rows: outcomes } = await database.owner.query<{ id: string }>(
    "select id from outcome where call_id = $1",
    [callId],
  );
  await writeLetters(testContext(database.app, { now: new Date() }), {
    outcomeId: outcomes[0]?.id ?? "",
  });
  expect(await told(good)).toMatchObject({
    state: "admitted",
    papers: ["receipt", "decisionLetter"],
  });
  const refused = await told(bad);
  expect(refused).toMatchObject({ state: "inadmissible", papers: ["receipt", "decisionLetter"] });
  expect(refused.events).toContain("decision.inadmissible");
  const { happened } = await myApplication(as(bad), bad);
  expect(happened.find(({ code }) => code === "decision.inadmissible")?.said).toBe(WHY);
});
