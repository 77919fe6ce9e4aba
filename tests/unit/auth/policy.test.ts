import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type StaffRole, staffRoles } from "@/lib/auth/roles";
import { Forbidden, Unauthenticated } from "@/lib/kernel/errors";
import { peoplePolicy } from "@/lib/people/policy";

const [ours, theirs] = ["body-ours", "body-theirs"];
const staff = (bodyId: string, ...roles: StaffRole[]): Actor => ({
  kind: "staff",
  personId: "me",
  roles: roles.map((role) => ({ bodyId, role })),
});
const person: Actor = {
  kind: "person",
  personId: "me",
  strength: "mailbox",
  identityLevel: "mailbox",
  organisationIds: [],
};

const actors: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  person,
  "another job": { kind: "system", job: "send-message" },
  "command line": { kind: "system", job: "create-administrator" },
  "administrator elsewhere": staff(theirs, "administrator"),
  ...Object.fromEntries(staffRoles.map((role) => [role, staff(ours, role)])),
};

/** Who may, by action; everybody else may not. */
const table = {
  "staff.view": ["administrator"],
  "staff.create": ["administrator", "command line"],
  "staff.end": ["administrator"],
  "staff.renew": ["administrator", "command line"],
} as const;

describe("who may do what about staff", () => {
  for (const [name, actor] of Object.entries(actors)) {
    test.each(Object.entries(table))(`${name}: %s`, (action, allowed) => {
      const subject = { bodyId: ours, personId: "somebody", role: "officer" };
      const may = peoplePolicy.can(actor, action as keyof typeof table, subject);
      expect(may).toBe((allowed as readonly string[]).includes(name));
    });
  }

  test("an administrator does not end the own administration, but other own roles", () => {
    const me = staff(ours, "administrator", "officer");
    const subject = { bodyId: ours, personId: "me" };
    expect(peoplePolicy.can(me, "staff.end", { ...subject, role: "administrator" })).toBe(false);
    expect(peoplePolicy.can(me, "staff.end", { ...subject, role: "officer" })).toBe(true);
  });
});

test("nobody renews the own sign-in out of an open session", () => {
  const me = staff(ours, "administrator");
  expect(peoplePolicy.can(me, "staff.renew", { bodyId: ours, personId: "me" })).toBe(false);
});

describe("who may see and change a profile", () => {
  test.each(["profile.view", "profile.update"] as const)("%s: oneself alone", (action) => {
    for (const [name, actor] of Object.entries(actors)) {
      const self = actor.kind === "person" || actor.kind === "staff";
      expect([name, peoplePolicy.can(actor, action, { personId: "me" })]).toEqual([name, self]);
      expect(peoplePolicy.can(actor, action, { personId: "somebody" })).toBe(false);
    }
  });

  test("visitors are asked to sign in, others are refused", () => {
    const subject = { personId: "somebody" };
    const ask = (actor: Actor) => () => peoplePolicy.authorize(actor, "profile.view", subject);
    expect(ask({ kind: "anonymous" })).toThrow(Unauthenticated);
    expect(ask(person)).toThrow(Forbidden);
  });
});
