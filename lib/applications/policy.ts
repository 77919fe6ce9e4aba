import type { Actor } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";
import { deskRoles, officeRoles } from "@/lib/auth/roles";
import type { Field } from "@/lib/calls/core/form-definition";

type Owned = {
  personId: string;
  bodyId: string;
  organisationId: string | null;
  state: string;
  channel: string;
};
type Submitted = Owned;
/** Who sees the answers to the field that a file was attached to; undefined: the field is gone. */
type Attached = Submitted & {
  field: Pick<Field, "visibility" | "retentionFrom"> | undefined;
  /** It belongs to an answer to the office that is not sent. */
  waiting: boolean;
};

/**
 * One person answers for an application: sends it, takes it back, receives what is written about
 * it. Who works for the same organisation reads and writes it too, and may take it over. Staff see
 * it from its submission on. What came by the desk is also the desk's: a draft of it is the desk's
 * alone, because the moment of arrival that counts for it was declared there.
 */
export const applicationPolicy = definePolicy({
  "application.start": (actor: Actor, _call: { bodyId: string }) => actor.kind === "person",
  /** Enter one for somebody who comes, telephones or writes. */
  "application.assist": (actor: Actor, { bodyId }: { bodyId: string }) => keepsDesk(actor, bodyId),
  "application.edit": (actor: Actor, application: Owned) =>
    worksOnIt(actor, application) || isAtDesk(actor, application),
  "application.takeOver": (actor: Actor, application: Owned) =>
    worksOnIt(actor, application) && !isOwner(actor, application),
  "application.submit": (actor: Actor, application: Owned) =>
    isOwner(actor, application) || (isDraftOfDesk(application) && isAtDesk(actor, application)),
  /** Answer the office: the desk only after it wrote down how the answer comes. */
  "application.answer": (actor: Actor, application: Owned & { atDesk: boolean }) =>
    isOwner(actor, application) || (application.atDesk && isAtDesk(actor, application)),
  /** Get the result of what was sent once more: for who could send it, and may still see it. */
  "application.sendAgain": (actor: Actor, application: Owned) =>
    isOwner(actor, application) || isAtDesk(actor, application),
  /** Take what the desk sent: by the mailbox given there, and never what one entered oneself. */
  "application.claim": (actor: Actor, sent: { proved: boolean; enteredBy: readonly string[] }) =>
    actor.kind === "person" && sent.proved && !sent.enteredBy.includes(actor.personId),
  "application.withdraw": isOwner,
  /** Act for the applicant, at the desk that entered it. */
  "application.atDesk": isAtDesk,
  "application.view": (actor: Actor, application: Submitted) =>
    worksOnIt(actor, application) || isAtDesk(actor, application) || isStaffOf(actor, application),
  "attachment.open": (actor: Actor, file: Attached) =>
    worksOnIt(actor, file) ||
    isAtDesk(actor, file) ||
    (!file.waiting && isStaffOf(actor, file) && isFieldOf(actor, file)),
  "thread.view": sharesThread,
  "thread.write": sharesThread,
});

function isAtDesk(actor: Actor, { channel, bodyId }: Owned): boolean {
  return channel !== "web" && keepsDesk(actor, bodyId);
}

function keepsDesk(actor: Actor, bodyId: string): boolean {
  if (actor.kind === "person") return actor.desks?.includes(bodyId) ?? false;
  return hasRole(actor, bodyId, ...deskRoles);
}

function isOwner(actor: Actor, application: Owned): boolean {
  return (
    actor.kind === "person" &&
    actor.personId === application.personId &&
    !isDraftOfDesk(application)
  );
}

function isDraftOfDesk({ state, channel }: Owned): boolean {
  return state === "draft" && channel !== "web";
}

function worksOnIt(actor: Actor, application: Owned): boolean {
  if (isDraftOfDesk(application)) return false;
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
function sharesThread(actor: Actor, application: Omit<Owned, "channel">): boolean {
  if (application.state === "draft") return false;
  return (
    // However it came: once sent it is its author's.
    worksOnIt(actor, { ...application, channel: "web" }) ||
    hasRole(actor, application.bodyId, ...officeRoles)
  );
}

/** Staff-only fields are for the office that runs the call; needs for taking part for no reviewer. */
function isFieldOf(actor: Actor, { bodyId, field }: Attached): boolean {
  if (field?.visibility !== "staff") return field !== undefined;
  return field.retentionFrom !== "lastWorkshop" && hasRole(actor, bodyId, ...officeRoles);
}
