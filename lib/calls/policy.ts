import type { Actor } from "@/lib/auth/actor";
import { definePolicy, hasRegionalRole, hasRole } from "@/lib/auth/can";
import type { CallState } from "@/lib/calls/core/states";

type OfBody = { readonly bodyId: string };

/** Officers and administrators of the body run its calls; nobody else, and no job. */
const runsCalls = (actor: Actor, { bodyId }: OfBody) =>
  hasRole(actor, bodyId, "officer", "administrator");

const worksFor = (actor: Actor, { bodyId }: OfBody) =>
  hasRole(actor, bodyId, "officer", "administrator", "reviewer", "facilitator", "desk");

/** What all calls of a body follow is decided by those who answer for the body. */
const administers = (actor: Actor, { bodyId }: OfBody) => hasRole(actor, bodyId, "administrator");

export const callPolicy = definePolicy({
  /** A draft is for those who write it; whatever was published is for everybody. */
  "call.view": (actor: Actor, call: OfBody & { state: CallState }) =>
    call.state !== "draft" || runsCalls(actor, call),
  /** The staff side of a call: everybody who works for its body. */
  "call.viewAsStaff": worksFor,
  "call.create": runsCalls,
  "call.edit": runsCalls,
  "call.publish": runsCalls,
  /** Rectify, extend, re-open, suspend, revoke. */
  "call.publishAct": runsCalls,
  /** One of one's own, for several zones at once. */
  "call.copy": runsCalls,
  /** Into a body: for one's own, and for every body if one works for the region. */
  "call.copyInto": (actor: Actor, body: OfBody) =>
    runsCalls(actor, body) || hasRegionalRole(actor, "officer", "administrator"),
  "call.startReview": runsCalls,
  "call.publishOutcome": runsCalls,
  "call.archive": runsCalls,
  /** The evidence about its end: refused attempts and outages. */
  "call.viewEvidence": runsCalls,
  "outage.record": runsCalls,
  /** Of what was published, anybody asks who is signed in as themselves; who runs it answers. */
  "call.ask": (actor: Actor, call: OfBody & { state: string }) =>
    actor.kind === "person" && call.state !== "draft",
  "call.answer": runsCalls,
  "regime.view": worksFor,
  "regime.adjust": administers,
});
