import { expect, test } from "vitest";
import { applicationPolicy } from "@/lib/applications/policy";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";

const staff = (role: StaffRole): Actor => ({
  kind: "staff",
  personId: "staff",
  roles: [{ bodyId: "body", role }],
});
const sent = {
  ...{ personId: "applicant", bodyId: "body", state: "submitted", channel: "web" },
  ...{ organisationId: null, waiting: false },
};
const reviewer = { ...sent, field: { visibility: "reviewer" } } as const;
const office = { ...sent, field: { visibility: "staff" } } as const;
const needs = { ...sent, field: { visibility: "staff", retentionFrom: "lastWorkshop" } } as const;
const gone = { ...sent, field: undefined };

test.each([
  ["reviewer", [true, false, false, false]],
  ["officer", [true, true, false, false]],
  ["administrator", [true, true, false, false]],
  ["desk", [true, false, false, false]],
  ["facilitator", [false, false, false, false]],
] as const)("a %s opens the files of the fields that the role sees", (role, expected) => {
  const opened = [reviewer, office, needs, gone].map((file) =>
    applicationPolicy.can(staff(role), "attachment.open", file),
  );
  expect(opened).toEqual(expected);
});

test("an applicant opens all of their own files; staff none of a draft or of an answer not sent", () => {
  const applicant: Actor = {
    kind: "person",
    personId: "applicant",
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  };
  for (const file of [reviewer, office, needs, gone]) {
    expect(applicationPolicy.can(applicant, "attachment.open", file)).toBe(true);
  }
  const draft = { ...reviewer, state: "draft" };
  expect(applicationPolicy.can(staff("officer"), "attachment.open", draft)).toBe(false);
  const prepared = { ...reviewer, state: "integrationRequested", waiting: true };
  expect(applicationPolicy.can(applicant, "attachment.open", prepared)).toBe(true);
  expect(applicationPolicy.can(staff("officer"), "attachment.open", prepared)).toBe(false);
});
