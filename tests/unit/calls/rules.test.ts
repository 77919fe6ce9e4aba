import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CallTimes, groupOf, statusOf } from "@/lib/calls/core/call-status";
import { isInTime } from "@/lib/calls/core/deadline";
import { standardRules } from "@/lib/calls/core/regimes";
import {
  mayApply,
  mayMove,
  mayPublish,
  PUBLICATION_POINTS,
  type PublicationPoint,
  type PublishableCall,
} from "@/lib/calls/core/rules";
import { CALL_STATES } from "@/lib/calls/core/states";
import { complete } from "../../support/publishable-call";

const now = new Date("2026-11-25T17:20:00Z");

type Draft = { -readonly [Key in keyof PublishableCall]: PublishableCall[Key] };

/** What takes each point away from a complete call. */
const removals: Record<PublicationPoint, (call: Draft) => void> = {
  title: (call) => {
    call.title = " ";
  },
  summary: (call) => {
    call.summary = "";
  },
  audiences: (call) => {
    call.audiences = [];
  },
  audience: (call) => {
    call.content.sheet.audience = "";
  },
  howTo: (call) => {
    call.content.sheet.howTo = "";
  },
  needed: (call) => {
    call.content.sheet.needed = "";
  },
  obtained: (call) => {
    call.content.sheet.obtained = "";
  },
  opens: (call) => {
    call.opensAt = null;
  },
  opensBeforeEnd: (call) => {
    call.opensAt = new Date("2027-01-01T00:00:00Z");
  },
  deadline: (call) => {
    call.closesAt = null;
  },
  deadlineInFuture: (call) => {
    call.closesAt = new Date("2026-11-25T17:19:59Z");
  },
  object: (call) => {
    call.content.procedure.object = "";
  },
  office: (call) => {
    call.content.procedure.office = "";
  },
  digitalDomicile: (call) => {
    call.content.procedure.digitalDomicile = "non è una PEC";
  },
  responsibleOfficer: (call) => {
    call.content.procedure.responsibleOfficer = "\t";
  },
  substituteHolder: (call) => {
    call.content.procedure.substituteHolder = "";
  },
  days: (call) => {
    call.content.procedure.days = 0;
  },
  actNumber: (call) => {
    call.content.procedure.actNumber = "";
  },
  actDate: (call) => {
    call.content.procedure.actDate = "2026-11-26";
  },
  privacyNoticeVersion: (call) => {
    call.content.procedure.privacyNoticeVersion = "";
  },
  contact: (call) => {
    call.content.contacts.phone = "";
  },
  form: (call) => {
    call.form = undefined;
  },
};

describe("mayPublish", () => {
  test("lets a complete draft pass", () => {
    expect(mayPublish(complete(), now).ok).toBe(true);
  });

  test("names all that is missing, and only that", () => {
    // Taking the end away, or into the past, changes what the start is compared with.
    const free = PUBLICATION_POINTS.filter(
      (point) => !["opens", "opensBeforeEnd", "deadline", "deadlineInFuture"].includes(point),
    );
    fc.assert(
      fc.property(fc.subarray(free, { minLength: 1 }), (points) => {
        const call = complete();
        for (const point of points) removals[point](call);
        const verdict = mayPublish(call, now);
        expect(verdict).toEqual({ ok: false, reason: "incomplete", missing: points });
      }),
    );
  });

  test.each(PUBLICATION_POINTS)("misses %s when it is not there", (point) => {
    const call = complete();
    removals[point](call);
    expect(mayPublish(call, now)).toMatchObject({
      reason: "incomplete",
      missing: expect.arrayContaining([point]),
    });
  });

  test("publishes nothing that is not a draft", () => {
    for (const state of CALL_STATES.filter((one) => one !== "draft")) {
      expect(mayPublish({ ...complete(), state }, now)).toEqual({
        ok: false,
        reason: "wrong_state",
      });
    }
  });

  test("an open register needs no end", () => {
    const rules = standardRules.openRegister;
    const cutOffs = [new Date("2026-12-31T22:59:59Z")];
    const call: PublishableCall = {
      ...complete(),
      ...{ regime: "openRegister", rules, closesAt: null, cutOffs },
    };
    expect(mayPublish(call, now)).toEqual({ ok: true, warnings: [] });
  });

  test("a blocking warning passes with a reason alone, and stays among the warnings", () => {
    const closesAt = new Date("2026-12-04T11:00:00Z");
    const rules = standardRules.codesign55;
    const call: PublishableCall = { ...complete(), regime: "codesign55", rules, closesAt };
    expect(mayPublish(call, now)).toMatchObject({ ok: false, reason: "blocked_by_warning" });
    expect(mayPublish(call, now, "  ")).toMatchObject({ reason: "blocked_by_warning" });
    const forced = mayPublish(call, now, "Fondi in scadenza");
    expect(forced.ok && forced.warnings.map((one) => one.code)).toContain("too_few_days");
    expect(mayPublish({ ...call, rules: standardRules.participatoryPath }, now).ok).toBe(true);
  });
});

const times: fc.Arbitrary<CallTimes> = fc.record({
  state: fc.constantFrom(...CALL_STATES),
  opensAt: fc.constant(new Date("2026-11-01T08:00:00Z")),
  closesAt: fc.constantFrom(null, new Date("2026-11-30T11:00:00Z")),
  closesAtTime: fc.constantFrom(null, "12:00"),
  peremptory: fc.boolean(),
  reopened: fc.constantFrom(null, "forAll" as const, "placesLeft" as const),
});
const moments = fc.date({
  min: new Date("2026-10-01"),
  max: new Date("2027-01-31"),
  noInvalidDate: true,
});

describe("mayApply", () => {
  test("allows exactly between the opening and the last good second, while published", () => {
    fc.assert(
      fc.property(times, moments, (call, at) => {
        const opened = call.opensAt !== null && at >= call.opensAt;
        const inTime = call.closesAt === null || isInTime(at, call.closesAt) || !call.peremptory;
        const may = mayApply(call, at).ok;
        expect(may).toBe(call.state === "published" && opened && inTime);
      }),
    );
  });

  test("12:00:00.999 is in time, 12:00:01 is not", () => {
    const call: CallTimes = {
      state: "published",
      opensAt: new Date("2026-11-01T08:00:00Z"),
      closesAt: new Date("2026-11-30T11:00:00Z"),
      closesAtTime: "12:00",
      peremptory: true,
      reopened: null,
    };
    expect(mayApply(call, new Date("2026-11-30T11:00:00.999Z"))).toEqual({ ok: true });
    expect(mayApply(call, new Date("2026-11-30T11:00:01Z"))).toEqual({
      ok: false,
      reason: "deadline_passed",
    });
  });

  test("whatever a list shows as open can be answered", () => {
    fc.assert(
      fc.property(times, moments, (call, at) => {
        if (groupOf(statusOf(call, at)) === "open") expect(mayApply(call, at).ok).toBe(true);
      }),
    );
  });
});

test("a review never starts while applications can be in time", () => {
  fc.assert(
    fc.property(times, moments, (call, at) => {
      const inTime = call.closesAt === null || isInTime(at, call.closesAt);
      if (inTime) expect(mayMove(call, "startReview", at).ok).toBe(false);
    }),
  );
});
