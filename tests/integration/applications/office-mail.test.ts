import { expect, test } from "vitest";
import { chooseOfficeMail } from "@/lib/applications/commands/choose-office-mail";
import { settleThread } from "@/lib/applications/commands/settle-thread";
import { wantsOfficeMail } from "@/lib/applications/queries/office-mail";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { testDatabase } from "../../support/database";
import {
  anotherSent,
  notices,
  officeLetters,
  officeMember,
  officeOfSent,
  say,
  sentTogether,
  tell,
  tellOfficeAt,
} from "../../support/threads";

const database = await testDatabase();
const at = (ctx: Ctx, now: Date): Ctx => ({ ...ctx, now });
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
/** A Thursday; the Tuesday that follows is a holiday. */
const THURSDAY = new Date("2026-12-03T09:00:00Z");

test("one letter a working day to each of the office, without a word or a name; to nobody else", async () => {
  const { db, bodyId, callId, applicationId, author, ada, ugo } = await officeOfSent(database.app);
  const desk = await officeMember(database.app, bodyId, "desk");
  const reviewer = await officeMember(database.app, bodyId, "reviewer");
  const other = await anotherSent(db, callId);
  await say(at(author, THURSDAY), applicationId, "Segreto uno");
  await say(at(other.ctx, after(THURSDAY, 10)), other.id, "Segreto due");
  const written = () => officeLetters(database.owner, bodyId);
  await tellOfficeAt(database.app, after(THURSDAY, 29));
  expect(await written()).toEqual([]);
  await tellOfficeAt(database.app, after(THURSDAY, 30));
  // `sentTogether` has an officer who has not accepted the invitation: nobody has proved the mailbox.
  const both = [ada.personId, ugo.personId].toSorted();
  const first = await written();
  expect(first.map(({ personId, jobs }) => [personId, jobs])).toEqual(both.map((one) => [one, 1]));
  expect(both).not.toContain(desk.personId);
  expect(both).not.toContain(reviewer.personId);
  expect(first[0]?.view).toMatchObject({
    count: 2,
    since: THURSDAY.toISOString(),
    calls: [{ title: "Parità di accesso ai servizi", count: 2 }],
  });
  expect(JSON.stringify(first)).not.toMatch(/Segreto|Lucia|Besnik|Passaparola/);
  // What comes later on that day is told on the next working day.
  await say(at(author, after(THURSDAY, 120)), applicationId, "Segreto tre", 1);
  await tellOfficeAt(database.app, after(THURSDAY, 240));
  expect(await written()).toHaveLength(2);
  await tellOfficeAt(database.app, new Date("2026-12-04T06:59:00Z"));
  expect(await written()).toHaveLength(2);
  await tellOfficeAt(database.app, new Date("2026-12-04T07:00:00Z"));
  expect((await written()).slice(2).map(({ view }) => view.count)).toEqual([3, 3]);
  // Nothing new: nobody is reminded, the list is.
  await tellOfficeAt(database.app, new Date("2026-12-07T09:00:00Z"));
  expect(await written()).toHaveLength(4);
});

test("none if a colleague has dealt with it; nor to who has left, or wants none", async () => {
  const { db, bodyId, callId, applicationId, author, ada, ugo } = await officeOfSent(database.app);
  const other = await anotherSent(db, callId);
  const last = async (now: Date) => {
    await tellOfficeAt(database.app, now);
    return (await officeLetters(database.owner, bodyId))
      .filter((one) => one.at.getTime() === now.getTime())
      .map(({ personId, view }) => [personId, view.count]);
  };
  // One that was told and still waits, and a new one that is answered meanwhile: no letter.
  await say(at(author, THURSDAY), applicationId, "Uno");
  expect(await last(after(THURSDAY, 30))).toHaveLength(2);
  const friday = after(THURSDAY, 1440);
  await say(at(other.ctx, friday), other.id, "Due");
  await say(at(ada.ctx, after(friday, 5)), other.id, "Rispondo", 1);
  expect(await last(after(friday, 60))).toEqual([]);
  await say(at(other.ctx, after(friday, 70)), other.id, "Tre", 2);
  await settleThread(at(ugo.ctx, after(friday, 75)), { applicationId: other.id, seen: 3 });
  expect(await last(after(friday, 120))).toEqual([]);
  // Who wants no letters gets none, and nothing changes for the colleague.
  expect(await wantsOfficeMail(ada.ctx)).toBe(true);
  await chooseOfficeMail(ada.ctx, { wanted: false });
  expect([await wantsOfficeMail(ada.ctx), await wantsOfficeMail(ugo.ctx)]).toEqual([false, true]);
  await say(at(author, after(friday, 130)), applicationId, "Quattro", 1);
  expect(await last(after(friday, 180))).toEqual([[ugo.personId, 2]]);
  await chooseOfficeMail(ada.ctx, { wanted: true });
  const monday = after(friday, 3 * 1440);
  await say(at(author, monday), applicationId, "Cinque", 1);
  await database.owner.query("update staff_member set ended_at = now() where person_id = $1", [
    ugo.personId,
  ]);
  expect(await last(after(monday, 60))).toEqual([[ada.personId, 3]]);
  await expect(chooseOfficeMail(author, { wanted: false })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await wantsOfficeMail(author)).toBeUndefined();
});

test("a worker that dies while it writes, and several at once: each letter once", async () => {
  const { bodyId, applicationId, author } = await officeOfSent(database.app);
  await say(at(author, THURSDAY), applicationId, "Uno");
  const now = after(THURSDAY, 45);
  const { rowCount } = await database.owner.query("select from message");
  await database.owner.query(
    "alter table message add constraint dies check (kind <> 'officeNotice') not valid",
  );
  await expect(tellOfficeAt(database.app, now)).rejects.toThrow();
  await database.owner.query("alter table message drop constraint dies");
  expect((await database.owner.query("select from message")).rowCount).toBe(rowCount);
  await Promise.all([1, 1, 2].map((batch) => tellOfficeAt(database.app, now, batch)));
  await tellOfficeAt(database.app, after(now, 5));
  const letters = await officeLetters(database.owner, bodyId);
  expect(letters.map(({ jobs }) => jobs)).toEqual([1, 1]);
});

test("a message whose sending is not through yet is in this letter or in the next", async () => {
  const { bodyId, applicationId, author } = await officeOfSent(database.app);
  await say(at(author, THURSDAY), applicationId, "Uno");
  await inTransaction(author, async (tx) => {
    await say(at(tx, after(THURSDAY, 31)), applicationId, "Due", 1);
    await tellOfficeAt(database.app, after(THURSDAY, 40));
  });
  expect(await officeLetters(database.owner, bodyId)).toEqual([]);
  await tellOfficeAt(database.app, after(THURSDAY, 45));
  const letters = await officeLetters(database.owner, bodyId);
  expect(letters.map(({ view }) => view.count)).toEqual([2, 2]);
});

test("nor is one to an applicant lost", async () => {
  const { applicationId, officer } = await sentTogether(database.app);
  await say(officer, applicationId, "Uno");
  await inTransaction(officer, async (tx) => {
    await say(tx, applicationId, "Due");
    await tell(database.app, 6);
  });
  expect(await notices(database.owner, applicationId)).toEqual([]);
  await tell(database.app, 7);
  const told = await notices(database.owner, applicationId);
  expect(told.map(({ view }) => view.count)).toEqual([2, 2]);
});
