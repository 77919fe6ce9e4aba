import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Ctx } from "@/lib/context";
import { serverNow } from "@/lib/platform/server-clock";
import { type Audience, contextOf, handleOf, readRequest } from "./contexts";
import { sessionCookie } from "./cookies";
import { type SessionClock, sessionClock } from "./core/session-terms";
import { extendSession, lookAtSession, type ResolvedSession } from "./sessions";

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
const currentRequest = cache(async () => {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  return readRequest(jar.get(sessionCookie().name)?.value, given);
});
