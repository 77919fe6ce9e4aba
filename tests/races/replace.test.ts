import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

test("replaced and taken back at once, and each several times: one counts at the end, numbers have no gap", async () => {
  for (let round = 0; round < 4; round += 1) {
    const applicant = await somebody(db);
    const { ctx } = applicant;
    const { callId, bodyId } = await openCall(ctx);
    const id = await completeDraft(applicant, callId, { code: bodyCode(950 + round) });
    await submitApplication(ctx, await confirmation(ctx, id));
    const { applicationId } = await startReplacement(ctx, { applicationId: id });
    const input = await confirmation(ctx, applicationId);
    const results = await Promise.allSettled([
      ...[1, 2, 3].map(() => submitApplication(ctx, input)),
      ...[1, 2].map(() => withdrawApplication(ctx, { applicationId: id })),
    ]);
    for (const result of results.slice(0, 3)) expect(result.status).toBe("fulfilled");
    const { rows } = await database.owner.query<{ live: string[]; numbers: number[] }>(
      `select array(select id::text from application where call_id = $1
           and state not in ('draft', 'withdrawn')) as live,
         array(select number from register_entry where body_id = $2 order by number) as numbers`,
      [callId, bodyId],
    );
    expect(rows[0]?.live).toEqual([applicationId]);
    const numbers = rows[0]?.numbers ?? [];
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  }
});
