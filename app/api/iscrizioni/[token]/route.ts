import { handler } from "@/lib/handlers";
import { routes } from "@/lib/routes";
import { endSubscription } from "@/lib/subscriptions/commands/end-subscription";

/**
 * One click in a mail program (RFC 8058): a bare POST without cookies, from anywhere, ends the
 * subscription. The answer is the same for every key.
 */
export const POST = handler(
  "subscription.oneClick",
  "public",
  async (ctx, _request, { token = "" }) => {
    await endSubscription(ctx, { token });
    return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  },
);

/** Older mail programs open the address: looking changes nothing. */
export const GET = handler(
  "subscription.look",
  "public",
  async (_ctx, _request, { token = "" }) =>
    new Response(null, {
      status: 303,
      headers: {
        location: routes.subscription(encodeURIComponent(token)),
        "cache-control": "no-store",
      },
    }),
);
