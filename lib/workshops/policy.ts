import { definePolicy, hasRole } from "@/lib/auth/can";

type OfBody = { bodyId: string };

/** Officers plan, convene and certify; facilitators also take attendance. */
export const workshopsPolicy = definePolicy({
  "series.view": (actor, subject: OfBody) =>
    hasRole(actor, subject.bodyId, "administrator", "officer", "facilitator", "desk"),
  "series.plan": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
  "meeting.convene": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
  "meeting.change": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
  "attendance.record": (actor, subject: OfBody) =>
    hasRole(actor, subject.bodyId, "officer", "facilitator"),
  "certificate.issue": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
});
