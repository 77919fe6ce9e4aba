import { beforeAll, expect, test } from "vitest";
import { saveCall } from "@/lib/calls/commands/save-call";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { marksOfCall } from "@/lib/calls/queries/marks";
import { testDatabase } from "../support/database";
import { coeso, completeDraft, officerContext, seedOfficers } from "../support/drafts";

const database = await testDatabase();

beforeAll(() => seedOfficers(database.owner));

test("of eight desks that write one field one is stored, and the others hold both texts", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  await saveCall(ctx, draft);
  const was = marksOfCall(await callEditor(ctx, draft.callId));
  const FIELDS = ["phone", "email", "address", "helpHours", "office", "object", "remedy"] as const;
  const saved = await Promise.all(
    [...FIELDS, "obtained" as const].map((field, desk) =>
      saveCall(officerContext(database.app, coeso), {
        ...{ ...draft, was, automatic: true, title: `Titolo ${desk}` },
        [field]: `Scritto al tavolo ${desk}`,
      }),
    ),
  );
  const winners = saved.flatMap(({ conflicts }, desk) => (conflicts.length === 0 ? [desk] : []));
  expect(winners).toHaveLength(1);
  const stored = await callEditor(ctx, draft.callId);
  expect(stored.title).toBe(`Titolo ${winners[0]}`);
  for (const [desk, { conflicts }] of saved.entries()) {
    if (desk === winners[0]) continue;
    expect(conflicts).toMatchObject([
      { field: "title", mine: `Titolo ${desk}`, stored: stored.title },
    ]);
  }
  // What each wrote elsewhere is there, whoever came first.
  const { contacts, procedure, sheet } = stored.content;
  const texts = { ...contacts, ...procedure, ...sheet };
  expect([...FIELDS, "obtained" as const].map((field) => texts[field])).toEqual(
    saved.map((_, desk) => `Scritto al tavolo ${desk}`),
  );
});
