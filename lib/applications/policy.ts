import type { Actor } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";

type Owned = { personId: string; bodyId: string };
type Submitted = Owned & { state: string };

/** Drafts belong to who writes them; staff see an application from its submission on. */
export const applicationPolicy = definePolicy({
  "application.start": (actor: Actor, _call: { bodyId: string }) => actor.kind === "person",
  "application.edit": isOwner,
  "application.submit": isOwner,
  "application.withdraw": isOwner,
  "application.view": (actor: Actor, application: Submitted) =>
    isOwner(actor, application) || isStaffOf(actor, application),
  "attachment.open": (actor: Actor, application: Submitted) =>
    isOwner(actor, application) || isStaffOf(actor, application),
});

function isOwner(actor: Actor, application: Owned): boolean {
  return actor.kind === "person" && actor.personId === application.personId;
}

/** A draft is nobody's but its author's; a facilitator meets people, not their applications. */
function isStaffOf(actor: Actor, application: Submitted): boolean {
  return (
    application.state !== "draft" &&
    hasRole(actor, application.bodyId, "administrator", "officer", "reviewer", "desk")
  );
}
