import { asc, eq, isNotNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { message } from "@/db/schema/mail";
import { convocation } from "@/db/schema/workshops";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { expireSeatOffers } from "@/lib/workshops/commands/expire-seat-offers";
import type { SeatState } from "@/lib/workshops/core/seat-states";
import { takesPlace } from "@/lib/workshops/core/seats";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { convenedMeeting } from "../support/workshop-fixture";

const database = await testDatabase();
let round = 0;
let ctx = testContext(database.app);

beforeEach(() => {
  round += 1;
  ctx = testContext(database.app, { seed: `seats-${round}` });
});

async function seatsOf(meetingId: string) {
  const rows = await ctx.db
    .select()
    .from(convocation)
    .where(eq(convocation.meetingId, meetingId))
    .orderBy(asc(convocation.queuePosition));
  return rows.map((row) => ({ ...row, seat: row.seat as SeatState | null }));
}

function answerAs(meetingId: string, token: string, answer: "present" | "absent", at = ctx) {
  return answerConvocation(at, { meetingId, token, answer, delegateName: "", delegateEmail: "" });
}

describe("200 people answer at once for 20 seats", () => {
  test("exactly 20 get one and 180 wait in a line without gap", async () => {
    const { meetingId, tokens } = await convenedMeeting(ctx, 20, 200);
    await Promise.all(tokens.map((token) => answerAs(meetingId, token, "present")));
    const seats = await seatsOf(meetingId);
    expect(seats.filter((row) => row.seat === "accepted")).toHaveLength(20);
    const waiting = seats.filter((row) => row.seat === "waiting");
    expect(waiting.map((row) => row.queuePosition)).toEqual(
      Array.from({ length: 180 }, (_, at) => at + 1),
    );
  });

  test("answering again, from many tabs, changes nothing", async () => {
    const { meetingId, tokens } = await convenedMeeting(ctx, 2, 4);
    const clicks = [...tokens, ...tokens, ...tokens];
    await Promise.all(clicks.map((token) => answerAs(meetingId, token, "present")));
    const states = (await seatsOf(meetingId)).map((row) => row.seat).sort();
    expect(states).toEqual(["accepted", "accepted", "waiting", "waiting"]);
  });
});

describe("a storm of answers, refusals and offers that run out", () => {
  test("capacity holds, and each freed seat is offered once to who waited longest", async () => {
    const capacity = 10;
    const { meetingId, tokens } = await convenedMeeting(ctx, capacity, 60);
    await Promise.all(tokens.map((token) => answerAs(meetingId, token, "present")));
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 25 * 3_600_000) };
    const work = tokens.map((token, at): (() => Promise<unknown>) => {
      if (at % 3 === 0) return () => answerAs(meetingId, token, "absent", later);
      if (at % 3 === 1) return () => answerAs(meetingId, token, "present", later);
      return () => expireSeatOffers(later, { meetingId });
    });
    await Promise.all(work.map((run) => run()));
    const seats = await seatsOf(meetingId);
    const taken = seats.filter((row) => takesPlace(row.seat));
    const waiting = seats.filter((row) => row.seat === "waiting");
    expect(taken.length).toBeLessThanOrEqual(capacity);
    if (waiting.length > 0) expect(taken).toHaveLength(capacity);
    const lastServed = Math.max(
      0,
      ...seats.filter((row) => row.seat === "offered").map((row) => row.queuePosition ?? 0),
    );
    expect(waiting.every((row) => (row.queuePosition ?? 0) > lastServed)).toBe(true);
    const offers = await ctx.db.select().from(message).where(eq(message.subjectId, meetingId));
    expect(new Set(offers.map((row) => row.key)).size).toBe(offers.length);
  });

  test("an offer is taken or passes on, and never both", async () => {
    const { meetingId, tokens } = await convenedMeeting(ctx, 1, 3);
    for (const token of tokens) await answerAs(meetingId, token, "present");
    await answerAs(meetingId, tokens[0] ?? "", "absent");
    const end = (await seatsOf(meetingId)).find((row) => row.offerExpiresAt)?.offerExpiresAt;
    expect(end).toBeInstanceOf(Date);
    const atEnd = { ...ctx, now: end ?? ctx.now };
    await Promise.all([
      answerAs(meetingId, tokens[1] ?? "", "present", atEnd),
      expireSeatOffers(atEnd, { meetingId }),
    ]);
    const seats = await seatsOf(meetingId);
    expect(seats.filter((row) => takesPlace(row.seat))).toHaveLength(1);
    expect(await ctx.db.$count(convocation, isNotNull(convocation.queuePosition))).toBeGreaterThan(
      0,
    );
  });
});
