import { definePolicy, hasRole } from "@/lib/auth/can";

type OfBody = { bodyId: string };

/** Who reviews: reviewers check, officers decide and publish; nobody of another body. */
export const reviewPolicy = definePolicy({
  "review.view": (actor, subject: OfBody) =>
    hasRole(actor, subject.bodyId, "administrator", "officer", "reviewer"),
  /** Contacts and fiscal codes of applicants: the office that runs the call, not its reviewers. */
  "review.viewContacts": (actor, subject: OfBody) =>
    hasRole(actor, subject.bodyId, "administrator", "officer"),
  "review.check": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer", "reviewer"),
  "review.decide": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
  /** The one who is responsible for the procedure asks (art. 6 L. 241/1990); a reviewer marks what to ask. */
  "integration.request": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
  "outcome.publish": (actor, subject: OfBody) => hasRole(actor, subject.bodyId, "officer"),
});
