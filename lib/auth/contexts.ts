import "server-only";
import { randomUUID } from "node:crypto";
import { type Database, type Scope, scopedDatabase } from "@/db/client";
import { type Ctx, makeContext } from "@/lib/context";
import { Forbidden, RateLimited, Unauthenticated } from "@/lib/kernel/errors";
import { applicationPool } from "@/lib/platform/pool";
import { secondsToWait } from "@/lib/platform/rate-limit";
import { serverNow } from "@/lib/platform/server-clock";
import { type Actor, anonymous, bodiesOf } from "./actor";
import { hasRegionalRole } from "./can";
import { sessionCookie } from "./cookies";
import {
  type CountedAttempt,
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

/** What is known of a request before anything is done for it. */
export type ReadRequest = { now: Date; requestId: string; session: ResolvedSession | undefined };

/** Finds the session of a token: one query at most, none for visitors. */
export async function readRequest(
  token: string | undefined,
  headers: Pick<Headers, "get">,
  attempt?: CountedAttempt,
): Promise<ReadRequest> {
  const now = serverNow();
  return {
    now,
    requestId: requestIdOf(headers.get("x-request-id")),
    session: token ? await resolveSession(handleOf("*"), token, now, attempt) : undefined,
  };
}

/** What a request of an audience works with; throws as `requestContext` says. */
export function contextOf(audience: Audience, request: ReadRequest): Ctx {
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

/** What a request comes with before any of its body is read. */
export type Arrival = { ctx: Ctx; personId: string; receivedAt: string };

/**
 * The context of a signed-in person or of staff, and the clock of the database when the request came (UTC,
 * microseconds): told by the first statement that is sent, the one that finds the session, so that
 * a busy server makes nobody late. The same statement counts what the person tries, where that is limited. Throws as
 * `contextOf` does, and RateLimited after too many attempts.
 */
export async function arrivalOf(
  audience: Extract<Audience, "person" | "staff">,
  { headers }: Request,
  attempt?: CountedAttempt,
): Promise<Arrival> {
  const request = await readRequest(cookieIn(headers, sessionCookie().name), headers, attempt);
  const ctx = contextOf(audience, request);
  if (!request.session) throw new Unauthenticated();
  const { personId, askedAt, passes } = request.session;
  if (attempt && !passes) {
    const key = `${attempt.of}:${personId}`;
    throw new RateLimited(await secondsToWait(ctx, key, attempt.limit));
  }
  return { ctx, personId, receivedAt: askedAt };
}

/** `arrivalOf` a signed-in person. */
export const personArrival = (request: Request, attempt?: CountedAttempt): Promise<Arrival> =>
  arrivalOf("person", request, attempt);

/** Our tokens are base64url: nothing in a cookie of ours is escaped. */
function cookieIn(headers: Headers, name: string): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split("; ");
  return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
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
export function handleOf(scope: Scope): Database {
  const key = scope === "*" ? scope : [...scope].sort().join(",");
  const known = handles.get(key);
  if (known) return known;
  const made = scopedDatabase(applicationPool(), scope);
  handles.set(key, made);
  return made;
}
