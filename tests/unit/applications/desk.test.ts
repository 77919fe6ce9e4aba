import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedFrom, mayHaveArrived, needsLateReason } from "@/lib/applications/core/arrival";
import {
  ASSISTED_CHANNELS,
  arrivesBefore,
  DESK_IDENTITIES,
  deskIdentity,
} from "@/lib/applications/core/channels";
import { timingOf } from "@/lib/applications/core/timing";
import { applicationPolicy } from "@/lib/applications/policy";
import { startAssistedSchema } from "@/lib/applications/schema/desk";
import type { Actor } from "@/lib/auth/actor";

const moment = fc.date({
  min: new Date("2026-11-01T00:00:00Z"),
  max: new Date("2026-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const channel = fc.constantFrom(...ASSISTED_CHANNELS);
const calls = fc
  .tuple(moment, moment)
  .map(([a, b]) => (a < b ? { opensAt: a, closesAt: b } : { opensAt: b, closesAt: a }));

describe("the moment of arrival", () => {
  test("is never ahead of the clock, never before the opening, and only paper and PEC have one", () => {
    fc.assert(
      fc.property(channel, moment, moment, calls, (way, arrivedAt, now, { opensAt }) => {
        const verdict = mayHaveArrived({ channel: way, arrivedAt }, opensAt, now);
        const sound = arrivedAt <= now && arrivedAt >= opensAt;
        expect(verdict.ok).toBe(!arrivesBefore(way) || sound);
        expect(mayHaveArrived({ channel: way, arrivedAt: null }, opensAt, now).ok).toBe(
          !arrivesBefore(way),
        );
        expect(mayHaveArrived({ channel: way, arrivedAt }, null, now).ok).toBe(!arrivesBefore(way));
      }),
    );
  });

  test("no way of coming is ever in time where neither the clock nor a true arrival is", () => {
    fc.assert(
      fc.property(channel, moment, moment, calls, (way, arrivedAt, now, call) => {
        if (!mayHaveArrived({ channel: way, arrivedAt }, call.opensAt, now).ok) return;
        const clock = now.toISOString();
        const timing = timingOf(call, countedFrom({ channel: way, arrivedAt }, clock));
        const expected = timingOf(call, arrivesBefore(way) ? arrivedAt : clock);
        expect(timing).toBe(expected);
        // What is late by its own hour stays late, whenever it is entered.
        if (timing === "inTime" && timingOf(call, clock) === "late") {
          expect(arrivesBefore(way) && timingOf(call, arrivedAt) === "inTime").toBe(true);
          expect(needsLateReason(call.closesAt, clock)).toBe(true);
        }
      }),
    );
  });
});

test("each way of coming and of being known has a name on the receipt", () => {
  for (const way of ASSISTED_CHANNELS) {
    for (const identity of ["document", "delegation"]) {
      expect(DESK_IDENTITIES).toContain(deskIdentity(way, identity));
    }
  }
  expect(deskIdentity("telephone", "document")).toBe("documentSaid");
  expect(deskIdentity("paper", "delegation")).toBe("delegation");
});

describe("who may act on what the desk entered", () => {
  const base = { strength: "staff", identityLevel: "", organisationIds: [] } as const;
  const somebody = (personId: string, desks: string[] = []): Actor => ({
    ...{ ...base, kind: "person", personId },
    ...(desks.length > 0 && { desks }),
  });
  const asked = ["view", "edit", "submit", "withdraw", "atDesk"] as const;
  const owned = { personId: "p", bodyId: "b", organisationId: null };
  const draft = { ...owned, state: "draft", channel: "paper" };
  const sent = { ...owned, state: "submitted", channel: "paper" };
  const online = { ...owned, state: "draft", channel: "web" };
  const rights = (actor: Actor, application: typeof draft) =>
    asked.filter((one) => applicationPolicy.can(actor, `application.${one}`, application));

  test.each([
    ["the desk, its draft", somebody("d", ["b"]), draft, ["view", "edit", "submit", "atDesk"]],
    ["the desk, once sent", somebody("d", ["b"]), sent, ["view", "edit", "atDesk"]],
    ["the desk, a draft of an applicant", somebody("d", ["b"]), online, []],
    ["the desk of another body", somebody("d", ["c"]), draft, []],
    ["the applicant, a draft of the desk", somebody("p"), draft, []],
    ["the applicant, once sent", somebody("p"), sent, ["view", "edit", "submit", "withdraw"]],
    ["somebody else", somebody("q"), sent, []],
  ])("%s", (_, actor, application, expected) => {
    expect(rights(actor, application)).toEqual(expected);
  });
});

describe("what the desk writes down", () => {
  const typed = {
    ...{
      key: "019a0000-0000-7000-8000-000000000001",
      callId: "019a0000-0000-7000-8000-000000000002",
    },
    ...{ track: "citizen", givenName: " Amina ", familyName: "Diallo", privacyGiven: "handed" },
    ...{ channel: "desk", identity: "document", documentKind: "passport", documentNumber: "YA12" },
  };
  const problemsOf = (given: object) => {
    const parsed = startAssistedSchema.safeParse({ ...typed, ...given });
    return parsed.success ? [] : parsed.error.issues.map((one) => `${one.path}:${one.message}`);
  };

  test("is asked by the way of coming and of being known", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ documentNumber: " " })).toEqual(["documentNumber:required"]);
    expect(problemsOf({ identity: "delegation" })).toEqual(["delegation:required"]);
    expect(problemsOf({ channel: "pec" })).toEqual(["reference:required", "arrivedOn:required"]);
    const night = { channel: "paper", reference: "1", arrivedOn: "2026-10-25", arrivedAt: "02:30" };
    expect(problemsOf(night)).toEqual(["arrivedAt:ambiguous_hour"]);
    expect(problemsOf({ email: "nessuna" })).toEqual(["email:no_at"]);
    expect(problemsOf({ phone: "12" })).toEqual(["phone:not_a_phone"]);
  });

  test("leaves out what belongs to another way", () => {
    const stray = { arrivedOn: "2026-11-20", arrivedAt: "10:00", reference: "x", delegation: "y" };
    const parsed = startAssistedSchema.parse({ ...typed, ...stray });
    expect(parsed).toMatchObject({ arrivedAt: null, reference: "", delegation: "", email: null });
    expect(parsed.givenName).toBe("Amina");
  });
});
