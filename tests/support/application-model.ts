import {
  mayEdit,
  mayReplace,
  mayStart,
  maySubmit,
  mayWithdraw,
} from "@/lib/applications/core/rules";
import { applicationTransitions } from "@/lib/applications/core/states";
import { timingOf } from "@/lib/applications/core/timing";
import { type CallForAct, mayAct } from "@/lib/calls/core/acts";
import { mayMove } from "@/lib/calls/core/rules";
import { next } from "@/lib/kernel/states";
import { expire, type OfRequest, ofRequest } from "./integration-model";
import { changed, type One, refusedBy, type Step, type World } from "./model-world";

/** What can happen around the applications of one citizen; `which` counts round their number. */
export type Happening =
  | { is: "start" }
  | { is: "save"; which: number; text: string }
  | { is: "submit"; which: number }
  | { is: "replace"; which: number }
  | { is: "withdraw"; which: number }
  | OfRequest
  | { is: "extend" | "suspend" | "resume" | "review" | "expire" }
  | { is: "clock"; hours: number };

/** The pure machine: what an event does, by the rules that pages and commands share. */
export function after(world: World, happening: Happening, now: Date): Step {
  switch (happening.is) {
    case "start":
      return start(world, now);
    case "clock": {
      const shift = happening.hours * 3_600_000;
      const { opensAt, closesAt } = world.call;
      const end = closesAt === null ? null : closesAt - shift;
      const call = { ...world.call, opensAt: opensAt - shift, closesAt: end };
      const applications = world.applications.map((one) => {
        const asked = one.asked && { ...one.asked, closesAt: one.asked.closesAt - shift };
        return { ...one, asked };
      });
      return { outcome: "ok", world: { ...world, call, applications } };
    }
    case "extend":
    case "suspend":
    case "resume":
      return act(world, happening.is, now);
    case "review":
      return review(world, now);
    case "expire":
      return expire(world, now);
    default:
      return ofOne(world, happening, now);
  }
}

/** Which application an event means, the newest first; undefined while there is none. */
export function meant(world: World, which: number): number | undefined {
  const count = world.applications.length;
  return count === 0 ? undefined : count - 1 - (which % count);
}

const factsOf = ({ call }: World) => ({
  ...{ state: call.state, audiences: ["citizen"], peremptory: true, channelAdmitted: true },
  ...{ reopenedFor: null, reopenedWithin: null },
});

const timing = ({ call }: World, now: Date) =>
  timingOf({ opensAt: new Date(call.opensAt), closesAt: endOf(call) }, now);

const endOf = ({ closesAt }: World["call"]) => (closesAt === null ? null : new Date(closesAt));

function start(world: World, now: Date): Step {
  if (world.applications.some((one) => one.state === "draft")) return { outcome: "ok", world };
  const verdict = mayStart(factsOf(world), timing(world, now), "citizen");
  if (!verdict.ok) return refusedBy(world, verdict, true);
  const fresh: One = {
    state: "draft",
    text: "",
    sent: null,
    receipt: null,
    replaces: null,
    asked: null,
  };
  return { outcome: "ok", world: { ...world, applications: [...world.applications, fresh] } };
}

function act(world: World, kind: "extend" | "suspend" | "resume", now: Date): Step {
  const { call } = world;
  const kinds = { extend: "extension", suspend: "suspension", resume: "resumption" } as const;
  const found = { ...call, publishedAt: null, peremptory: true, closesAt: endOf(call) };
  const verdict = mayAct(found as unknown as CallForAct, kinds[kind], now.toISOString());
  if (!verdict.ok) return refusedBy(world, verdict, false);
  const state = { extend: call.state, suspend: "suspended", resume: "published" } as const;
  return { outcome: "ok", world: { ...world, call: { ...call, state: state[kind] } } };
}

function review(world: World, now: Date): Step {
  const { call } = world;
  const times = { opensAt: new Date(call.opensAt), closesAt: endOf(call), closesAtTime: null };
  const movable = { ...times, state: call.state, peremptory: true, reopened: null };
  const verdict = mayMove(movable, "startReview", now);
  if (!verdict.ok) return refusedBy(world, verdict, false);
  return { outcome: "ok", world: { ...world, call: { ...call, state: "underReview" } } };
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
      const copy: One = {
        state: "draft",
        text: one.text,
        sent: null,
        receipt: null,
        replaces: at,
        asked: null,
      };
      return { outcome: "ok", world: { ...world, applications: [...world.applications, copy] } };
    }
    case "withdraw": {
      if (one.state === "withdrawn") return { outcome: "ok", world };
      const verdict = mayWithdraw(subject, when);
      if (!verdict.ok) return refusedBy(world, verdict, false);
      const open = one.asked?.state === "open";
      const asked = open && one.asked ? { ...one.asked, state: "cancelled" as const } : one.asked;
      const taken = changed(world, at, { state: "withdrawn", asked });
      return { outcome: "ok", world: { ...taken, numbers: world.numbers + 1 } };
    }
    case "submit":
      return submit(world, at, one, now);
    default:
      return one.sent === null
        ? { outcome: "ok", world }
        : ofRequest(world, at, one, happening, now);
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
