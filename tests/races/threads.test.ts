import { expect, test } from "vitest";
import { readThread } from "@/lib/applications/commands/read-thread";
import { applicationThread } from "@/lib/applications/queries/application-thread";
import { verifyChains } from "@/lib/audit/verify-chain";
import { testDatabase } from "../support/database";
import { colleague } from "../support/members";
import { notices, say, sentTogether, tell } from "../support/threads";

const database = await testDatabase();

test("a burst from both sides: numbers without gaps, times in order, each letter once", async () => {
  const { applicationId, author, marta, officer, bodyId } = await sentTogether(database.app);
  const writers = [author, marta, officer, officer, officer, marta, author, officer];
  await Promise.all(writers.map((ctx, at) => say(ctx, applicationId, `n. ${at}`, at)));
  const { messages, waitingSince } = await applicationThread(officer, applicationId);
  expect(messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const times = messages.map(({ sentAt }) => sentAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(messages.map(({ text }) => text)).size).toBe(8);
  // No page showed the eighth: if it is the applicant's, it waits.
  if (messages.at(-1)?.side === "applicant") expect(waitingSince).not.toBeNull();
  await Promise.all([tell(database.app, 6, 1), tell(database.app, 6, 1), tell(database.app, 7)]);
  const letters = await notices(database.owner, applicationId);
  expect(letters.map(({ view, jobs }) => [view.count, jobs])).toEqual([
    [4, 1],
    [4, 1],
  ]);
  expect((await verifyChains(officer, [bodyId])).map(({ brokenAt }) => brokenAt)).toEqual([
    undefined,
  ]);
});

test("messages that come while the letters are written are told by them or by the next, never by none", async () => {
  const { applicationId, author, officer } = await sentTogether(database.app);
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([
      say(officer, applicationId, `${round}`, 0),
      tell(database.app, 6 + round),
      say(officer, applicationId, `${round} ancora`, 0),
      tell(database.app, 6 + round),
    ]);
  }
  await tell(database.app, 60);
  const { rows } = await database.owner.query<{ told: number }>(
    `select max(split_part(key, ':', 3)::int) as told from message
     where kind = 'threadNotice' and subject_id = $1 group by recipient`,
    [applicationId],
  );
  expect(rows).toEqual([{ told: 8 }, { told: 8 }]);
  expect((await database.owner.query("select from thread_notice")).rowCount).toBe(0);
  const { messages } = await applicationThread(author, applicationId);
  expect(messages).toHaveLength(8);
});

test("two readers at once, and pages that arrive late: the farthest counts, for each their own", async () => {
  const { applicationId, author, marta, officer } = await sentTogether(database.app);
  for (let at = 0; at < 4; at += 1) await say(officer, applicationId, `${at}`, at);
  const reads = [4, 1, 3, 2].flatMap((upTo) => [
    readThread(author, { applicationId, upTo }),
    readThread(marta, { applicationId, upTo: Math.min(upTo, 3) }),
  ]);
  await Promise.all(reads);
  const unread = async (ctx: typeof author) =>
    (await applicationThread(ctx, applicationId)).messages.filter(({ isNew }) => isNew).length;
  expect([await unread(author), await unread(marta)]).toEqual([0, 1]);
});

test("who joins while messages are sent: what counts as new for them is what the letter tells", async () => {
  const { applicationId, organisationId, author, officer } = await sentTogether(database.app);
  const joining = Promise.all(
    ["Ada", "Ines", "Rosa"].map((name) => colleague(author, organisationId, name)),
  );
  const sending = (async () => {
    for (let at = 0; at < 6; at += 1) {
      await say({ ...officer, now: new Date() }, applicationId, `${at}`, at);
    }
  })();
  const [joined] = await Promise.all([joining, sending]);
  await say({ ...officer, now: new Date() }, applicationId, "a tutte", 6);
  await tell(database.app, 6);
  const letters = await notices(database.owner, applicationId);
  for (const { ctx, personId } of joined) {
    const { messages } = await applicationThread(ctx, applicationId);
    const count = messages.filter(({ isNew }) => isNew).length;
    const told = letters.filter(({ recipient }) => recipient === `${personId}@example.it`);
    expect(messages).toHaveLength(7);
    expect(count).toBeGreaterThan(0);
    expect(told.map(({ view }) => view.count)).toEqual([count]);
  }
});
