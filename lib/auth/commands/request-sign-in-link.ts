import { loginToken } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { keyedDigest } from "@/lib/platform/sealing";
import { routes } from "@/lib/routes";
import { inTransaction } from "@/lib/transaction";
import { LINK_MINUTES } from "../core/link-rules";

/** Who asks for a magic link; `email` is normalised. */
export type LinkRequest = {
  email: string;
  returnTo: string | undefined;
  /** The random value in the browser's cookie: the link opens a session there and nowhere else. */
  browserToken: string;
  locale: string;
  address: string;
  /** The device as the mail names it, such as "Firefox, Android". */
  deviceLabel: string;
};

/**
 * Sends a magic link. Anybody may ask for any mailbox and learns nothing from the answer: it is
 * the same whether or not there is an account, which is only made when the link is used.
 * Throws RateLimited.
 */
export async function requestSignInLink(ctx: Ctx, given: LinkRequest): Promise<void> {
  const { email, address } = given;
  await rateLimit(
    ctx,
    `link-address:${keyedDigest("address", address)}`,
    limits.signInLinkPerAddress,
  );
  await rateLimit(
    ctx,
    `link-mailbox:${keyedDigest("mailbox", email)}`,
    limits.signInLinkPerMailbox,
  );
  const id = ctx.newId();
  const token = Buffer.from(ctx.random(32)).toString("base64url");
  const expiresAt = new Date(ctx.now.getTime() + LINK_MINUTES * 60_000);
  await inTransaction(ctx, async (tx) => {
    await tx.db.insert(loginToken).values({
      id,
      tokenHash: sha256(token),
      browserHash: sha256(given.browserToken),
      email,
      returnTo: given.returnTo ?? null,
      createdAt: tx.now,
      expiresAt,
    });
    await enqueueMessage(tx, {
      bodyId: null,
      kind: "signInLink",
      key: `signInLink:${id}`,
      recipient: email,
      recipientName: "",
      locale: given.locale,
      // Wiped from the outbox once sent, and worth nothing without the browser's cookie.
      view: {
        url: linkUrl(token, given.locale),
        expiresAt: expiresAt.toISOString(),
        place: given.deviceLabel,
      },
      subjectType: "loginToken",
      subjectId: id,
    });
  });
}

/** Built on the fixed public origin, never on the request's host. */
function linkUrl(token: string, locale: string): string {
  const path = `${locale === "en" ? "/en" : ""}${routes.signInLink()}`;
  return `${env().APP_ORIGIN}${path}?${new URLSearchParams({ chiave: token })}`;
}
