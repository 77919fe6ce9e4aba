import type { ApplicationState } from "./states";

/** The sentence that says what happens next, as the catalogue knows it. */
export type NextStepCode =
  | Exclude<ApplicationState, "draft">
  | "draft"
  | "draftAlways"
  | "draftOver"
  | "integrationOver"
  | "replaced"
  | "setAside";

/** The same for the card in the list and for the page. `state`: as it is told; `late`: its time is over. */
export function nextStepOf(one: {
  state: ApplicationState;
  late: boolean;
  closesAt: Date | null;
  /** What the office asked had no answer in its time, whether or not that is written down. */
  integrationOver?: boolean;
  /** The office took it out of the way of another person. */
  setAside?: boolean;
  /** Another one took its place. */
  replaced?: boolean;
}): NextStepCode {
  if (one.setAside && one.state === "withdrawn") return "setAside";
  if (one.replaced && one.state === "withdrawn") return "replaced";
  if (one.integrationOver && one.state === "integrationRequested") return "integrationOver";
  if (one.state !== "draft") return one.state;
  if (one.late) return "draftOver";
  return one.closesAt ? "draft" : "draftAlways";
}
