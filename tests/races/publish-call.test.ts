import { beforeAll, expect, test } from "vitest";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { testDatabase } from "../support/database";
import { coeso, completeDraft, officerContext, seedOfficers } from "../support/drafts";

const database = await testDatabase();

beforeAll(() => seedOfficers(database.owner));

async function savedDraft() {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  const { revision } = await saveCall(ctx, draft);
  return { callId: draft.callId, revision, overrideReason: "" };
}

test("ten publications of one draft at once give it one code and one version", async () => {
  const given = await savedDraft();
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => publishCall(officerContext(database.app, coeso), given)),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const versions = await database.owner.query("select 1 from call_version where call_id = $1", [
    given.callId,
  ]);
  expect(versions.rowCount).toBe(1);
});

test("eight drafts published at once get eight codes in a row", async () => {
  const drafts = [];
  for (let made = 0; made < 8; made += 1) drafts.push(await savedDraft());
  const codes = await Promise.all(
    drafts.map((given) => publishCall(officerContext(database.app, coeso), given)),
  );
  const numbers = codes.map(({ code }) => Number(code.split("/")[1])).sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, at) => first + at));
});

test("of six savings of one revision exactly one is kept", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, (_, at) =>
      saveCall(officerContext(database.app, coeso), { ...draft, title: `Titolo ${at}` }),
    ),
  );
  const kept = results.flatMap((result, at) => (result.status === "fulfilled" ? [at] : []));
  expect(kept).toHaveLength(1);
  const { rows } = await database.owner.query("select title, revision from call where id = $1", [
    draft.callId,
  ]);
  expect(rows).toEqual([{ title: `Titolo ${kept[0]}`, revision: 2 }]);
});
