import { definePolicy, hasRole } from "@/lib/auth/can";

/** Messages of a body are handled by those who answer for its calls. */
export const messagePolicy = definePolicy({
  "message.retry": (actor, { bodyId }: { bodyId: string }) =>
    hasRole(actor, bodyId, "administrator", "officer"),
});
