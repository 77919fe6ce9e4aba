import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";
import { arrivalAt, assistedDraft, atTheDesk, operatorOf } from "../support/desk";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("the desk twice and the applicant online, all at once for one body: one is taken, no number is lost", async () => {
  for (let round = 0; round < 4; round += 1) {
    const applicant = await somebody(db);
    const { callId, bodyId } = await openCall(applicant.ctx);
    const [one, other] = await Promise.all([1, 2].map(() => operatorOf(database.app, bodyId)));
    if (!one || !other) throw new Error("the desk is not kept");
    const code = bodyCode(880 + round);
    const came = arrivalAt(new Date(Date.now() - 60_000));
    const drafts = await Promise.all([
      completeDraft(applicant, callId, { code }).then((id) => ({ ctx: applicant.ctx, id })),
      assistedDraft(one, callId, { code, ...came }).then((id) => ({ ctx: one.form, id })),
      assistedDraft(other, callId, { code }).then((id) => ({ ctx: other.form, id })),
    ]);
    const results = await Promise.allSettled(
      drafts.map(async ({ ctx, id }) => submitApplication(ctx, await confirmation(ctx, id))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ reason: "code_in_use" });
      }
    }
    // Who was refused is written down with the moment, once each, and nobody twice for a second try.
    const [again] = drafts.filter((_, at) => results[at]?.status === "rejected");
    if (!again) throw new Error("nobody was refused");
    const second = submitApplication(again.ctx, await confirmation(again.ctx, again.id));
    await expect(second).rejects.toMatchObject({ reason: "code_in_use" });
    const { rows } = await database.owner.query<Record<string, unknown>>(
      `select (select count(*)::int from application where call_id = $1
           and state not in ('draft', 'withdrawn')) as live,
         array(select number from register_entry where body_id = $2 order by number) as numbers,
         (select count(*)::int from refused_attempt where call_id = $1
           and reason = 'code_in_use' and contested_id is not null) as attempts,
         (select count(*)::int from audit_event e join application a on a.id = e.subject_id
           where a.call_id = $1 and e.action = 'application.contested') as events`,
      [callId, bodyId],
    );
    expect(rows).toEqual([{ live: 1, numbers: [1], attempts: 2, events: 2 }]);
  }
});

test("one desk draft sent twice at once and once more later gives one result, one number, one event", async () => {
  const { ctx } = await somebody(db);
  const { callId, bodyId } = await openCall(ctx);
  const operator = await operatorOf(database.app, bodyId);
  const id = await assistedDraft(operator, callId, { email: "amina@example.it" });
  const input = await confirmation(operator.form, id);
  const send = () => submitApplication(operator.form, input);
  const [first, ...others] = [...(await Promise.all([send(), send()])), await send()];
  for (const other of others) expect(other).toMatchObject({ ...first });
  await expect(submitApplication(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  const { rows } = await database.owner.query<Record<string, number>>(
    `select (select count(*)::int from register_entry where body_id = $1) as numbers,
       (select count(*)::int from message where subject_id = $2) as letters,
       (select count(*)::int from audit_event
         where subject_id = $2 and action = 'application.submit') as events`,
    [bodyId, id],
  );
  expect(rows).toEqual([{ numbers: 1, letters: 1, events: 1 }]);
});

test("one beginning sent twice at once makes one draft", async () => {
  const { ctx } = await somebody(db);
  const { callId, bodyId } = await openCall(ctx);
  const operator = await operatorOf(database.app, bodyId);
  for (let round = 0; round < 4; round += 1) {
    const input = atTheDesk(callId);
    const [one, other] = await Promise.all(
      [1, 2].map(() => startAssistedApplication(operator.staff, input)),
    );
    expect(one).toEqual(other);
  }
  const { rows } = await database.owner.query<Record<string, number>>(
    `select (select count(*)::int from application where call_id = $1) as drafts,
       (select count(*)::int from desk_entry where body_id = $2) as entries`,
    [callId, bodyId],
  );
  expect(rows).toEqual([{ drafts: 4, entries: 4 }]);
});
