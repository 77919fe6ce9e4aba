import type { NewCallView } from "@/emails/new-calls";
import { derivedToken } from "@/lib/auth/derived-token";
import { env } from "@/lib/env";
import { addressIn } from "@/lib/i18n/addresses";
import type { NewMessage } from "@/lib/mail/enqueue-message";
import type { OneOfMany } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";

/** The key in the letters of a subscription: it can be written again, and only its hash is kept. */
export const subscriptionToken = (id: string) => derivedToken("subscription", id);

/** Calls a letter names; the others are counted. */
const MOST = 20;

/** Asks the mailbox whether it wants what somebody asked for in its name. */
export function confirmationLetter(
  request: { id: string; email: string; locale: string; expiresAt: Date },
  token: string,
): NewMessage<"subscriptionConfirm"> {
  const key = new URLSearchParams({ chiave: token });
  return {
    bodyId: null,
    kind: "subscriptionConfirm",
    key: `subscriptionConfirm:${request.id}`,
    recipient: request.email,
    recipientName: "",
    locale: request.locale,
    view: {
      url: `${address(request.locale, routes.subscriptionConfirm())}?${key}`,
      expiresAt: request.expiresAt.toISOString(),
    },
    subjectType: "subscriptionRequest",
    subjectId: request.id,
  };
}

/** One letter of a round; once for each round and subscription. */
export function newCallsLetter(
  round: { key: string; daily: boolean },
  to: { id: string; email: string; locale: string; expiresAt: Date },
  calls: readonly NewCallView[],
): OneOfMany<"newCalls"> {
  const token = subscriptionToken(to.id);
  return {
    key: `newCalls:${round.key}:${to.id}`,
    recipient: to.email,
    recipientName: "",
    locale: to.locale,
    view: {
      daily: round.daily,
      calls: calls.slice(0, MOST).map((call) => ({ ...call, url: address(to.locale, call.url) })),
      more: Math.max(0, calls.length - MOST),
      listUrl: address(to.locale, routes.calls()),
      manageUrl: address(to.locale, routes.subscription(token)),
      unsubscribeUrl: env().APP_ORIGIN + routes.subscriptionLeave(token),
      expiresAt: to.expiresAt.toISOString(),
    },
  };
}

/** Built on the fixed public origin, in the language of the reader. */
const address = (locale: string, path: string) =>
  env().APP_ORIGIN + addressIn(locale === "en" ? "en" : "it", path);
