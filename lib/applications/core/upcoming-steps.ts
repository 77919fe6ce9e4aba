import type { LocalDate } from "@/lib/kernel/local-date";
import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import type { NextStep } from "./receipt-view";

type Meeting = { title: string; startsAt: Date; endsAt: Date; place: string; state: string };

/** What the receipt knows of, and the end of an answer that the office waits for. */
export type UpcomingStep = NextStep | { kind: "integrationCloses"; at: string };

/** What became of an application since its receipt. */
type Since = {
  /** To which somebody of it was convened. */
  meetings: readonly Meeting[];
  /** The outcome is out, or decisions are told as they are taken. */
  told: boolean;
  /** End of what the office asks and waits for. */
  asked: Date | undefined;
};

/**
 * What comes next, with its dates: as the receipt said, and once there is a convocation, the meetings
 * as they stand now. Once the outcome is told nobody waits for it; while the office waits for an
 * answer it is not promised for a day before the answer may come.
 */
export function upcomingSteps(
  promised: readonly NextStep[],
  { meetings, told, asked }: Since,
  now: Date,
): UpcomingStep[] {
  const convened = meetings.filter(({ state }) => state !== "cancelled").map(stepOf);
  const kept = promised.filter((step) => {
    if (step.kind === "meeting") return convened.length === 0;
    if (step.kind === "procedureEnds") return !told && outcomeDay(step.on, asked) !== undefined;
    return !told;
  });
  const answer: UpcomingStep[] = asked
    ? [{ kind: "integrationCloses", at: asked.toISOString() }]
    : [];
  return [...answer, ...kept, ...convened]
    .filter((step) => ("at" in step ? step.at : step.on) > now.toISOString())
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

/**
 * The day by which the outcome comes. Undefined: the office waits for an answer that may come as late
 * as that or later, and decides only then.
 */
export function outcomeDay(promised: LocalDate, asked: Date | undefined): LocalDate | undefined {
  return asked && romeDate(asked) >= promised ? undefined : promised;
}

const dayOf = (step: UpcomingStep): LocalDate =>
  "at" in step ? romeDate(new Date(step.at)) : step.on;

function stepOf({ title, startsAt, endsAt, place }: Meeting): NextStep {
  const [from, to] = [romeParts(startsAt), romeParts(endsAt)];
  const hour = ({ time }: { time: string }) => time.slice(0, 5);
  return { kind: "meeting", on: from.date, from: hour(from), to: hour(to), title, where: place };
}
