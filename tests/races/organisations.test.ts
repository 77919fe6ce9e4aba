import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { acceptMembership } from "@/lib/people/commands/accept-membership";
import { endMembership } from "@/lib/people/commands/end-membership";
import { handOverRepresentation } from "@/lib/people/commands/hand-over-representation";
import { organisationPage } from "@/lib/people/queries/organisations";
import { bodyCode, somebody } from "../support/applications";
import { testDatabase } from "../support/database";
import { asMember, colleague, invited, sharedDraft } from "../support/members";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("of many who follow one invitation at once one comes in", async () => {
  const { author, organisationId } = await sharedDraft(db, bodyCode(921));
  const ctx = await asMember(author);
  const token = await invited(ctx, organisationId, "una@example.org");
  const people = await Promise.all(Array.from({ length: 6 }, () => somebody(db, "Una")));
  const results = await Promise.allSettled(
    people.map((one) => acceptMembership(one.ctx, { token })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await organisationPage(ctx, organisationId)).people).toHaveLength(2);
});

test("handed over to several and left at once: there is one representative, never none", async () => {
  const { author, organisationId } = await sharedDraft(db, bodyCode(922));
  const lucia = await asMember(author);
  const others = [];
  for (const name of ["Marta", "Eva", "Anna"]) {
    others.push(await colleague(lucia, organisationId, name));
  }
  await Promise.allSettled([
    ...others.map(({ personId }) => handOverRepresentation(lucia, { organisationId, personId })),
    ...others.map((one) => endMembership(one.ctx, { organisationId, personId: one.personId })),
    endMembership(lucia, { organisationId, personId: author.personId }),
  ]);
  const { rows } = await database.owner.query<{ people: number; representatives: number }>(
    `select count(*)::int as people,
       count(*) filter (where role = 'representative')::int as representatives
     from membership where organisation_id = $1 and ended_at is null`,
    [organisationId],
  );
  expect(rows[0]?.representatives).toBe(1);
});
