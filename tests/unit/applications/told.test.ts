import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APPLICATION_STATES } from "@/lib/applications/core/states";
import {
  isUnread,
  MESSAGE_LIMIT,
  mayWrite,
  messageNumber,
  messageText,
  textProblem,
} from "@/lib/applications/core/thread";
import { happened } from "@/lib/applications/core/timeline";
import { toldState } from "@/lib/applications/core/told-state";
import { upcomingSteps } from "@/lib/applications/core/upcoming-steps";
import { addDays } from "@/lib/kernel/local-date";
import { endOfRomeDay } from "@/lib/kernel/rome-time";

const closesAt = new Date("2026-11-30T11:00:00Z");
const states = fc.constantFrom(...APPLICATION_STATES);

describe("what applicants are told", () => {
  test("before the outcome: the same of every decision and of none", () => {
    const call = { state: "underReview" as const, closesAt };
    const decided = [
      "submitted",
      "admissible",
      "inadmissible",
      "admitted",
      "reserve",
      "notAdmitted",
    ];
    expect(new Set(decided.map((state) => toldState(state as "admitted", call))).size).toBe(1);
  });

  test("after it, and where a call never closes: the state as it is", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(toldState(state, { state: "outcomePublished", closesAt })).toBe(state);
        expect(toldState(state, { state: "archived", closesAt })).toBe(state);
        expect(toldState(state, { state: "published", closesAt: null })).toBe(state);
      }),
    );
  });

  test("what is theirs to do is always told", () => {
    for (const state of ["draft", "integrationRequested", "withdrawn"] as const) {
      expect(toldState(state, { state: "underReview", closesAt })).toBe(state);
    }
  });
});

describe("a message", () => {
  const texts = fc.string({ unit: "binary", maxLength: 200 });

  test("is cleaned once: cleaned again it is the same, and nothing invisible makes a text", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const text = messageText(given);
        expect(messageText(text)).toBe(text);
        expect([..."\u0000\r"].some((mark) => text.includes(mark))).toBe(false);
      }),
    );
    for (const empty of ["", "  \r\n", "\u200b\u202e", "\ufeff"]) {
      expect(textProblem(messageText(empty))).toBe("message_empty");
    }
    expect(textProblem("x".repeat(MESSAGE_LIMIT))).toBeUndefined();
    expect(textProblem("x".repeat(MESSAGE_LIMIT + 1))).toBe("message_too_long");
  });

  test("once read stays read, and reading further never makes one new", () => {
    const message = fc.record({
      side: fc.constantFrom("applicant" as const, "staff" as const),
      number: fc.integer({ min: 1, max: 50 }),
      sentAt: fc.date({ noInvalidDate: true }),
    });
    const since = fc.option(fc.date({ noInvalidDate: true }));
    fc.assert(
      fc.property(message, since, fc.nat(50), fc.nat(50), (one, from, read, more) => {
        const before = isUnread(one, { readNumber: read, since: from });
        const after = isUnread(one, { readNumber: read + more, since: from });
        expect(after && !before).toBe(false);
        if (one.side === "applicant" || (from && one.sentAt < from)) expect(before).toBe(false);
        expect(isUnread(one, { readNumber: one.number, since: from })).toBe(false);
      }),
    );
  });

  test("is written from the sending on, until the withdrawal or the archive", () => {
    const reasons = APPLICATION_STATES.map((state) =>
      mayWrite({ state }, { state: "underReview" }, false),
    );
    expect(reasons.filter(({ ok }) => !ok)).toEqual([
      { ok: false, reason: "not_sent_yet" },
      { ok: false, reason: "application_withdrawn" },
    ]);
    expect(mayWrite({ state: "admitted" }, { state: "archived" }, false).ok).toBe(false);
    expect(mayWrite({ state: "admitted" }, { state: "outcomePublished" }, true)).toEqual({
      ok: false,
      reason: "data_erased",
    });
  });

  test("has a number in an address, or none", () => {
    expect(["1", "42", "0", "-1", "1e3", "9999999999", "x", undefined].map(messageNumber)).toEqual([
      ...[1, 42],
      ...Array.from({ length: 6 }, () => undefined),
    ]);
  });
});

describe("a timeline", () => {
  const life = {
    startedAt: new Date("2026-11-10T08:00:00Z"),
    sent: undefined,
    call: { closesAt },
    acts: [
      { kind: "extension" as const, number: "n. 1", at: new Date("2026-11-01T08:00:00Z") },
      { kind: "rectification" as const, number: "n. 2", at: new Date("2026-11-12T08:00:00Z") },
    ],
    decisions: [],
    withdrawnAt: undefined,
    ...{ replaced: false, setAside: false },
    writtenAt: undefined,
    integrations: [],
    meetings: [],
  };

  test("goes back from now, and begins where the applicant began", () => {
    const now = new Date("2026-12-01T08:00:00Z");
    expect(happened(life, now).map(({ code }) => code)).toEqual([
      "closed",
      "act.rectification",
      "started",
    ]);
    expect(happened(life, new Date("2026-11-11T08:00:00Z")).map(({ code }) => code)).toEqual([
      "started",
    ]);
    const sent = { at: life.startedAt, registerNumber: "0000001/2026", protocol: undefined };
    expect(happened({ ...life, sent }, now).map(({ code }) => code)).toEqual([
      "closed",
      "act.rectification",
      "submitted",
      "started",
    ]);
  });

  test("goes on with what was promised, then with the meetings as they are", () => {
    const promised = [
      { kind: "callCloses" as const, at: "2026-11-30T11:00:00.000Z" },
      { kind: "procedureEnds" as const, on: "2026-12-20" },
      {
        kind: "meeting" as const,
        on: "2026-12-10",
        from: "17:00",
        to: "19:00",
        title: "Primo",
        where: "",
      },
    ];
    const meeting = {
      ...{ title: "Primo, spostato", place: "Pontedera", state: "convened" },
      startsAt: new Date("2026-12-11T16:00:00Z"),
      endsAt: new Date("2026-12-11T18:00:00Z"),
    };
    const now = new Date("2026-12-01T08:00:00Z");
    const kinds = (told: boolean, meetings: (typeof meeting)[], asked?: Date) =>
      upcomingSteps(promised, { meetings, told, asked }, now).map((step) =>
        step.kind === "meeting" ? `${step.title} ${step.on} ${step.from}` : step.kind,
      );
    expect(kinds(false, [])).toEqual(["Primo 2026-12-10 17:00", "procedureEnds"]);
    expect(kinds(true, [meeting])).toEqual(["Primo, spostato 2026-12-11 17:00"]);
    expect(kinds(true, [{ ...meeting, state: "cancelled" }])).toEqual(["Primo 2026-12-10 17:00"]);
    // The office waits for an answer: the outcome is promised for after its end, or not at all.
    expect(kinds(false, [], endOfRomeDay("2026-12-09"))).toEqual([
      "integrationCloses",
      "Primo 2026-12-10 17:00",
      "procedureEnds",
    ]);
    for (const day of ["2026-12-20", "2026-12-21"]) {
      expect(kinds(false, [], endOfRomeDay(day))).toEqual([
        "Primo 2026-12-10 17:00",
        "integrationCloses",
      ]);
    }
  });

  test("never promises the outcome for a day on which an answer may still come", () => {
    const days = fc.integer({ min: 0, max: 60 }).map((ahead) => addDays("2026-12-01", ahead));
    const now = new Date("2026-12-01T08:00:00Z");
    fc.assert(
      fc.property(days, fc.option(days), (on, until) => {
        const asked = until === null ? undefined : endOfRomeDay(until);
        const since = { meetings: [], told: false, asked };
        const steps = upcomingSteps([{ kind: "procedureEnds", on }], since, now);
        const outcome = steps.findIndex(({ kind }) => kind === "procedureEnds");
        const answer = steps.findIndex(({ kind }) => kind === "integrationCloses");
        expect(answer >= 0).toBe(until !== null);
        if (until !== null && until >= on) expect(outcome).toBe(-1);
        else if (on > "2026-12-01") expect(outcome).toBe(answer + 1);
      }),
    );
  });
});
