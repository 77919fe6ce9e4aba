import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { convocation } from "@/db/schema/workshops";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { convenedMeeting } from "../support/workshop-fixture";
import { record, rounded } from "./result";

const SEATS = 20;
const PEOPLE = 200;
const database = await testDatabase();
const ctx = testContext(database.app, { seed: "bench-p9" });

test("P9: 200 sign-ups at once for 20 seats, then a storm of refusals", async () => {
  const { meetingId, tokens } = await convenedMeeting(ctx, SEATS, PEOPLE);
  const answer = (token: string, given: "present" | "absent") =>
    answerConvocation(ctx, {
      meetingId,
      token,
      answer: given,
      delegateName: "",
      delegateEmail: "",
    });
  const begin = performance.now();
  await Promise.all(tokens.map((token) => answer(token, "present")));
  const seconds = (performance.now() - begin) / 1000;
  const first = await seats(meetingId);
  await Promise.all(tokens.filter((_, at) => at % 2 === 0).map((token) => answer(token, "absent")));
  const after = await seats(meetingId);
  const counts = {
    seats: SEATS,
    accepted: first.filter((row) => row.seat === "accepted").length,
    waiting: first.filter((row) => row.seat === "waiting").length,
    takenAfterStorm: after.filter((row) => row.seat === "accepted" || row.seat === "offered")
      .length,
    servedOutOfOrder: outOfOrder(after),
  };
  record({
    id: "P9",
    what: `${PEOPLE} sign-ups at once for ${SEATS} seats, offers and refusals in a storm`,
    value: rounded(PEOPLE / seconds),
    unit: "answers/s",
    limit: null,
    ratio: null,
    goal: `exactly ${SEATS}; order kept`,
    ok:
      counts.accepted === SEATS &&
      counts.waiting === PEOPLE - SEATS &&
      counts.takenAfterStorm === SEATS &&
      counts.servedOutOfOrder === 0,
    counts,
  });
  expect(counts.accepted).toBe(SEATS);
});

function seats(meetingId: string) {
  return ctx.db
    .select({ seat: convocation.seat, position: convocation.queuePosition })
    .from(convocation)
    .where(eq(convocation.meetingId, meetingId))
    .orderBy(asc(convocation.queuePosition));
}

/** People who still wait although somebody behind them was offered a seat. */
function outOfOrder(rows: { seat: string | null; position: number | null }[]): number {
  const served = rows.filter((row) => row.seat === "offered").map((row) => row.position ?? 0);
  const last = Math.max(0, ...served);
  return rows.filter((row) => row.seat === "waiting" && (row.position ?? 0) < last).length;
}
