"use server";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/actions";
import { client } from "@/lib/auth/browser";
import { routes } from "@/lib/routes";
import { confirmSubscription } from "@/lib/subscriptions/commands/confirm-subscription";
import { endSubscription } from "@/lib/subscriptions/commands/end-subscription";
import { prolongSubscription } from "@/lib/subscriptions/commands/prolong-subscription";
import { requestSubscription } from "@/lib/subscriptions/commands/request-subscription";
import { requestSubscriptionSchema, subscriptionTokenSchema } from "@/lib/subscriptions/schema";

/** Asks a mailbox whether it wants to hear of new calls. */
export const askMailbox = action(
  "subscription.request",
  requestSubscriptionSchema,
  async (ctx, input) => {
    const [locale, { address }] = await Promise.all([getLocale(), client()]);
    await requestSubscription(ctx, { ...input, locale, address });
  },
  { audience: "public", redirectTo: () => routes.subscribeSent(), keep: ["email"] },
);

/** Says yes from the mailbox. */
export const confirm = action(
  "subscription.confirm",
  subscriptionTokenSchema,
  confirmSubscription,
  {
    audience: "public",
    redirectTo: (token) => `${routes.subscription(token)}?fatto=conferma`,
  },
);

/** Two more years. */
export const prolong = action(
  "subscription.prolong",
  subscriptionTokenSchema,
  async (ctx, input) => {
    await prolongSubscription(ctx, input);
    return input.token;
  },
  { audience: "public", redirectTo: (token) => `${routes.subscription(token)}?fatto=proroga` },
);

/** Forgets the mailbox. */
export const leave = action("subscription.end", subscriptionTokenSchema, endSubscription, {
  audience: "public",
  redirectTo: () => `${routes.subscribe()}?fatto=disdetta`,
});
