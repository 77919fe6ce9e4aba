import type { Pool } from "pg";
import { askQuestion } from "@/lib/calls/commands/ask-question";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { openCall, somebody } from "./applications";
import { testContext } from "./context";
import { givenPerson } from "./people";
import { sampleContent } from "./sample-form";

/** An open call that takes questions until tomorrow, and who answers them. */
export async function callWithQuestions(pool: Pool, more: Parameters<typeof openCall>[1] = {}) {
  const setUp = testContext(pool, { seed: crypto.randomUUID(), now: new Date() });
  const questionsUntil = addDays(romeDate(setUp.now), 1);
  const call = await openCall(setUp, { content: { ...sampleContent, questionsUntil }, ...more });
  const officerId = await givenPerson(setUp, null, "Chiara Bandini");
  const officer = () =>
    testContext(pool, {
      actor: {
        kind: "staff",
        personId: officerId,
        roles: [{ bodyId: call.bodyId, role: "officer" }],
      },
      scope: [call.bodyId],
      seed: crypto.randomUUID(),
      now: new Date(),
    });
  return { ...call, setUp, officer };
}

/** Somebody new asks; returns the question's id and who asked. */
export async function asked(pool: Pool, callId: string, question: string) {
  const { db } = testContext(pool);
  const asker = await somebody(db, "Amina");
  await askQuestion(asker.ctx, { callId, question });
  const { rows } = await pool.query<{ id: string }>(
    "select id from clarification where asker_id = $1",
    [asker.personId],
  );
  const [row] = rows;
  if (!row) throw new Error("no question");
  return { id: row.id, asker };
}
