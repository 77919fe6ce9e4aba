import { personOf } from "@/lib/auth/actor";
import { definePolicy, hasRegionalRole, hasRole } from "@/lib/auth/can";

/** Who may do what about people: oneself about oneself, administrators about their body's staff. */
export const peoplePolicy = definePolicy({
  "profile.view": (actor, subject: { personId: string }) => personOf(actor) === subject.personId,
  "profile.update": (actor, subject: { personId: string }) => personOf(actor) === subject.personId,
  "staff.view": (actor, subject: { bodyId: string }) =>
    hasRole(actor, subject.bodyId, "administrator"),
  /** The command line, run by whoever holds the machine, appoints the first administrator. */
  "staff.create": (actor, subject: { bodyId: string }) =>
    (actor.kind === "system" && actor.job === "create-administrator") ||
    hasRole(actor, subject.bodyId, "administrator"),
  /** Of a body that nobody administers the region appoints the first administrator, and no more. */
  "staff.appointFirst": (actor, subject: { roles: readonly string[]; administrators: number }) =>
    hasRegionalRole(actor, "administrator") &&
    subject.administrators === 0 &&
    subject.roles.join() === "administrator",
  /** Not one's own administration: a body is never left without somebody who can mend it. */
  "staff.end": (actor, subject: { bodyId: string; personId: string; role: string }) =>
    hasRole(actor, subject.bodyId, "administrator") &&
    !(subject.role === "administrator" && personOf(actor) === subject.personId),
  /** Not one's own: whoever finds a screen unlocked must not get a second factor out of it. */
  "staff.renew": (actor, subject: { bodyId: string; personId: string }) =>
    (actor.kind === "system" && actor.job === "create-administrator") ||
    (hasRole(actor, subject.bodyId, "administrator") && personOf(actor) !== subject.personId),
});
