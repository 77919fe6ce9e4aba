import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { convocation, meeting } from "@/db/schema/workshops";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { changeMeeting } from "@/lib/workshops/commands/change-meeting";
import type { SeatState } from "@/lib/workshops/core/seat-states";
import { takesPlace } from "@/lib/workshops/core/seats";
import { admittedMeeting } from "../support/admitted-meeting";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";

const database = await testDatabase();

test("places added while people answer all find somebody, and none is given twice", async () => {
  const ctx = testContext(database.app, { seed: "capacity" });
  const { meetingId, tokens, officer } = await admittedMeeting(ctx, database.app, 5, 40);
  const [before] = await ctx.db.select().from(meeting).where(eq(meeting.id, meetingId));
  if (!before) throw new Error("no meeting");
  const raise = (sequence: number, capacity: number) =>
    changeMeeting(officer, {
      ...{ meetingId, sequence, reason: "" },
      meeting: {
        ...{ title: before.title, on: "2026-11-30", from: "17:00", to: "19:00" },
        ...{ mode: "onsite", place: "Sala grande", address: "", link: "", capacity },
      },
    });
  const answers = tokens.map((token) =>
    answerConvocation(ctx, {
      ...{ token, meetingId, answer: "present" },
      ...{ delegateName: "", delegateEmail: "" },
    }),
  );
  const raises = Promise.allSettled([raise(0, 12), raise(0, 18)]);
  await Promise.all(answers);
  const results = await raises;
  // Both read the same version: one of them is told that it is stale.
  expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const [after] = await ctx.db.select().from(meeting).where(eq(meeting.id, meetingId));
  const rows = await ctx.db.select().from(convocation).where(eq(convocation.meetingId, meetingId));
  const taken = rows.filter((row) => takesPlace(row.seat as SeatState | null));
  expect(taken).toHaveLength(after?.capacity ?? 0);
  expect(rows.filter((row) => row.seat === "waiting")).toHaveLength(40 - taken.length);
});
