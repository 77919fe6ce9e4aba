import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Database, type Scope, scopedDatabase } from "@/db/client";
import { type Ctx, makeContext } from "@/lib/context";
import { Forbidden, RateLimited, Unauthenticated } from "@/lib/kernel/errors";
import { applicationPool } from "@/lib/platform/pool";
import { secondsToWait } from "@/lib/platform/rate-limit";
import { serverNow } from "@/lib/platform/server-clock";
import { type Actor, anonymous, bodiesOf } from "./actor";
import { hasRegionalRole } from "./can";
import { sessionCookie } from "./cookies";
import { type SessionClock, sessionClock } from "./core/session-terms";
import {
  type CountedAttempt,
  extendSession,
  lookAtSession,
  personActor,
  type ResolvedSession,
  resolveSession,
  staffActor,
} from "./sessions";

/**
 * For whom a page, an action or a handler works: anybody ("public"), a signed-in person about its
 * own things ("person"), a member of staff about its bodies ("staff"), or about the territory: its
 * bodies too, but all of them for staff of the region ("territory").
 */
export type Audience = "public" | "person" | "staff" | "territory";

/**
 * The context of this request. "public" and "person" see through all walls, so their queries name
 * whose rows they want; "staff" sees its own bodies alone, and so does "territory" unless the region
 * asks, whose queries count and never show what a body keeps for itself.
 * Throws Unauthenticated without a session, or without a second factor for staff; Forbidden when
 * the person has no role any more.
 */
export async function requestContext(audience: Audience): Promise<Ctx> {
  return contextOf(audience, await currentRequest());
}

/**
 * The context of a signed-in person, and the clock of the database when the request came (UTC,
 * microseconds): told by the first statement that is sent, the one that finds the session, so that
 * a busy server makes nobody late. The same statement counts what the person tries. Throws
 * Unauthenticated without a session, RateLimited after too many attempts.
 */
export async function personArrival(
  attempt: CountedAttempt,
): Promise<{ ctx: Ctx; personId: string; receivedAt: string }> {
  const request = await readRequest(attempt);
  const ctx = contextOf("person", request);
  if (!request.session) throw new Unauthenticated();
  const { personId, askedAt, passes } = request.session;
  if (!passes) {
    const key = `${attempt.of}:${personId}`;
    throw new RateLimited(await secondsToWait(ctx, key, attempt.limit));
  }
  return { ctx, personId, receivedAt: askedAt };
}

function contextOf(audience: Audience, request: Awaited<ReturnType<typeof currentRequest>>): Ctx {
  const { now, requestId, session } = request;
  const actor = actorFor(audience, session);
  const scope: Scope = scopeFor(audience, actor);
  return makeContext({ db: handleOf(scope), actor, now, requestId });
}

function scopeFor(audience: Audience, actor: Actor): Scope {
  if (audience === "public" || audience === "person") return "*";
  const everywhere = audience === "territory" && hasRegionalRole(actor, "officer", "administrator");
  return everywhere ? "*" : bodiesOf(actor);
}

/** The session of this request, for the header and the page of sessions; never to authorise. */
export async function currentSession(): Promise<ResolvedSession | undefined> {
  return (await currentRequest()).session;
}

/** How long the session of this page lives after this visit. */
export async function clockOfSession(): Promise<SessionClock | undefined> {
  const { now, session } = await currentRequest();
  return session && sessionClock({ ...session, lastSeenAt: now }, now);
}

/** The same for the notice before the end, which asks without visiting, and extends when told to. */
export async function watchSession(what: "look" | "extend"): Promise<SessionClock | undefined> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return undefined;
  const ask = what === "extend" ? extendSession : lookAtSession;
  return ask(handleOf("*"), token, serverNow());
}

/** Once per rendered request: one query at most, none for visitors. */
const currentRequest = cache(() => readRequest());

async function readRequest(attempt?: CountedAttempt) {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  const now = serverNow();
  const token = jar.get(sessionCookie().name)?.value;
  return {
    now,
    requestId: requestIdOf(given.get("x-request-id")),
    session: token ? await resolveSession(handleOf("*"), token, now, attempt) : undefined,
  };
}

function actorFor(audience: Audience, session: ResolvedSession | undefined): Actor {
  if (!session) {
    if (audience === "public") return anonymous;
    throw new Unauthenticated();
  }
  const staff = staffActor(session);
  if (audience === "staff" || audience === "territory") {
    if (staff) return staff;
    throw session.strength === "staff" ? new Forbidden() : new Unauthenticated();
  }
  return audience === "public" && staff ? staff : personActor(session);
}

/** The proxy in front may name the request; anything that is not a plain id is replaced. */
function requestIdOf(given: string | null): string {
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

const handles = new Map<string, Database>();

/** Handles are made once per scope: there are as many as groups of bodies that staff work for. */
function handleOf(scope: Scope): Database {
  const key = scope === "*" ? scope : [...scope].sort().join(",");
  const known = handles.get(key);
  if (known) return known;
  const made = scopedDatabase(applicationPool(), scope);
  handles.set(key, made);
  return made;
}
