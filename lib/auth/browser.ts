import "server-only";
import { cookies, headers } from "next/headers";
import type { Ctx } from "@/lib/context";
import { CLIENT_ADDRESS } from "@/lib/platform/client-address";
import { browserCookie, sessionCookie } from "./cookies";
import { deviceLabel } from "./core/device-label";
import type { OpenedSession } from "./next-auth";

/** Long enough for a link and a second one. */
const BROWSER_SECONDS = 60 * 60;

/** Where a request comes from: an address to count attempts by, and a device to know it again. */
export async function client(): Promise<{ address: string; deviceLabel: string }> {
  const given = await headers();
  return {
    // Set by our own web process, which overwrites whatever a client sends under this name.
    address: given.get(CLIENT_ADDRESS) ?? "unknown",
    deviceLabel: deviceLabel(given.get("user-agent")),
  };
}

/** The random value that names this browser to a magic link, if it has asked for one lately. */
export async function browserToken(): Promise<string | undefined> {
  return (await cookies()).get(browserCookie().name)?.value;
}

/** The same for a browser that asks now: kept or made, and remembered for an hour. */
export async function browserTokenForAsking(ctx: Ctx): Promise<string> {
  const { name, options } = browserCookie();
  const known = await browserToken();
  const token =
    known && /^[\w-]{43}$/.test(known) ? known : Buffer.from(ctx.random(32)).toString("base64url");
  (await cookies()).set(name, token, { ...options, maxAge: BROWSER_SECONDS });
  return token;
}

/** The token of the session of this request, unchecked. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value;
}

/** Gives the browser its session. */
export async function keepSession({ token, expiresAt }: OpenedSession): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

/** Takes the session cookie away; `__Host-` cookies go only with the attributes they came with. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
