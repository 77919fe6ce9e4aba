import { and, asc, eq } from "drizzle-orm";
import { convocation, meeting, participant } from "@/db/schema/workshops";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { answerConvocation } from "@/lib/workshops/commands/answer-convocation";
import { conveneSeries } from "@/lib/workshops/commands/convene-series";
import { holdMeeting } from "@/lib/workshops/commands/hold-meeting";
import { issueCertificates } from "@/lib/workshops/commands/issue-certificates";
import { planSeries } from "@/lib/workshops/commands/plan-series";
import { recordAttendance } from "@/lib/workshops/commands/record-attendance";
import type { Answer } from "@/lib/workshops/core/seats";
import type { AttendanceState } from "@/lib/workshops/core/threshold";
import { participantToken } from "@/lib/workshops/mails";
import { planSeriesSchema } from "@/lib/workshops/schema";
import { demonstrationStaff } from "./accounts";
import { bodyId, demonstrationBodies } from "./bodies";
import { demonstrationCalls } from "./calls";
import { workingDay } from "./data/calls-of-today";
import { type Cycle, type CycleMeeting, network, training } from "./data/workshop-cycles";
import { personId } from "./people";
import type { Seed } from "./seed";

/** Two cycles of the call with an outcome: one over, with certificates; one on its way. */
export async function seedWorkshops(seed: Seed): Promise<void> {
  const over = await seedCycle(seed, training);
  const last = Math.max(...training.meetings.map((one) => one.day));
  const at = seed.instant(workingDay(seed.day(last + 1)), "10:00");
  await issueCertificates(officer(seed, "certificates", at), { seriesId: over });
  const running = await seedCycle(seed, network);
  await seedAnswers(seed, running);
}

/** Plans and convenes a cycle, then takes attendance of the meetings that have been. */
async function seedCycle(seed: Seed, cycle: Cycle): Promise<string> {
  const at = seed.instant(seed.day(cycle.convened), "15:00");
  const { id: seriesId } = await planSeries(
    officer(seed, `plan:${cycle.title}`, at),
    planSeriesSchema.parse({
      callIds: [demonstrationCalls.outcomePublished.id],
      title: cycle.title,
      threshold: cycle.threshold,
      meetings: cycle.meetings.map((one) => ({ ...one, on: workingDay(seed.day(one.day)) })),
    }),
  );
  const convened = seed.instant(seed.day(cycle.convened), "15:30");
  await conveneSeries(officer(seed, `convene:${cycle.title}`, convened), { seriesId });
  for (const [index, given] of cycle.meetings.entries()) {
    if (given.attendance) await seedAttendance(seed, seriesId, index + 1, given);
  }
  return seriesId;
}

const STATES: Record<string, AttendanceState> = { p: "present", d: "delegate", a: "absent" };

async function seedAttendance(
  seed: Seed,
  seriesId: string,
  number: number,
  given: CycleMeeting,
): Promise<void> {
  const on = workingDay(seed.day(given.day));
  const name = `attendance:${seriesId}:${number}`;
  const ctx = staff(seed, name, "facilitator", seed.instant(on, given.to));
  const meetingId = await meetingOf(ctx, seriesId, number);
  const people = await peopleOf(ctx, meetingId);
  const states = Object.fromEntries(
    people.map((id, at) => [id, STATES[given.attendance[at] ?? "p"] ?? "present"]),
  );
  await recordAttendance(ctx, { meetingId, states });
  await holdMeeting(ctx, { meetingId });
}

/** Answers to the meeting of next week: three have a seat, one sends a delegate, one waits. */
const ANSWERS: readonly { who: number; answer: Answer; day: number }[] = [
  { who: 0, answer: "present", day: -6 },
  { who: 1, answer: "delegate", day: -5 },
  { who: 2, answer: "present", day: -4 },
  { who: 3, answer: "present", day: -3 },
];

async function seedAnswers(seed: Seed, seriesId: string): Promise<void> {
  for (const { who, answer, day } of ANSWERS) {
    const ctx = seed.ctx({
      name: `answer:${seriesId}:${who}`,
      at: seed.instant(seed.day(day), "20:10"),
      actor: { kind: "anonymous" },
    });
    const meetingId = await meetingOf(ctx, seriesId, 3);
    const participantId = (await peopleOf(ctx, meetingId))[who];
    if (!participantId) continue;
    const delegate = answer === "delegate";
    await answerConvocation(ctx, {
      token: participantToken(participantId),
      meetingId,
      answer,
      delegateName: delegate ? "Mihaela Țurcanu" : "",
      delegateEmail: delegate ? "mihaela.turcanu@cittadini.example.org" : "",
    });
  }
}

async function meetingOf(ctx: Ctx, seriesId: string, number: number): Promise<string> {
  const [found] = await ctx.db
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.seriesId, seriesId), eq(meeting.number, number)));
  if (!found) throw new Error(`meeting ${number} of the demonstration is missing`);
  return found.id;
}

/** Who was convened to a meeting, in the order of the lists. */
async function peopleOf(ctx: Ctx, meetingId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: participant.id })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .where(eq(convocation.meetingId, meetingId))
    .orderBy(asc(participant.organisationName), asc(participant.name));
  return rows.map((row) => row.id);
}

const officer = (seed: Seed, name: string, at: Date) => staff(seed, name, "officer", at);

function staff(seed: Seed, name: string, role: StaffRole, at: Date): Ctx {
  const body = demonstrationBodies.valdera;
  const who = demonstrationStaff.find((one) => one.body === body && one.roles.includes(role));
  if (!who) throw new Error(`nobody is ${role} in the demonstration`);
  const actor: Actor = {
    kind: "staff",
    personId: personId(who.key),
    roles: [{ bodyId: bodyId(body), role }],
  };
  return seed.ctx({ name: `workshops:${name}`, at, actor });
}
