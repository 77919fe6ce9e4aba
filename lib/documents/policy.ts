import { type Actor, personOf } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";

/** An issued document, as far as rights are concerned. */
export type OwnedDocument = {
  kind: string;
  bodyId: string;
  holderId: string | null;
  /** Of the application that it is about, if it is about one. */
  organisationId: string | null;
};

/** The holder, who works for the same organisation, and those of the body who deal with applicants. Reviewers may be blind: not they. */
export const documentPolicy = definePolicy({
  "document.download": (actor: Actor, document: OwnedDocument) =>
    isHolder(actor, document) || isColleague(actor, document) || isStaffFor(actor, document),
  "document.withdraw": (actor: Actor, { bodyId }: { bodyId: string }) =>
    hasRole(actor, bodyId, "administrator", "officer"),
  "document.replace": (actor: Actor, { bodyId }: { bodyId: string }) =>
    actor.kind === "system" || hasRole(actor, bodyId, "administrator", "officer"),
});

function isHolder(actor: Actor, { holderId }: OwnedDocument): boolean {
  return holderId !== null && personOf(actor) === holderId;
}

/** A certificate belongs to its person alone. */
function isColleague(actor: Actor, { kind, holderId, organisationId }: OwnedDocument): boolean {
  return (
    actor.kind === "person" &&
    kind !== "certificate" &&
    holderId !== null &&
    organisationId !== null &&
    actor.organisationIds.includes(organisationId)
  );
}

function isStaffFor(actor: Actor, { kind, bodyId }: OwnedDocument): boolean {
  return (
    hasRole(actor, bodyId, "administrator", "officer", "desk") ||
    (kind === "certificate" && hasRole(actor, bodyId, "facilitator"))
  );
}
