import { Forbidden, Unauthenticated } from "@/lib/kernel/errors";
import type { Actor } from "./actor";
import type { StaffRole } from "./roles";

type Rules = Record<string, (actor: Actor, subject: never) => boolean>;
type Subject<R extends Rules, A extends keyof R> = Parameters<R[A]>[1];

/** The rights of one domain: who may do which action on which subject. */
export type Policy<R extends Rules> = {
  rules: R;
  /** True when the actor may; the page asks this to show, the command to refuse. */
  can<A extends keyof R & string>(actor: Actor, action: A, subject: Subject<R, A>): boolean;
  /** Throws Unauthenticated for visitors and Forbidden for others when the actor may not. */
  authorize<A extends keyof R & string>(actor: Actor, action: A, subject: Subject<R, A>): void;
};

/** Makes a domain's policy out of its rules; a wrong action or subject is a type error. */
export function definePolicy<R extends Rules>(rules: R): Policy<R> {
  const can: Policy<R>["can"] = (actor, action, subject) =>
    rules[action]?.(actor, subject as never) ?? false;
  return {
    rules,
    can,
    authorize(actor, action, subject) {
      if (can(actor, action, subject)) return;
      throw actor.kind === "anonymous" ? new Unauthenticated() : new Forbidden();
    },
  };
}

/** Whether a member of staff holds one of the roles in the body. */
export function hasRole(actor: Actor, bodyId: string, ...roles: readonly StaffRole[]): boolean {
  return (
    actor.kind === "staff" &&
    actor.roles.some((held) => held.bodyId === bodyId && roles.includes(held.role))
  );
}

/** Whether a member of staff holds one of the roles in the region, which answers for all zones. */
export function hasRegionalRole(actor: Actor, ...roles: readonly StaffRole[]): boolean {
  return (
    actor.kind === "staff" && actor.roles.some((held) => held.regional && roles.includes(held.role))
  );
}

/** The bodies in which a member of staff holds one of the roles. */
export function bodiesWithRole(actor: Actor, ...roles: readonly StaffRole[]): string[] {
  if (actor.kind !== "staff") return [];
  const held = actor.roles.filter(({ role }) => roles.includes(role));
  return [...new Set(held.map(({ bodyId }) => bodyId))];
}
