import {
  mayEdit,
  mayReplace,
  mayStart,
  maySubmit,
  mayWithdraw,
} from "@/lib/applications/core/rules";
import { type ApplicationState, applicationTransitions } from "@/lib/applications/core/states";
import { timingOf } from "@/lib/applications/core/timing";
import { type CallForAct, mayAct } from "@/lib/calls/core/acts";
import type { CallState } from "@/lib/calls/core/states";
import { next } from "@/lib/kernel/states";
import type { Verdict } from "@/lib/kernel/verdict";

/** What can happen around the applications of one citizen; `which` counts round their number. */
export type Happening =
  | { is: "start" }
  | { is: "save"; which: number; text: string }
  | { is: "submit" | "replace" | "withdraw"; which: number }
  | { is: "extend" | "suspend" | "resume" }
  | { is: "clock"; hours: number };

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
};

/** What must be found in the database after every event. */
export type World = {
  applications: One[];
  call: { state: CallState; opensAt: number; closesAt: number };
  /** Numbers taken in the register: one for each sending and each taking back. */
  numbers: number;
  /** Attempts after the end, kept as evidence. */
  attempts: number;
};

/** "ok", or the reason of the refusal. */
export type Outcome = string;

type Step = { outcome: Outcome; world: World };

/** The pure machine: what an event does, by the rules that pages and commands share. */
export function after(world: World, happening: Happening, now: Date): Step {
  switch (happening.is) {
    case "start":
      return start(world, now);
    case "clock": {
      const shift = happening.hours * 3_600_000;
      const { opensAt, closesAt } = world.call;
      const call = { ...world.call, opensAt: opensAt - shift, closesAt: closesAt - shift };
      return { outcome: "ok", world: { ...world, call } };
    }
    case "extend":
    case "suspend":
    case "resume":
      return act(world, happening.is, now);
    default:
      return ofOne(world, happening, now);
  }
}

/** Which application an event means; undefined while there is none. */
export function meant(world: World, which: number): number | undefined {
  const count = world.applications.length;
  return count === 0 ? undefined : which % count;
}

const factsOf = ({ call }: World) => ({
  ...{ state: call.state, audiences: ["citizen"], peremptory: true, channelAdmitted: true },
  ...{ reopenedFor: null, reopenedWithin: null },
});

const timing = ({ call }: World, now: Date) =>
  timingOf({ opensAt: new Date(call.opensAt), closesAt: new Date(call.closesAt) }, now);

function start(world: World, now: Date): Step {
  if (world.applications.some((one) => one.state === "draft")) return { outcome: "ok", world };
  const verdict = mayStart(factsOf(world), timing(world, now), "citizen");
  if (!verdict.ok) return refusedBy(world, verdict, true);
  const fresh: One = { state: "draft", text: "", sent: null, receipt: null, replaces: null };
  return { outcome: "ok", world: { ...world, applications: [...world.applications, fresh] } };
}

function act(world: World, kind: "extend" | "suspend" | "resume", now: Date): Step {
  const { call } = world;
  const kinds = { extend: "extension", suspend: "suspension", resume: "resumption" } as const;
  const found = { ...call, publishedAt: null, peremptory: true, closesAt: new Date(call.closesAt) };
  const verdict = mayAct(found as unknown as CallForAct, kinds[kind], now.toISOString());
  if (!verdict.ok) return refusedBy(world, verdict, false);
  const state = { extend: call.state, suspend: "suspended", resume: "published" } as const;
  return { outcome: "ok", world: { ...world, call: { ...call, state: state[kind] } } };
}

function ofOne(world: World, happening: Extract<Happening, { which: number }>, now: Date): Step {
  const at = meant(world, happening.which);
  const one = at === undefined ? undefined : world.applications[at];
  if (at === undefined || !one) return { outcome: "ok", world };
  const [facts, when] = [factsOf(world), timing(world, now)];
  const subject = { state: one.state, track: "citizen" as const };
  switch (happening.is) {
    case "save": {
      const verdict = mayEdit(subject, facts, when);
      if (!verdict.ok) return refusedBy(world, verdict, false);
      return { outcome: "ok", world: changed(world, at, { text: happening.text }) };
    }
    case "replace": {
      const verdict = mayReplace(subject, facts, when);
      if (!verdict.ok) return refusedBy(world, verdict, false);
      if (world.applications.some((other) => other.state === "draft" && other.replaces === at)) {
        return { outcome: "ok", world };
      }
      if (world.applications.some((other) => other.state === "draft")) {
        return { outcome: "draft_exists", world };
      }
      const copy: One = { state: "draft", text: one.text, sent: null, receipt: null, replaces: at };
      return { outcome: "ok", world: { ...world, applications: [...world.applications, copy] } };
    }
    case "withdraw": {
      if (one.state === "withdrawn") return { outcome: "ok", world };
      const verdict = mayWithdraw(subject, when);
      if (!verdict.ok) return refusedBy(world, verdict, false);
      const taken = changed(world, at, { state: "withdrawn" });
      return { outcome: "ok", world: { ...taken, numbers: world.numbers + 1 } };
    }
    case "submit":
      return submit(world, at, one, now);
  }
}

function submit(world: World, at: number, one: One, now: Date): Step {
  // Sent already: the same sending once more gets the same answer.
  if (one.sent !== null) return { outcome: "ok", world };
  const asked = {
    ...{ state: one.state, track: "citizen" as const, privacyAcknowledged: true },
    ...{ problems: one.text === "" ? 1 : 0, undeclared: 0, ineligible: false },
    ...{ nature: null, place: null, attachments: [] },
  };
  const verdict = maySubmit(asked, factsOf(world), timing(world, now));
  if (!verdict.ok) return refusedBy(world, verdict, true);
  const replaced = one.replaces === null ? undefined : world.applications[one.replaces];
  const rivals = world.applications.filter(
    (other, index) => index !== one.replaces && isLive(other) && other !== one,
  );
  if (replaced && isLive(replaced) && replaced.state !== "submitted") {
    return { outcome: "wrong_state", world };
  }
  if (rivals.length > 0) return { outcome: "already_applied", world };
  const state = next(applicationTransitions, "draft", "submit") ?? "draft";
  let sent = changed(world, at, { state, sent: one.text, receipt: "valid" });
  if (one.replaces !== null && replaced?.state === "submitted") {
    sent = changed(sent, one.replaces, { state: "withdrawn", receipt: "replaced" });
  }
  return { outcome: "ok", world: { ...sent, numbers: world.numbers + 1 } };
}

const isLive = (one: One) => one.state !== "draft" && one.state !== "withdrawn";

function changed(world: World, at: number, change: Partial<One>): World {
  const applications = world.applications.map((one, index) =>
    index === at ? { ...one, ...change } : one,
  );
  return { ...world, applications };
}

/** Who comes after the end leaves a trace, where an application was to be begun or sent. */
function refusedBy(world: World, verdict: Verdict<string>, traced: boolean): Step {
  const outcome = verdict.ok ? "ok" : verdict.reason;
  const kept = traced && outcome === "deadline_passed" ? 1 : 0;
  return { outcome, world: { ...world, attempts: world.attempts + kept } };
}
