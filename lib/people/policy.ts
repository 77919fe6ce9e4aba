import { personOf } from "@/lib/auth/actor";
import { definePolicy, hasRole } from "@/lib/auth/can";

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
  /** Not one's own administration: a body is never left without somebody who can mend it. */
  "staff.end": (actor, subject: { bodyId: string; personId: string; role: string }) =>
    hasRole(actor, subject.bodyId, "administrator") &&
    !(subject.role === "administrator" && personOf(actor) === subject.personId),
  /** Not one's own: whoever finds a screen unlocked must not get a second factor out of it. */
  "staff.renew": (actor, subject: { bodyId: string; personId: string }) =>
    (actor.kind === "system" && actor.job === "create-administrator") ||
    (hasRole(actor, subject.bodyId, "administrator") && personOf(actor) !== subject.personId),
});
