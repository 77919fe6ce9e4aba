import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { startApplication } from "@/lib/applications/commands/start-application";
import { applicantsOfCall, concernedBy } from "@/lib/applications/queries/act-recipients";
import { routes } from "@/lib/routes";
import { bodyCode, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { asMember, colleague, sharedDraft } from "../../support/members";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("an act reaches all who work on a draft or an application, each once, whatever the batches", async () => {
  const { author, callId, applicationId, organisationId } = await sharedDraft(db, bodyCode(961));
  const lucia = await asMember(author);
  const marta = await colleague(lucia, organisationId, "Marta");
  const ines = await colleague(lucia, organisationId, "Ines");
  const left = await colleague(lucia, organisationId, "Vera");
  const silent = await colleague(lucia, organisationId, "Rosa");
  // Ines has sent something of her own; Ugo alone; Ada took hers back.
  const [ugo, ada] = [await somebody(db, "Ugo"), await somebody(db, "Ada")];
  const own: Record<string, string> = {};
  for (const one of [ines, ugo, ada]) {
    const begun = await startApplication(one.ctx, { callId, track: "citizen" });
    own[one.personId] = begun.applicationId;
  }
  const owner = database.owner;
  await owner.query(
    `update application set state = 'submitted', applicant_key = 'person:x', submitted_at = now(),
       code = 'X-1', applicant_name = 'Ines' where id = $1`,
    [own[ines.personId]],
  );
  await owner.query("update application set state = 'withdrawn' where person_id = $1", [
    ada.personId,
  ]);
  await owner.query("update membership set ended_at = now() where person_id = $1", [left.personId]);
  await owner.query("update person set email = null where id = $1", [silent.personId]);

  const draft = routes.applicationStep(applicationId, "riepilogo");
  const expected = new Map([
    [`${author.personId}@example.it`, draft],
    [`${marta.personId}@example.it`, draft],
    // A colleague's draft waits for her too: it says so rather than that she has sent.
    [`${ines.personId}@example.it`, draft],
    [`${ugo.personId}@example.it`, routes.applicationStep(own[ugo.personId] ?? "", "riepilogo")],
  ]);
  for (const limit of [1, 2, 3, 4, 100]) {
    const told: [string, string | null][] = [];
    for (let after: string | null = null; ; ) {
      const page = await applicantsOfCall.page(lucia, callId, after, limit);
      expect(page.every(({ standing }) => standing === "draft")).toBe(true);
      told.push(...page.map(({ email, path }) => [email, path] as [string, string | null]));
      if (page.length < limit) break;
      after = page.at(-1)?.key ?? null;
    }
    expect(told).toHaveLength(expected.size);
    expect(new Map(told)).toEqual(expected);
  }
  expect(await concernedBy(lucia, callId)).toEqual({
    withMailbox: { drafts: 4, sent: 0 },
    withoutMailbox: 1,
  });
  expect(await applicantsOfCall.count(lucia, callId)).toBe(4);
});
