/** What people are told about a meeting, and how many fit. */
export type MeetingPlan = {
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: string;
  place: string;
  address: string;
  link: string;
  capacity: number;
};

export const CHANGED_FACTS = ["title", "time", "mode", "place", "link", "capacity"] as const;
export type ChangedFact = (typeof CHANGED_FACTS)[number];

/** What is different between two plans of a meeting. */
export function changedFacts(before: MeetingPlan, after: MeetingPlan): ChangedFact[] {
  const differs: Record<ChangedFact, boolean> = {
    title: before.title !== after.title,
    time:
      before.startsAt.getTime() !== after.startsAt.getTime() ||
      before.endsAt.getTime() !== after.endsAt.getTime(),
    mode: before.mode !== after.mode,
    place: before.place !== after.place || before.address !== after.address,
    link: before.link !== after.link,
    capacity: before.capacity !== after.capacity,
  };
  return CHANGED_FACTS.filter((fact) => differs[fact]);
}

/** Whether people are told: not of the number of places, which changes nobody's plans. */
export function noticeDue(changed: readonly ChangedFact[]): boolean {
  return changed.some((fact) => fact !== "capacity");
}
