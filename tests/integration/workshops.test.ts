import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { application } from "@/db/schema/applications";
import { message } from "@/db/schema/mail";
import { person } from "@/db/schema/people";
import { issuedDocument, registerEntry } from "@/db/schema/register";
import { convocation, meeting } from "@/db/schema/workshops";
import type { StaffRole } from "@/lib/auth/roles";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { cancelMeeting } from "@/lib/workshops/commands/cancel-meeting";
import { changeMeeting } from "@/lib/workshops/commands/change-meeting";
import { conveneSeries } from "@/lib/workshops/commands/convene-series";
import { holdMeeting } from "@/lib/workshops/commands/hold-meeting";
import { issueCertificates } from "@/lib/workshops/commands/issue-certificates";
import { recordAttendance } from "@/lib/workshops/commands/record-attendance";
import { participantToken } from "@/lib/workshops/mails";
import { participationByToken } from "@/lib/workshops/queries/participation-by-token";
import { seriesView } from "@/lib/workshops/queries/series-view";
import {
  type Admitted,
  admittedMeeting as made,
  staffIn,
  submitted,
} from "../support/admitted-meeting";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { convenedMeeting } from "../support/workshop-fixture";

const database = await testDatabase();
let round = 0;
let ctx = testContext(database.app);

const staffOf = (bodyId: string, role: StaffRole = "officer") =>
  staffIn(ctx, database.app, bodyId, role);
const admittedMeeting = (capacity: number, people: number): Promise<Admitted> =>
  made(ctx, database.app, capacity, people);

beforeEach(() => {
  round += 1;
  ctx = testContext(database.app, { seed: `workshops-${round}` });
});

const changed = (given: { sequence: number; capacity?: number; link?: string }) => ({
  sequence: given.sequence,
  reason: "Allerta meteo.",
  meeting: {
    ...{ title: "Primo incontro", on: "2026-11-30", from: "17:00", to: "19:00" },
    ...{ mode: "online" as const, place: "", address: "" },
    link: given.link ?? "https://stanze.example.org/1",
    capacity: given.capacity ?? 20,
  },
});

const mailsOf = (kind: string, subjectId: string) =>
  ctx.db
    .select()
    .from(message)
    .where(and(eq(message.kind, kind), eq(message.subjectId, subjectId)));

describe("convening", () => {
  test("again reaches only who was admitted since, and nobody is left then", async () => {
    const { seriesId, officer, callId, bodyId, people } = await admittedMeeting(20, 3);
    await expect(conveneSeries(officer, { seriesId })).rejects.toMatchObject({
      reason: "everybody_convened",
    });
    const [known] = await ctx.db
      .select()
      .from(application)
      .where(eq(application.id, people[0]?.applicationId ?? ""));
    const personId = ctx.newId();
    await ctx.db.insert(person).values({
      ...{ id: personId, givenName: "Ana", familyName: "Țurcanu", locale: "en" },
      ...{ email: `${personId}@example.org`, createdAt: ctx.now },
    });
    await ctx.db.insert(application).values({
      ...{ id: ctx.newId(), callId, bodyId, personId, ...submitted("K-ana") },
      ...{ formDefinitionId: known?.formDefinitionId ?? "" },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    });
    expect(await conveneSeries(officer, { seriesId })).toEqual({ convened: 1 });
    const mails = await mailsOf("convocation", seriesId);
    expect(mails.map((one) => [one.recipientName, one.locale])).toEqual([["Ana Țurcanu", "en"]]);
  });

  test("by two officers at once convenes each person once", async () => {
    const { seriesId, officer, meetingId } = await admittedMeeting(20, 12);
    await ctx.db.delete(convocation).where(eq(convocation.meetingId, meetingId));
    const both = await Promise.allSettled([
      conveneSeries(officer, { seriesId }),
      conveneSeries({ ...officer }, { seriesId }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await mailsOf("convocation", seriesId)).toHaveLength(12);
    expect(await ctx.db.$count(convocation, eq(convocation.meetingId, meetingId))).toBe(12);
  });
});

describe("changing a meeting", () => {
  test("raises SEQUENCE, keeps the UID, tells whoever did not say no, and is stale the second time", async () => {
    const { meetingId, officer, tokens } = await admittedMeeting(20, 3);
    await answerConvocation(ctx, {
      ...{ token: tokens[0] ?? "", meetingId, answer: "absent" },
      ...{ delegateName: "", delegateEmail: "" },
    });
    await answerConvocation(ctx, {
      ...{ token: tokens[1] ?? "", meetingId, answer: "delegate" },
      ...{ delegateName: "Ștefan Popa", delegateEmail: "Stefan@Example.org" },
    });
    expect(await mailsOf("delegateNamed", meetingId)).toMatchObject([
      { recipient: "stefan@example.org" },
    ]);
    const [before] = await ctx.db.select().from(meeting).where(eq(meeting.id, meetingId));
    const result = await changeMeeting(officer, { meetingId, ...changed({ sequence: 0 }) });
    expect(result.told).toBe(2);
    const [after] = await ctx.db.select().from(meeting).where(eq(meeting.id, meetingId));
    expect(after).toMatchObject({ sequence: 1, mode: "online", calendarUid: before?.calendarUid });
    const mails = await mailsOf("meetingChanged", meetingId);
    expect(mails).toHaveLength(3);
    const delegate = mails.find((one) => one.recipient === "stefan@example.org");
    expect(delegate?.view).toMatchObject({ answerUrl: null, calendarUrl: null });
    await expect(
      changeMeeting(officer, { meetingId, ...changed({ sequence: 0, capacity: 30 }) }),
    ).rejects.toMatchObject({ code: "stale" });
    await expect(
      changeMeeting(officer, { meetingId, ...changed({ sequence: 1 }) }),
    ).rejects.toMatchObject({ reason: "nothing_changed" });
  });

  test("never goes below the places taken, and more places are offered to who waits", async () => {
    const { meetingId, officer, tokens } = await admittedMeeting(2, 4);
    for (const token of tokens) {
      const empty = { delegateName: "", delegateEmail: "" };
      await answerConvocation(ctx, { token, meetingId, answer: "present", ...empty });
    }
    await expect(
      changeMeeting(officer, { meetingId, ...changed({ sequence: 0, capacity: 1 }) }),
    ).rejects.toMatchObject({ fields: { capacity: "capacity_below_taken" } });
    await changeMeeting(officer, { meetingId, ...changed({ sequence: 0, capacity: 3 }) });
    expect(await mailsOf("seatOffered", meetingId)).toHaveLength(1);
  });

  test("called off, it is told with its reason and cannot be changed, answered or called off again", async () => {
    const { meetingId, officer, tokens } = await admittedMeeting(20, 2);
    const input = { meetingId, sequence: 0, reason: "Neve." };
    expect((await cancelMeeting(officer, input)).told).toBe(2);
    const mails = await mailsOf("meetingChanged", meetingId);
    expect(mails.map((one) => one.view)).toMatchObject([
      { cancelled: true, reason: "Neve." },
      { cancelled: true, reason: "Neve." },
    ]);
    await expect(cancelMeeting(officer, { ...input, sequence: 1 })).rejects.toMatchObject({
      reason: "meeting_cancelled",
    });
    const token = tokens[0] ?? "";
    const empty = { delegateName: "", delegateEmail: "" };
    await expect(
      answerConvocation(ctx, { token, meetingId, answer: "present", ...empty }),
    ).rejects.toMatchObject({ reason: "meeting_cancelled" });
  });
});

describe("walls", () => {
  test("staff of another body find nothing, and a facilitator may not convene", async () => {
    const { seriesId, meetingId, bodyId } = await admittedMeeting(20, 2);
    const other = await convenedMeeting(ctx, 5, 1);
    const stranger = await staffOf(other.bodyId);
    const notFound = { code: "not_found" };
    await expect(seriesView(stranger, seriesId)).rejects.toMatchObject(notFound);
    await expect(conveneSeries(stranger, { seriesId })).rejects.toMatchObject(notFound);
    await expect(holdMeeting(stranger, { meetingId })).rejects.toMatchObject(notFound);
    await expect(
      changeMeeting(stranger, { meetingId, ...changed({ sequence: 0 }) }),
    ).rejects.toMatchObject(notFound);
    const facilitator = await staffOf(bodyId, "facilitator");
    await expect(conveneSeries(facilitator, { seriesId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a link opens its own participation alone", async () => {
    const one = await convenedMeeting(ctx, 5, 1);
    const other = await convenedMeeting(ctx, 5, 1);
    const token = one.tokens[0] ?? "";
    await expect(
      answerConvocation(ctx, {
        ...{ token, meetingId: other.meetingId, answer: "present" },
        ...{ delegateName: "", delegateEmail: "" },
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(participationByToken(ctx, `${token}x`)).rejects.toMatchObject({
      code: "not_found",
    });
    const own = await participationByToken(ctx, token);
    expect(own.meetings.map((found) => found.id)).toEqual([one.meetingId]);
  });
});

describe("certificates", () => {
  test("go once to each who came, under parallel calls, with numbers without gap", async () => {
    const { seriesId, meetingId, officer, people, bodyId } = await admittedMeeting(20, 6);
    const evening = { ...officer, now: new Date(ctx.now.getTime() + 103 * 3_600_000) };
    await expect(issueCertificates(evening, { seriesId })).rejects.toMatchObject({
      reason: "meetings_to_come",
    });
    for (const [at, one] of people.entries()) {
      const state = at < 4 ? "present" : "absent";
      await recordAttendance(evening, { meetingId, states: { [one.id]: state } });
    }
    await holdMeeting(evening, { meetingId });
    const both = await Promise.allSettled([
      issueCertificates(evening, { seriesId }),
      issueCertificates({ ...evening, newId: ctx.newId }, { seriesId }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const issued = await ctx.db
      .select()
      .from(issuedDocument)
      .where(and(eq(issuedDocument.bodyId, bodyId), eq(issuedDocument.kind, "certificate")));
    expect(new Set(issued.map((one) => one.subjectId)).size).toBe(4);
    expect(issued).toHaveLength(4);
    const numbers = await ctx.db
      .select({ number: registerEntry.number })
      .from(registerEntry)
      .where(eq(registerEntry.bodyId, bodyId));
    expect(numbers.map((one) => one.number).sort()).toEqual([1, 2, 3, 4]);
    const own = await participationByToken(ctx, participantToken(people[0]?.id ?? ""));
    expect(own.certificate).toMatchObject({ file: null });
    await expect(
      recordAttendance(evening, { meetingId, states: { [people[0]?.id ?? ""]: "absent" } }),
    ).rejects.toMatchObject({ reason: "certificate_issued" });
    const view = await seriesView(officer, seriesId);
    expect(view.meetings[0]?.counts).toMatchObject({ convened: 6, present: 4 });
    expect(view.certificates).toMatchObject({ issued: 4, due: 0 });
  });
});
