import { type NextRequest, NextResponse } from "next/server";
import { localeOfPath } from "@/lib/i18n/addresses";
import { contentPolicy } from "@/lib/platform/content-policy";

/**
 * Two things and no more: a fresh nonce in the content policy, and the language of the address for
 * next-intl. Nobody is let in or kept out here; pages, actions and handlers authorise by themselves.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // biome-ignore lint/style/noProcessEnv: set by Next itself, read before any of our settings
  const policy = contentPolicy({ nonce, development: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-next-intl-locale", localeOfPath(request.nextUrl.pathname));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|api/|(?:icons?\\.svg|favicon\\.ico|icon-\\d+\\.png|apple-touch-icon\\.png|manifest\\.webmanifest)$).*)",
  ],
};
