import { env } from "@/lib/env";

/** A cookie of ours: first party, out of reach of scripts, and bound to the host where https allows. */
export type CookieSpec = {
  name: string;
  options: { httpOnly: true; secure: boolean; sameSite: "lax"; path: "/" };
};

/** The session. Its value is a random token; the database holds its digest. */
export const sessionCookie = (): CookieSpec => cookieSpec("session");

/** The browser that asked for a magic link. */
export const browserCookie = (): CookieSpec => cookieSpec("browser");

/** Follows the fixed public origin, never the request: `__Host-` needs Secure and the path "/". */
export function cookieSpec(purpose: string, origin: string = env().APP_ORIGIN): CookieSpec {
  const secure = origin.startsWith("https:");
  return {
    name: `${secure ? "__Host-" : ""}cantieri-${purpose}`,
    options: { httpOnly: true, secure, sameSite: "lax", path: "/" },
  };
}
