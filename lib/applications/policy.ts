import type { Actor } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";
import type { Field } from "@/lib/calls/core/form-definition";

type Owned = { personId: string; bodyId: string; organisationId: string | null };
type Submitted = Owned & { state: string };
/** Who sees the answers to the field that a file was attached to; undefined: the field is gone. */
type Attached = Submitted & { field: Pick<Field, "visibility" | "retentionFrom"> | undefined };

/**
 * One person answers for an application: sends it, takes it back, receives what is written about
 * it. Who works for the same organisation reads and writes it too, and may take it over. Staff see
 * it from its submission on.
 */
export const applicationPolicy = definePolicy({
  "application.start": (actor: Actor, _call: { bodyId: string }) => actor.kind === "person",
  "application.edit": worksOnIt,
  "application.takeOver": (actor: Actor, application: Owned) =>
    worksOnIt(actor, application) && !isOwner(actor, application),
  "application.submit": isOwner,
  "application.withdraw": isOwner,
  "application.view": (actor: Actor, application: Submitted) =>
    worksOnIt(actor, application) || isStaffOf(actor, application),
  "attachment.open": (actor: Actor, file: Attached) =>
    worksOnIt(actor, file) || (isStaffOf(actor, file) && isFieldOf(actor, file)),
  "thread.view": sharesThread,
  "thread.write": sharesThread,
});

function isOwner(actor: Actor, application: Owned): boolean {
  return actor.kind === "person" && actor.personId === application.personId;
}

function worksOnIt(actor: Actor, application: Owned): boolean {
  if (isOwner(actor, application)) return true;
  const { organisationId } = application;
  return (
    actor.kind === "person" &&
    organisationId !== null &&
    actor.organisationIds.includes(organisationId)
  );
}

/** A draft is no business of staff; a facilitator meets people, not their applications. */
function isStaffOf(actor: Actor, application: Submitted): boolean {
  return (
    application.state !== "draft" &&
    hasRole(actor, application.bodyId, "administrator", "officer", "reviewer", "desk")
  );
}

/**
 * Those who work on it and the office that runs the call. What is written there names people and
 * their contacts, so it is not for those who judge, nor for the desk.
 */
function sharesThread(actor: Actor, application: Submitted): boolean {
  if (application.state === "draft") return false;
  return (
    worksOnIt(actor, application) || hasRole(actor, application.bodyId, "administrator", "officer")
  );
}

/** Staff-only fields are for the office that runs the call; needs for taking part for no reviewer. */
function isFieldOf(actor: Actor, { bodyId, field }: Attached): boolean {
  if (field?.visibility !== "staff") return field !== undefined;
  return (
    field.retentionFrom !== "lastWorkshop" && hasRole(actor, bodyId, "administrator", "officer")
  );
}
