import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import type { AuthOptions } from "next-auth";
import NextAuthModule from "next-auth";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { log } from "@/lib/platform/log";
import { routes } from "@/lib/routes";
import { type IdentitySignIn, identityAdapter } from "./adapter";
import { cookieSpec, sessionCookie } from "./cookies";
import { LONGEST_SESSION_MS } from "./core/session-terms";
import { IDENTITY, identityConfig, identityProvider } from "./identity-provider";
import { type NewSession, openSession } from "./sessions";

/** A session that was just opened: what its cookie needs. */
export type OpenedSession = { token: string; expiresAt: Date };

/** A request to next-auth, as its handler of API routes wants it. */
export type AuthRequest = {
  method: "GET" | "POST";
  /** Parts of the address after /api/auth: action and provider. */
  path: readonly [action: string, provider: string];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
};

export type AuthAnswer = { status: number; location: string | undefined; cookies: string[] };

/** CommonJS: the bundler unwraps its default export, Node leaves it in place. */
const NextAuth = (
  typeof NextAuthModule === "function"
    ? NextAuthModule
    : (NextAuthModule as { default: unknown }).default
) as (request: NextApiRequest, response: NextApiResponse, options: AuthOptions) => Promise<void>;

const VERIFIED = "verified";

/**
 * Opens a session through next-auth for a person that one of our commands has recognised, in the
 * command's transaction. next-auth 4 makes no database session for credentials by itself, so
 * `jwt.encode`, which it asks for the cookie's value, opens it.
 */
export async function signInVerified(tx: Ctx, verified: NewSession): Promise<OpenedSession> {
  let opened: OpenedSession | undefined;
  const csrf = csrfPair();
  const answer = await askNextAuth(
    {
      method: "POST",
      path: ["callback", VERIFIED],
      body: { csrfToken: csrf.token },
      cookies: { [cookieSpec("csrf").name]: csrf.cookie },
    },
    {
      ...commonOptions(),
      providers: [
        {
          id: VERIFIED,
          name: VERIFIED,
          type: "credentials",
          credentials: {},
          authorize: async () => ({ id: verified.personId }),
        },
      ],
      jwt: {
        encode: async () => {
          opened = await openSession(tx, verified);
          return opened.token;
        },
      },
    },
  );
  if (!opened) throw new Error(`next-auth opened no session: ${answer.status}`);
  return opened;
}

/** A step of signing in with the identity provider: leaving for it, or coming back. */
export function askIdentity(
  ctx: Ctx,
  request: AuthRequest,
  deviceLabel: string,
): Promise<AuthAnswer> {
  const provider = identityProvider();
  if (!provider || request.path[1] !== IDENTITY) {
    return Promise.resolve({ status: 404, location: undefined, cookies: [] });
  }
  const signIn: IdentitySignIn = { issuer: provider.issuer, deviceLabel, identity: undefined };
  const csrf = csrfPair();
  return askNextAuth(
    {
      ...request,
      body: { ...request.body, csrfToken: csrf.token },
      cookies: { ...request.cookies, [cookieSpec("csrf").name]: csrf.cookie },
    },
    {
      ...commonOptions(),
      adapter: identityAdapter(ctx, signIn),
      providers: [
        identityConfig(provider, (identity) => {
          signIn.identity = identity;
        }),
      ],
      callbacks: { signIn: () => signIn.identity !== undefined || refusedLevel() },
    },
  );
}

/** Where somebody is sent whose provider did not vouch for the level that is asked. */
const refusedLevel = () => `${routes.signIn()}?errore=livello`;

function commonOptions(): Omit<AuthOptions, "providers"> {
  return {
    secret: env().AUTH_SECRET,
    session: { maxAge: LONGEST_SESSION_MS / 1000 },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: cookieSpec("csrf"),
      callbackUrl: cookieSpec("return"),
      pkceCodeVerifier: cookieSpec("pkce"),
      state: cookieSpec("state"),
      nonce: cookieSpec("nonce"),
    },
    // Its own log writes profiles and tokens; the code alone is kept.
    logger: {
      error: (code) => log.warn({ code }, "sign-in failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** Calls next-auth's handler of API routes and writes down what it answers. */
async function askNextAuth(request: AuthRequest, options: AuthOptions): Promise<AuthAnswer> {
  const origin = new URL(env().APP_ORIGIN);
  // biome-ignore lint/style/noProcessEnv: the only place where next-auth looks for the fixed origin.
  process.env.NEXTAUTH_URL = origin.origin;
  const answer: AuthAnswer = { status: 200, location: undefined, cookies: [] };
  const response = {
    status: (code: number) => {
      answer.status = code;
      return response;
    },
    getHeader: () => answer.cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Location") answer.location = String(value);
      if (name === "Set-Cookie") answer.cookies = [value].flat();
      return response;
    },
    end: () => undefined,
    send: () => undefined,
    json: () => undefined,
  };
  const asked = {
    method: request.method,
    headers: { host: origin.host, "x-forwarded-proto": origin.protocol.replace(":", "") },
    query: { ...request.query, nextauth: [...request.path] },
    body: request.body ?? {},
    cookies: request.cookies,
  };
  await NextAuth(
    asked as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  return answer;
}

/**
 * next-auth's own token against forged requests, made and shown in one breath: requests reach it
 * through our actions and handlers alone, and those have checked the origin.
 */
function csrfPair(): { token: string; cookie: string } {
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
  return { token, cookie: `${token}|${proof}` };
}
