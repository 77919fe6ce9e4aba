import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { staffRoles } from "@/lib/auth/roles";
import { CALL_STATES } from "@/lib/calls/core/states";
import { callPolicy } from "@/lib/calls/policy";

const OWN = "own";
const OTHER = "other";

const staff = (role: (typeof staffRoles)[number], bodyId: string): Actor => ({
  kind: "staff",
  personId: "p",
  roles: [{ bodyId, role }],
});

const regional = (role: (typeof staffRoles)[number]): Actor => ({
  kind: "staff",
  personId: "p",
  roles: [{ bodyId: OTHER, role, regional: true }],
});

const actors: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  person: {
    kind: "person",
    personId: "p",
    strength: "identity",
    identityLevel: "SpidL2",
    organisationIds: [],
  },
  job: { kind: "system", job: "seed" },
  ...Object.fromEntries(staffRoles.map((role) => [role, staff(role, OWN)])),
  ...Object.fromEntries(staffRoles.map((role) => [`${role} elsewhere`, staff(role, OTHER)])),
  ...Object.fromEntries(staffRoles.map((role) => [`${role} of the region`, regional(role)])),
};

const RUN = ["administrator", "officer"];
const REGION = ["administrator of the region", "officer of the region"];
const table = {
  "call.create": RUN,
  "call.edit": RUN,
  "call.copy": RUN,
  "call.copyInto": [...RUN, ...REGION],
  "call.publish": RUN,
  "call.startReview": RUN,
  "call.publishAct": RUN,
  "call.publishOutcome": RUN,
  "call.archive": RUN,
  "call.ask": ["person"],
  "call.answer": RUN,
  "call.viewAsStaff": [...staffRoles],
  "call.viewEvidence": RUN,
  "outage.record": RUN,
  "regime.view": [...staffRoles],
  "regime.adjust": ["administrator"],
} as const;

describe("who may do what with a call", () => {
  test.each(Object.entries(table))("%s", (action, allowed) => {
    const may = Object.entries(actors).filter(([, actor]) =>
      callPolicy.can(actor, action as keyof typeof table, { bodyId: OWN }),
    );
    expect(may.map(([name]) => name).sort()).toEqual([...allowed].sort());
  });

  test.each(CALL_STATES)("call.view while it is %s", (state) => {
    const may = Object.entries(actors).filter(([, actor]) =>
      callPolicy.can(actor, "call.view", { bodyId: OWN, state }),
    );
    const everybody = Object.keys(actors);
    expect(may.map(([name]) => name).sort()).toEqual(
      (state === "draft" ? RUN : everybody).toSorted(),
    );
  });

  test("the table names every action", () => {
    expect(Object.keys(callPolicy.rules).sort()).toEqual(
      [...Object.keys(table), "call.view"].sort(),
    );
  });
});
