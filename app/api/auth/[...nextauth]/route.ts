import { type NextRequest, NextResponse } from "next/server";
import { client } from "@/lib/auth/browser";
import { endSession } from "@/lib/auth/commands/end-session";
import { sessionCookie } from "@/lib/auth/cookies";
import { ownPath } from "@/lib/auth/core/return-to";
import { IDENTITY } from "@/lib/auth/identity-provider";
import { type AuthAnswer, type AuthRequest, askIdentity } from "@/lib/auth/next-auth";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

type Given = { params: Promise<{ nextauth: string[] }> };

/**
 * Leaves for the identity provider, or comes back. Leaving is a link, not a form: the content
 * policy forbids forms that end on another site, and whoever is made to follow it gains a sign-in
 * page of the provider and nothing else.
 */
export async function GET(request: NextRequest, given: Given): Promise<Response> {
  const path = (await given.params).nextauth.join("/");
  return handler("auth.identity", "public", async (ctx) => {
    if (path === `signin/${IDENTITY}`) return redirection(await leave(ctx, request));
    if (path === `callback/${IDENTITY}`) return redirection(await comeBack(ctx, request));
    throw new NotFound();
  })(request, { params: Promise.resolve({}) });
}

async function leave(ctx: Ctx, request: NextRequest): Promise<AuthAnswer> {
  const returnTo = ownPath(request.nextUrl.searchParams.get("ritorno")) ?? routes.myApplications();
  return ask(ctx, request, {
    method: "POST",
    path: ["signin", IDENTITY],
    body: { callbackUrl: `${env().APP_ORIGIN}${returnTo}` },
  });
}

async function comeBack(ctx: Ctx, request: NextRequest): Promise<AuthAnswer> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const answer = await ask(ctx, request, { method: "GET", path: ["callback", IDENTITY], query });
  const { name } = sessionCookie();
  const former = request.cookies.get(name)?.value;
  const opened = answer.cookies.some((line) => line.startsWith(`${name}=`));
  if (former && opened) await endSession(ctx, former);
  return answer;
}

async function ask(
  ctx: Ctx,
  request: NextRequest,
  asked: Omit<AuthRequest, "cookies">,
): Promise<AuthAnswer> {
  const cookies = request.cookies.getAll().map(({ name, value }) => [name, value]);
  const { deviceLabel } = await client();
  return askIdentity(ctx, { ...asked, cookies: Object.fromEntries(cookies) }, deviceLabel);
}

/** next-auth sends its errors to pages of its own; ours are on the sign-in page. */
function redirection(answer: AuthAnswer): Response {
  if (!answer.location) throw new NotFound();
  const { APP_ORIGIN } = env();
  const target = new URL(answer.location, APP_ORIGIN);
  const failed = target.origin === APP_ORIGIN && target.pathname.startsWith("/api/auth/");
  const response = NextResponse.redirect(
    failed ? new URL(`${routes.signIn()}?errore=identita`, APP_ORIGIN) : target,
    303,
  );
  response.headers.set("cache-control", "no-store");
  for (const line of answer.cookies) response.headers.append("set-cookie", line);
  return response;
}
