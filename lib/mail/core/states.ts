import { defineTransitions } from "@/lib/kernel/states";

export const MESSAGE_STATES = [
  "queued",
  "sending",
  "sent",
  "delivered",
  "bounced",
  "failed",
  "cancelled",
  "superseded",
] as const;

export type MessageState = (typeof MESSAGE_STATES)[number];

export type MessageEvent =
  | "startSending"
  | "confirmSent"
  | "confirmDelivered"
  | "bounce"
  | "fail"
  | "retry"
  | "cancel"
  | "supersede";

/** Only what has not left yet can be stopped or replaced; `retry` is also the one by hand. */
export const messageTransitions = defineTransitions<MessageState, MessageEvent>({
  queued: {
    startSending: "sending",
    fail: "failed",
    cancel: "cancelled",
    supersede: "superseded",
  },
  sending: { confirmSent: "sent", fail: "failed" },
  sent: { confirmDelivered: "delivered", bounce: "bounced" },
  delivered: {},
  bounced: {},
  failed: { retry: "queued", cancel: "cancelled", supersede: "superseded" },
  cancelled: {},
  superseded: {},
});
