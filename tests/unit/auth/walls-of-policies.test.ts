import { describe, expect, test } from "vitest";
import { applicationPolicy } from "@/lib/applications/policy";
import type { Actor } from "@/lib/auth/actor";
import { type StaffRole, staffRoles } from "@/lib/auth/roles";
import { callPolicy } from "@/lib/calls/policy";
import { documentPolicy } from "@/lib/documents/policy";
import { messagePolicy } from "@/lib/mail/policy";
import { reviewPolicy } from "@/lib/review/policy";
import { workshopsPolicy } from "@/lib/workshops/policy";

// Each action on something of a body, for each role, in that body and in another.

const [ours, theirs] = ["body-ours", "body-theirs"];
const staff = (bodyId: string, ...roles: StaffRole[]): Actor => ({
  kind: "staff",
  personId: "staff",
  roles: roles.map((role) => ({ bodyId, role })),
});
const strangers: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  person: {
    kind: "person",
    personId: "stranger",
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  },
  "all roles of another body": staff(theirs, ...staffRoles),
};

/** Something of our body that is not public: a draft call, somebody else's application. */
const subject = {
  ...{ bodyId: ours, personId: "applicant", holderId: "applicant" },
  ...{ state: "submitted", channel: "web", kind: "receipt", field: { visibility: "reviewer" } },
};
/** A call in this state is public; what is asked of one here is asked of a draft. */
const draft = { ...subject, state: "draft" };

type Rules = Record<string, (actor: Actor, subject: never) => boolean>;
const policies: Record<string, Rules> = {
  call: callPolicy.rules,
  application: applicationPolicy.rules,
  review: reviewPolicy.rules,
  workshops: workshopsPolicy.rules,
  document: documentPolicy.rules,
  message: messagePolicy.rules,
};
const actions = Object.entries(policies).flatMap(([domain, rules]) =>
  Object.entries(rules).map(([action, rule]) => {
    const about = (domain === "call" ? draft : subject) as never;
    return { action, may: (actor: Actor) => rule(actor, about) };
  }),
);

/** Open to who has nothing to do with the body. */
const FOR_EVERYBODY: Record<string, string[]> = { person: ["application.start"] };

test.each(Object.entries(strangers))("%s may do nothing in a body", (name, actor) => {
  expect(actions.length).toBeGreaterThan(25);
  const allowed = actions.filter(({ may }) => may(actor)).map(({ action }) => action);
  expect(allowed).toEqual(FOR_EVERYBODY[name] ?? []);
});

/** What each role may do in its own body: all but the work of officers, all but the rules, a list. */
const RIGHTS: Record<StaffRole, RegExp> = {
  administrator:
    /^(?!review\.(check|decide)|outcome\.|series\.plan|meeting\.|attendance\.|certificate\.)/,
  officer: /^(?!regime\.adjust)/,
  reviewer:
    /^(call\.viewAsStaff|regime\.view|application\.view|attachment\.open|review\.(view|check))$/,
  facilitator: /^(call\.viewAsStaff|regime\.view|series\.view|attendance\.record)$/,
  desk: /^(call\.viewAsStaff|regime\.view|application\.(assist|view)|attachment\.open|series\.view|document\.download)$/,
};

describe("in the own body", () => {
  test.each(staffRoles)("a %s may do what the role is for, and no more", (role) => {
    const wrong = actions
      .filter(({ action, may }) => may(staff(ours, role)) && !RIGHTS[role].test(action))
      .map(({ action }) => action);
    expect(wrong).toEqual([]);
  });

  test("each part of the work has somebody who may do it", () => {
    const undone = actions
      .filter(({ may }) => !staffRoles.some((role) => may(staff(ours, role))))
      .map(({ action }) => action);
    // The applicant's own, and what visitors ask.
    expect(undone.filter((action) => !/^(application\.|call\.ask$)/.test(action))).toEqual([]);
  });

  test("deciding and publishing is for officers alone", () => {
    for (const decisive of ["review.decide", "outcome.publish", "certificate.issue"]) {
      const { may } = actions.find(({ action }) => action === decisive) ?? { may: () => false };
      expect([decisive, staffRoles.filter((role) => may(staff(ours, role)))]).toEqual([
        decisive,
        ["officer"],
      ]);
    }
  });
});
