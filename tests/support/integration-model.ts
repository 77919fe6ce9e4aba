import {
  mayAnswer,
  mayCancel,
  mayPrepare,
  type RequestFacts,
  SETTLED_AFTER_MS,
} from "@/lib/applications/core/integration-rules";
import { integrationTransitions } from "@/lib/applications/core/integration-states";
import { integrationEnd } from "@/lib/applications/core/integration-term";
import { applicationTransitions } from "@/lib/applications/core/states";
import { isInTime } from "@/lib/calls/core/deadline";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import { next } from "@/lib/kernel/states";
import { mayRequestIntegration } from "@/lib/review/core/rules";
import { ASKED } from "./integrations";
import { type Asked, changed, type One, refusedBy, type Step, type World } from "./model-world";

export type OfRequest =
  | { is: "request"; which: number; days: number }
  | { is: "prepare"; which: number; text: string }
  | { is: "answer" | "cancel"; which: number };

/** What an event about a request does. */
export function ofRequest(world: World, at: number, one: One, event: OfRequest, now: Date): Step {
  if (event.is === "request") return request(world, at, one, event.days, now);
  const facts = factsOf(one.asked, now);
  const subject = { state: one.state };
  if (event.is === "prepare") {
    const verdict = mayPrepare(subject, facts);
    if (!verdict.ok || !one.asked) return refusedBy(world, verdict, false);
    return {
      outcome: "ok",
      world: changed(world, at, { asked: { ...one.asked, text: event.text } }),
    };
  }
  if (!facts || !one.asked) return { outcome: "wrong_state", world };
  if (event.is === "cancel") {
    const verdict = mayCancel(facts);
    if (!verdict.ok) return refusedBy(world, verdict, false);
    return { outcome: "ok", world: settled(world, at, one, "cancel") };
  }
  // Sent already: the same answer once more gets the same result.
  if (facts.state === "answered") return { outcome: "ok", world };
  if (facts.state === "expired") return refusedBy(world, over, true);
  const answer = { problems: one.asked.text === "" ? 1 : 0, ineligible: false, attachments: [] };
  const verdict = mayAnswer(subject, facts, answer);
  if (!verdict.ok) return refusedBy(world, verdict, true);
  const { text } = one.asked;
  const after = changed(settled(world, at, one, "answer"), at, { sent: text, text });
  return { outcome: "ok", world: { ...after, numbers: after.numbers + 1 } };
}

/** The job that writes down what nobody answered. */
export function expire(world: World, now: Date): Step {
  let after = world;
  for (const [at, one] of world.applications.entries()) {
    const due =
      one.asked?.state === "open" && one.asked.closesAt < now.getTime() - SETTLED_AFTER_MS;
    if (due) after = settled(after, at, one, "expire");
  }
  return { outcome: "ok", world: after };
}

const over = { ok: false, reason: "integration_over" } as const;

function request(world: World, at: number, one: One, days: number, now: Date): Step {
  const { state, closesAt } = world.call;
  const call = { state, closesAt: closesAt === null ? null : new Date(closesAt) };
  const verdict = mayRequestIntegration({ state: one.state }, call, { items: 1, reason: ASKED });
  if (!verdict.ok) return refusedBy(world, verdict, false);
  const on = addTermDays(romeDate(now), days);
  const asked: Asked = {
    ...{ state: "open", closesAt: integrationEnd(on).getTime(), text: one.sent ?? "" },
  };
  const requested = next(applicationTransitions, one.state, "requestIntegration") ?? one.state;
  const after = changed(world, at, { state: requested, asked });
  return { outcome: "ok", world: { ...after, numbers: after.numbers + 1 } };
}

function settled(world: World, at: number, one: One, event: "answer" | "cancel" | "expire"): World {
  if (!one.asked) return world;
  const state = next(integrationTransitions, one.asked.state, event) ?? one.asked.state;
  const back = next(applicationTransitions, one.state, "closeIntegration") ?? one.state;
  return changed(world, at, { state: back, asked: { ...one.asked, state } });
}

function factsOf(asked: Asked | null, now: Date): RequestFacts | undefined {
  return asked ? { state: asked.state, over: !isInTime(now, new Date(asked.closesAt)) } : undefined;
}
