import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { notePresence } from "@/lib/calls/commands/note-presence";
import { type CallSaving, saveCall } from "@/lib/calls/commands/save-call";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { marksOfCall } from "@/lib/calls/queries/marks";
import type { Ctx } from "@/lib/context";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers, valdera } from "../../support/drafts";

const database = await testDatabase();
const AT = new Date("2026-11-26T09:00:00Z");
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

/** A member of staff with a name, at a moment. */
async function officer(name: string, body = coeso) {
  const personId = randomUUID();
  await database.owner.query(
    "insert into person (id, given_name, family_name, created_at) values ($1, $2, 'Gori', now())",
    [personId, name],
  );
  return (now = AT, role: "officer" | "reviewer" = "officer"): Ctx =>
    testContext(database.app, {
      actor: { kind: "staff", personId, roles: [{ bodyId: body, role }] },
      scope: [body],
      seed: randomUUID(),
      now,
    });
}

let lucia: Awaited<ReturnType<typeof officer>>;
let paolo: Awaited<ReturnType<typeof officer>>;

beforeAll(async () => {
  await seedOfficers(database.owner);
  lucia = await officer("Lucia");
  paolo = await officer("Paolo");
});

/** A complete draft as two pages have read it: what they send, and its marks. */
async function openDraft(change: Record<string, unknown> = {}) {
  const ctx = officerContext(database.app, coeso);
  const given = await completeDraft(ctx, coeso, change);
  await saveCall(ctx, given);
  const stored = await callEditor(ctx, given.callId);
  const read: CallSaving = { ...given, was: marksOfCall(stored), automatic: true };
  return { read, callId: given.callId, stored: () => callEditor(ctx, given.callId) };
}

const events = async (callId: string) => {
  const { rows } = await database.owner.query<{ entry: string }>(
    "select entry from audit_event where subject_id = $1 and action = 'call.saved' order by sequence",
    [callId],
  );
  return rows.map((row) => JSON.parse(row.entry).facts.changed as string);
};

describe("two authors of one draft", () => {
  test("who write different fields lose nothing", async () => {
    const { read, stored } = await openDraft();
    await saveCall(lucia(), { ...read, title: "Il titolo di Lucia" });
    const saved = await saveCall(paolo(), { ...read, phone: "0564 000 000" });
    expect(saved.conflicts).toEqual([]);
    const call = await stored();
    expect([call.title, call.content.contacts.phone]).toEqual([
      "Il titolo di Lucia",
      "0564 000 000",
    ]);
    // The page of Paolo still shows the title that he read: saving it again must not bring it back.
    await saveCall(paolo(), { ...read, phone: "0564 000 001", was: saved.was });
    expect((await stored()).title).toBe("Il titolo di Lucia");
  });

  test("who write the same field get both texts, and whatever else they wrote is stored", async () => {
    const { read, stored } = await openDraft();
    await saveCall(lucia(later(5)), { ...read, title: "Il titolo di Lucia" });
    const saved = await saveCall(paolo(later(9)), {
      ...read,
      ...{ title: "Il titolo di Paolo", summary: "La sintesi di Paolo" },
    });
    expect(saved.conflicts).toMatchObject([
      {
        ...{ field: "title", mine: "Il titolo di Paolo", stored: "Il titolo di Lucia" },
        ...{ by: "Lucia Gori", at: later(5).toISOString() },
      },
    ]);
    const call = await stored();
    expect([call.title, call.summary]).toEqual(["Il titolo di Lucia", "La sintesi di Paolo"]);
  });

  test("a choice writes over the text that was shown, and over no later one", async () => {
    const { read, stored } = await openDraft();
    const mine = { ...read, title: "Il titolo di Paolo" };
    await saveCall(lucia(), { ...read, title: "Il titolo di Lucia" });
    const first = await saveCall(paolo(), mine);
    const shown = first.conflicts[0]?.mark ?? "";
    const { was } = await saveCall(lucia(), { ...read, title: "Il titolo di Lucia" });
    await saveCall(lucia(), { ...read, title: "Ancora Lucia", was });
    const late = await saveCall(paolo(), { ...mine, was: first.was, choices: { title: shown } });
    expect(late.conflicts).toMatchObject([{ stored: "Ancora Lucia" }]);
    const again = late.conflicts[0]?.mark ?? "";
    await saveCall(paolo(), { ...mine, was: late.was, choices: { title: again } });
    expect((await stored()).title).toBe("Il titolo di Paolo");
  });

  test("whoever leaves the other's text writes nothing", async () => {
    const { read, stored } = await openDraft();
    await saveCall(lucia(), { ...read, title: "Il titolo di Lucia" });
    const before = await stored();
    const saved = await saveCall(paolo(), {
      ...read,
      ...{ title: "Il titolo di Paolo", choices: { title: "theirs" } },
    });
    expect(saved).toMatchObject({ conflicts: [], revision: before.revision });
    expect(await stored()).toEqual(before);
  });

  test("a save by hand says so instead of going on", async () => {
    const { read, stored } = await openDraft();
    await saveCall(lucia(), { ...read, title: "Il titolo di Lucia" });
    const late = saveCall(paolo(), {
      ...{ ...read, automatic: false },
      ...{ title: "Il titolo di Paolo", phone: "0564 000 002" },
    });
    await expect(late).rejects.toMatchObject({
      ...{ code: "stale", changed: ["title"] },
      conflicts: [{ mine: "Il titolo di Paolo", stored: "Il titolo di Lucia" }],
    });
    expect((await stored()).content.contacts.phone).toBe("0564 000 002");
  });
});

test("what is written together stays together: the day and the hour of the end", async () => {
  const { read, stored } = await openDraft({ closesOn: "2026-12-18", closesAtTime: "12:00" });
  await saveCall(lucia(), { ...read, closesOn: "2026-12-21" });
  const saved = await saveCall(paolo(), { ...read, closesAtTime: "18:00" });
  expect(saved.conflicts).toMatchObject([
    { field: "closesOn", mine: "2026-12-18, 18:00", stored: "2026-12-21, 12:00" },
  ]);
  const call = await stored();
  expect(call.closesAt?.toISOString()).toBe("2026-12-21T11:00:00.000Z");
});

test("an end before the beginning is refused with the field, whoever wrote which", async () => {
  const { read } = await openDraft();
  const late = saveCall(lucia(), { ...read, opensOn: "2027-01-10" });
  await expect(late).rejects.toMatchObject({ fields: { closesOn: "ends_before_start" } });
});

test("saving what is stored already changes nothing, not even the time", async () => {
  const { read, stored, callId } = await openDraft();
  const [before, told] = [await stored(), await events(callId)];
  const saved = await saveCall(lucia(later(100)), read);
  expect(saved).toMatchObject({
    revision: before.revision,
    savedAt: before.updatedAt.toISOString(),
  });
  expect(await stored()).toEqual(before);
  expect(await events(callId)).toEqual(told);
});

test("a sitting is one event, a save by hand always one", async () => {
  const { read, callId } = await openDraft();
  const start = (await events(callId)).length;
  let { was } = read;
  const write = async (ctx: Ctx, title: string, automatic = true) => {
    ({ was } = await saveCall(ctx, { ...read, was, title, automatic }));
  };
  await write(lucia(later(10)), "Uno");
  await write(lucia(later(20)), "Due");
  await write(lucia(later(30)), "Tre");
  await write(lucia(later(40)), "Quattro", false);
  await write(lucia(later(40 + 31 * 60)), "Cinque");
  expect((await events(callId)).slice(start)).toEqual(["title", "title", "title"]);
});

describe("who has a draft open", () => {
  test("is told to the others for a minute, with what they wrote since", async () => {
    const { read, callId } = await openDraft();
    const alone = await notePresence(lucia(AT), { callId, since: AT });
    expect(alone).toEqual({ others: [], edits: [], asOf: AT });
    await saveCall(lucia(later(20)), { ...read, title: "Il titolo di Lucia" });
    const paolos = await notePresence(paolo(later(30)), { callId, since: AT });
    expect(paolos.others).toEqual([{ name: "Lucia Gori", at: AT }]);
    expect(paolos.edits).toEqual([{ field: "title", by: "Lucia Gori", at: later(20) }]);
    const lucias = await notePresence(lucia(later(59)), { callId, since: AT });
    expect(lucias.others).toEqual([{ name: "Paolo Gori", at: later(30) }]);
    expect(lucias.edits).toEqual([]);
    const quiet = await notePresence(lucia(later(91)), { callId, since: later(59) });
    expect(quiet.others).toEqual([]);
  });

  test("is nobody else's business", async () => {
    const { callId } = await openDraft();
    const stranger = await officer("Anna", valdera);
    for (const ctx of [stranger(), lucia(AT, "reviewer")]) {
      const asked = notePresence(ctx, { callId, since: AT });
      await expect(asked).rejects.toMatchObject({ code: "not_found" });
    }
    const { rowCount } = await database.owner.query(
      "select 1 from call_presence where call_id = $1",
      [callId],
    );
    expect(rowCount).toBe(0);
  });
});
