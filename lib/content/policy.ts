import type { Actor } from "@/lib/auth/actor";
import { definePolicy, hasRegionalRole } from "@/lib/auth/can";

/** The pages are everybody's: what people think of them is read by who answers for all of them. */
export const contentPolicy = definePolicy({
  "feedback.view": (actor: Actor, _pages: object) =>
    hasRegionalRole(actor, "officer", "administrator"),
});
