import { defineTransitions } from "@/lib/kernel/states";

export const INTEGRATION_STATES = ["open", "answered", "expired", "cancelled"] as const;

export type IntegrationState = (typeof INTEGRATION_STATES)[number];
export type IntegrationEvent = "answer" | "expire" | "cancel";

export const integrationTransitions = defineTransitions<IntegrationState, IntegrationEvent>({
  open: { answer: "answered", expire: "expired", cancel: "cancelled" },
  answered: {},
  expired: {},
  cancelled: {},
});
