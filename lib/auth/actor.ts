import type { StaffRole } from "./roles";

/** How surely a person is known: a mailbox, an identity provider, or staff with a second factor. */
export type SessionStrength = "mailbox" | "identity" | "staff";

/** A role in a body; `regional` where that body is the region, which answers for all zones. */
export type HeldRole = { bodyId: string; role: StaffRole; regional?: true };

/** Who acts. The creator of every row is derived from it, never taken from input. */
export type Actor =
  | { kind: "anonymous" }
  | {
      kind: "person";
      personId: string;
      strength: SessionStrength;
      /** Level of identification as the receipt names it. */
      identityLevel: string;
      /** Organisations the person represents or acts for. */
      organisationIds: readonly string[];
      /** Bodies whose desk this session keeps, with the second factor of staff; left out: none. */
      desks?: readonly string[];
    }
  | {
      kind: "staff";
      personId: string;
      /** Roles by body; only sessions with a second factor make this actor. */
      roles: readonly HeldRole[];
    }
  | { kind: "system"; job: string };

export const anonymous: Actor = { kind: "anonymous" };

/** The bodies a member of staff works for; empty for everybody else. */
export function bodiesOf(actor: Actor): string[] {
  return actor.kind === "staff" ? [...new Set(actor.roles.map((role) => role.bodyId))] : [];
}

/** The person behind the actor, or undefined for jobs and visitors. */
export function personOf(actor: Actor): string | undefined {
  return actor.kind === "person" || actor.kind === "staff" ? actor.personId : undefined;
}

/** A text for the audit log: never a name. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case "anonymous":
      return "anonymous";
    case "system":
      return `system:${actor.job}`;
    case "person":
      return `person:${actor.personId}`;
    case "staff":
      return `staff:${actor.personId}`;
  }
}
