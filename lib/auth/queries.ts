import { desc, eq } from "drizzle-orm";
import { loginToken } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import type { Verdict } from "@/lib/kernel/verdict";
import { sha256 } from "@/lib/platform/digest";
import { type LinkProblem, mayUseLink } from "./core/link-rules";

/** What the page of a magic link shows; the mailbox and the way on only where it may be used. */
export type LinkView = {
  verdict: Verdict<LinkProblem>;
  email: string | undefined;
  returnTo: string | undefined;
};

/** Looks at a magic link without using it: mail scanners open links too. */
export async function linkForBrowser(
  ctx: Ctx,
  token: string,
  browserToken: string | undefined,
): Promise<LinkView> {
  const [link] = await ctx.db
    .select()
    .from(loginToken)
    .where(eq(loginToken.tokenHash, sha256(token)));
  const browserHash = browserToken ? sha256(browserToken) : undefined;
  const verdict = mayUseLink(link, browserHash, ctx.now);
  const own = link !== undefined && link.browserHash === browserHash;
  return {
    verdict,
    email: own ? link.email : undefined,
    returnTo: own ? (link.returnTo ?? undefined) : undefined,
  };
}

/** The last link that this browser asked for, to say where the mail went; undefined without one. */
export async function lastLinkOfBrowser(
  ctx: Ctx,
  browserToken: string | undefined,
): Promise<{ email: string; expiresAt: Date; returnTo: string | undefined } | undefined> {
  if (!browserToken) return undefined;
  const [link] = await ctx.db
    .select({
      email: loginToken.email,
      expiresAt: loginToken.expiresAt,
      returnTo: loginToken.returnTo,
    })
    .from(loginToken)
    .where(eq(loginToken.browserHash, sha256(browserToken)))
    .orderBy(desc(loginToken.createdAt))
    .limit(1);
  return link && { ...link, returnTo: link.returnTo ?? undefined };
}
