import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ApplicationFacts,
  type CallFacts,
  isTakingPart,
  mayEdit,
  mayStart,
  maySubmit,
  mayWithdraw,
} from "@/lib/applications/core/rules";
import { APPLICATION_STATES } from "@/lib/applications/core/states";
import { timingOf } from "@/lib/applications/core/timing";
import { applicationPolicy } from "@/lib/applications/policy";
import { CALL_STATES } from "@/lib/calls/core/states";

const call: CallFacts = {
  state: "published",
  audiences: ["organisation", "citizen"],
  reopenedFor: null,
  reopenedWithin: null,
  peremptory: true,
  channelAdmitted: true,
};
const ready: ApplicationFacts = {
  state: "draft",
  track: "citizen",
  privacyAcknowledged: true,
  problems: 0,
  undeclared: 0,
  ineligible: false,
  nature: null,
  place: null,
  attachments: ["clean", "notScanned", "scanning"],
};

describe("maySubmit", () => {
  test("says yes to what is complete and in time", () => {
    expect(maySubmit(ready, call, "inTime")).toEqual({ ok: true });
  });

  test.each([
    ["wrong_state", { state: "submitted" }],
    ["not_eligible", { ineligible: true }],
    ["privacy_not_acknowledged", { privacyAcknowledged: false }],
    ["incomplete", { problems: 1 }],
    ["incomplete", { track: null }],
    ["attachment_refused", { attachments: ["clean", "refused"] }],
    ["attachment_refused", { attachments: ["scanning", "infected"] }],
    ["declaration_missing", { undeclared: 1 }],
  ] as const)("%s for %j", (reason, change) => {
    expect(maySubmit({ ...ready, ...change }, call, "inTime")).toEqual({ ok: false, reason });
  });

  test("a call for organisations only is not for citizens, but is for informal groups", () => {
    const only = { ...call, audiences: ["organisation"] };
    expect(mayStart(only, "inTime", "citizen")).toMatchObject({ reason: "track_not_admitted" });
    expect(mayStart(only, "inTime", "informalGroup")).toEqual({ ok: true });
  });

  test("never says yes outside of a published call in its time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CALL_STATES),
        fc.constantFrom("early", "inTime", "late"),
        fc.boolean(),
        (state, timing, peremptory) => {
          const facts = { ...call, state, peremptory };
          const good =
            state === "published" && (timing === "inTime" || (timing === "late" && !peremptory));
          expect(maySubmit(ready, facts, timing).ok).toBe(good);
          expect(isTakingPart(facts, timing).ok).toBe(good);
        },
      ),
    );
  });
});

test("only what was sent can be taken back, and only in time", () => {
  const terminal = ["draft", "inadmissible", "notAdmitted", "declined", "expired", "withdrawn"];
  for (const state of APPLICATION_STATES) {
    expect(mayWithdraw({ state }, "inTime").ok, state).toBe(!terminal.includes(state));
    expect(mayWithdraw({ state }, "late").ok, state).toBe(false);
  }
});

describe("the last good second, to the microsecond", () => {
  const times = {
    opensAt: new Date("2026-11-01T08:00:00Z"),
    closesAt: new Date("2026-11-30T11:00:00Z"),
  };
  test.each([
    ["2026-11-01T07:59:59.999999Z", "early"],
    ["2026-11-01T08:00:00.000000Z", "inTime"],
    ["2026-11-30T10:59:59.999999Z", "inTime"],
    ["2026-11-30T11:00:00.999999Z", "inTime"],
    ["2026-11-30T11:00:01.000000Z", "late"],
  ])("%s is %s", (at, timing) => {
    expect(timingOf(times, at)).toBe(timing);
  });

  test("a call without an end is never late", () => {
    expect(timingOf({ ...times, closesAt: null }, "2099-01-01T00:00:00.000000Z")).toBe("inTime");
  });
});

describe("who may do what", () => {
  const person = (id: string, ...organisationIds: string[]) =>
    ({
      kind: "person",
      strength: "mailbox",
      identityLevel: "mailbox",
      ...{ personId: id, organisationIds },
    }) as const;
  const staff = (bodyId: string, role: "officer" | "facilitator") =>
    ({ kind: "staff", personId: "s", roles: [{ bodyId, role }] }) as const;
  const sent = {
    ...{ personId: "p", bodyId: "b", state: "submitted", channel: "web" },
    organisationId: "o",
  };
  const alone = { ...sent, state: "draft", organisationId: null };
  const draft = { ...sent, state: "draft" };

  test.each([
    ["who answers for it", person("p"), draft, true, true],
    ["who answers for it, alone", person("p", "o"), alone, true, true],
    ["a colleague", person("q", "n", "o"), draft, true, true],
    ["a colleague of nobody", person("q", "o"), alone, false, false],
    ["somebody else", person("q", "n"), sent, false, false],
    ["an officer of the body, a draft", staff("b", "officer"), draft, false, false],
    ["an officer of the body, once sent", staff("b", "officer"), sent, true, false],
    ["a facilitator of the body", staff("b", "facilitator"), sent, false, false],
    ["an officer of another body", staff("c", "officer"), sent, false, false],
    ["a visitor", { kind: "anonymous" } as const, sent, false, false],
  ])("%s", (_, actor, application, views, edits) => {
    expect(applicationPolicy.can(actor, "application.view", application)).toBe(views);
    const field = { visibility: "reviewer" } as const;
    const file = { ...application, field, waiting: false };
    expect(applicationPolicy.can(actor, "attachment.open", file)).toBe(views);
    expect(applicationPolicy.can(actor, "application.edit", application)).toBe(edits);
    const answers = actor.kind === "person" && actor.personId === "p";
    expect(applicationPolicy.can(actor, "application.submit", application)).toBe(answers);
    expect(applicationPolicy.can(actor, "application.withdraw", application)).toBe(answers);
    const may = applicationPolicy.can(actor, "application.takeOver", application);
    expect(may).toBe(edits && !answers);
  });
});

describe("a call that was opened again for some", () => {
  const again: CallFacts = { ...call, reopenedFor: ["citizen"] };

  test("takes those and says to the others that it has stayed closed for them", () => {
    expect(mayStart(again, "inTime", "citizen")).toEqual({ ok: true });
    for (const track of ["organisation", "informalGroup"] as const) {
      expect(mayStart(again, "inTime", track)).toMatchObject({ reason: "reopened_for_others" });
      expect(mayEdit({ state: "draft", track }, again, "inTime")).toMatchObject({
        reason: "reopened_for_others",
      });
      expect(maySubmit({ ...ready, track }, again, "inTime")).toMatchObject({
        reason: "reopened_for_others",
      });
    }
  });
});
