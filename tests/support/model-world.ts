import type { IntegrationState } from "@/lib/applications/core/integration-states";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { CallState } from "@/lib/calls/core/states";
import type { Verdict } from "@/lib/kernel/verdict";

/** What the office asked of an application, and what stands in the answer so far. */
export type Asked = { state: IntegrationState; closesAt: number; text: string };

/** An application as the machine knows it. */
export type One = {
  state: ApplicationState;
  text: string;
  /** What its snapshot says; null before it was sent. */
  sent: string | null;
  /** The receipt of the sending, which stays true when the application is taken back. */
  receipt: "valid" | "replaced" | null;
  /** Which one it would take the place of. */
  replaces: number | null;
  /** The last request of the office. */
  asked: Asked | null;
};

/** What must be found in the database after every event. */
export type World = {
  applications: One[];
  call: { state: CallState; opensAt: number; closesAt: number | null };
  /** Numbers taken in the register: one for each sending and each taking back. */
  numbers: number;
  /** Attempts after the end, kept as evidence. */
  attempts: number;
};

/** "ok", or the reason of the refusal. */
export type Outcome = string;

export type Step = { outcome: Outcome; world: World };

export function changed(world: World, at: number, change: Partial<One>): World {
  const applications = world.applications.map((one, index) =>
    index === at ? { ...one, ...change } : one,
  );
  return { ...world, applications };
}

/** Who comes after the end leaves a trace, where an application was to be begun or sent. */
export function refusedBy(world: World, verdict: Verdict<string>, traced: boolean): Step {
  const outcome = verdict.ok ? "ok" : verdict.reason;
  const late = outcome === "deadline_passed" || outcome === "integration_over";
  const kept = traced && late ? 1 : 0;
  return { outcome, world: { ...world, attempts: world.attempts + kept } };
}
