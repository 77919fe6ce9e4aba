import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APPLICATION_STATES } from "@/lib/applications/core/states";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";

import { CALL_STATES } from "@/lib/calls/core/states";
import {
  CHECK_ANSWERS,
  type CheckAnswer,
  checkProgress,
  REQUIREMENTS,
  type Requirement,
  requirementsFor,
} from "@/lib/review/core/requirements";
import {
  mayDecideAdmission,
  mayDeclareAdmissible,
  mayDeclareInadmissible,
  mayPublishOutcome,
  mayReopen,
  REASONS_MINIMUM,
} from "@/lib/review/core/rules";
import { reviewPolicy } from "@/lib/review/policy";

const callArbitrary = fc.record({
  state: fc.constantFrom(...CALL_STATES),
  closesAt: fc.option(fc.date({ noInvalidDate: true }), { nil: null }),
});
const applicationArbitrary = fc.record({ state: fc.constantFrom(...APPLICATION_STATES) });
const requirementsArbitrary = fc.record({
  runtsRequired: fc.boolean(),
  track: fc.constantFrom("organisation" as const, "informalGroup" as const, "citizen" as const),
  minor: fc.boolean(),
  hasAttachments: fc.boolean(),
});
const answersArbitrary = fc.dictionary(
  fc.constantFrom(...REQUIREMENTS),
  fc.constantFrom(...CHECK_ANSWERS),
) as fc.Arbitrary<Partial<Record<Requirement, CheckAnswer>>>;

describe("the checklist", () => {
  test("is never empty and never asks a group for what only bodies have", () => {
    fc.assert(
      fc.property(requirementsArbitrary, (application) => {
        const asked = requirementsFor(application);
        expect(asked).toContain("declarationsMade");
        expect(asked.includes("runtsEnrolled")).toBe(application.runtsRequired);
        if (application.track !== "organisation")
          expect(asked).not.toContain("legalNatureAdmitted");
      }),
    );
  });

  test("is met only when every line says yes", () => {
    fc.assert(
      fc.property(requirementsArbitrary, answersArbitrary, (application, answers) => {
        const asked = requirementsFor(application);
        const all = asked.every((requirement) => answers[requirement] === "yes");
        expect(checkProgress(asked, answers) === "allMet").toBe(all);
      }),
    );
  });
});

describe("a decision", () => {
  test("is never admissible with a failed or open requirement, nor out of a review", () => {
    fc.assert(
      fc.property(
        applicationArbitrary,
        callArbitrary,
        requirementsArbitrary,
        answersArbitrary,
        (application, call, facts, answers) => {
          const asked = requirementsFor(facts);
          const verdict = mayDeclareAdmissible(application, call, checkProgress(asked, answers));
          if (!verdict.ok) return;
          expect(asked.map((requirement) => answers[requirement])).toEqual(asked.map(() => "yes"));
          expect(application.state).toBe("submitted");
          expect(call.state === "underReview" || call.closesAt === null).toBe(true);
        },
      ),
    );
  });

  test("is never both admissible and inadmissible", () => {
    fc.assert(
      fc.property(
        applicationArbitrary,
        callArbitrary,
        fc.constantFrom("incomplete" as const, "allMet" as const, "someNotMet" as const),
        fc.string(),
        (application, call, progress, reasons) => {
          const yes = mayDeclareAdmissible(application, call, progress);
          const no = mayDeclareInadmissible(application, call, progress, reasons);
          expect(yes.ok && no.ok).toBe(false);
        },
      ),
    );
  });

  test("against an applicant always has reasons that can be read", () => {
    fc.assert(
      fc.property(
        applicationArbitrary,
        callArbitrary,
        fc.string(),
        (application, call, reasons) => {
          const refusals = [
            mayDeclareInadmissible(application, call, "someNotMet", reasons),
            mayDecideAdmission(application, call, "notAdmitted", reasons),
            mayReopen(application, call, reasons),
          ];
          if (refusals.some((verdict) => verdict.ok)) {
            expect(reasons.trim().length).toBeGreaterThanOrEqual(REASONS_MINIMUM);
          }
        },
      ),
    );
  });

  test("is not taken back once the outcome is out", () => {
    const why = "Una ragione abbastanza lunga da leggere.";
    for (const state of APPLICATION_STATES) {
      const call = { state: "outcomePublished" as const, closesAt: new Date(0) };
      expect(mayReopen({ state }, call, why).ok).toBe(false);
    }
  });
});

test("an outcome is published from a review, with nothing left to decide and something decided", () => {
  fc.assert(
    fc.property(callArbitrary, fc.nat(50), fc.nat(50), (call, undecided, decided) => {
      const may = mayPublishOutcome(call, { undecided, decided }).ok;
      expect(may).toBe(call.state === "underReview" && undecided === 0 && decided > 0);
    }),
  );
});

describe("who may do what", () => {
  const ALLOWED: Record<keyof typeof reviewPolicy.rules, readonly StaffRole[]> = {
    "review.view": ["administrator", "officer", "reviewer"],
    "review.viewContacts": ["administrator", "officer"],
    "review.check": ["officer", "reviewer"],
    "review.decide": ["officer"],
    "integration.request": ["officer"],
    "outcome.publish": ["officer"],
  };
  const ROLES = ["administrator", "officer", "reviewer", "facilitator", "desk"] as const;
  const staff = (bodyId: string, role: StaffRole): Actor => ({
    kind: "staff",
    personId: "p",
    roles: [{ bodyId, role }],
  });

  test.each(Object.entries(ALLOWED))(
    "%s: by role, and never in another body",
    (action, allowed) => {
      for (const role of ROLES) {
        const may = (bodyId: string) =>
          reviewPolicy.can(staff(bodyId, role), action as keyof typeof ALLOWED, { bodyId: "ours" });
        expect(may("ours"), role).toBe(allowed.includes(role));
        expect(may("theirs"), role).toBe(false);
      }
    },
  );

  test("nobody else may do anything: visitors, applicants, jobs", () => {
    const others: Actor[] = [
      { kind: "anonymous" },
      { kind: "system", job: "write-letters" },
      {
        kind: "person",
        personId: "p",
        strength: "identity",
        identityLevel: "SpidL2",
        organisationIds: [],
      },
    ];
    for (const action of Object.keys(ALLOWED) as (keyof typeof ALLOWED)[]) {
      for (const actor of others) {
        expect(reviewPolicy.can(actor, action, { bodyId: "ours" })).toBe(false);
      }
    }
  });
});
