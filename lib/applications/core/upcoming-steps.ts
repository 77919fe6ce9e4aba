import { romeParts } from "@/lib/kernel/rome-time";
import type { NextStep } from "./receipt-view";

type Meeting = { title: string; startsAt: Date; endsAt: Date; place: string; state: string };

/**
 * What comes next, with its dates: as the receipt said, and once there is a convocation, the meetings
 * as they stand now. Once the outcome is told nobody waits for it.
 */
export function upcomingSteps(
  promised: readonly NextStep[],
  meetings: readonly Meeting[],
  told: boolean,
  now: Date,
): NextStep[] {
  const convened = meetings.filter(({ state }) => state !== "cancelled").map(stepOf);
  const kept = promised.filter((step) => (step.kind === "meeting" ? convened.length === 0 : !told));
  return [...kept, ...convened].filter(
    (step) => (step.kind === "callCloses" ? step.at : step.on) > now.toISOString(),
  );
}

function stepOf({ title, startsAt, endsAt, place }: Meeting): NextStep {
  const [from, to] = [romeParts(startsAt), romeParts(endsAt)];
  const hour = ({ time }: { time: string }) => time.slice(0, 5);
  return { kind: "meeting", on: from.date, from: hour(from), to: hour(to), title, where: place };
}
