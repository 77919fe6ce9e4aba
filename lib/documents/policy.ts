import { type Actor, personOf } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";

/** An issued document, as far as rights are concerned. */
export type OwnedDocument = { kind: string; bodyId: string; holderId: string | null };

/** The holder, and those of the body who deal with applicants. Reviewers may be blind: not they. */
export const documentPolicy = definePolicy({
  "document.download": (actor: Actor, document: OwnedDocument) =>
    isHolder(actor, document) || isStaffFor(actor, document),
  "document.withdraw": (actor: Actor, { bodyId }: { bodyId: string }) =>
    hasRole(actor, bodyId, "administrator", "officer"),
  "document.replace": (actor: Actor, { bodyId }: { bodyId: string }) =>
    actor.kind === "system" || hasRole(actor, bodyId, "administrator", "officer"),
});

function isHolder(actor: Actor, { holderId }: OwnedDocument): boolean {
  return holderId !== null && personOf(actor) === holderId;
}

function isStaffFor(actor: Actor, { kind, bodyId }: OwnedDocument): boolean {
  return (
    hasRole(actor, bodyId, "administrator", "officer", "desk") ||
    (kind === "certificate" && hasRole(actor, bodyId, "facilitator"))
  );
}
