import fc from "fast-check";
import { expect, test } from "vitest";
import { mayAsk } from "@/lib/calls/core/clarifications";
import { CALL_STATES } from "@/lib/calls/core/states";

const call = {
  state: "published" as const,
  opensAt: new Date("2026-11-01T08:00:00Z"),
  closesAt: new Date("2026-12-10T11:00:00Z"),
  closesAtTime: "12:00",
  reopened: null,
  peremptory: true,
  publishedAt: new Date("2026-10-30T08:00:00Z"),
  content: { questionsUntil: "2026-11-30" },
};
const last = new Date("2026-11-30T22:59:59.999Z");

test("questions are taken from the publication to the last second of the day", () => {
  expect(mayAsk(call, new Date("2026-10-31T08:00:00Z"))).toEqual({ ok: true });
  expect(mayAsk(call, last)).toEqual({ ok: true });
  expect(mayAsk(call, new Date("2026-11-30T23:00:00Z"))).toEqual({
    ok: false,
    reason: "questions_closed",
  });
});

test("a call without a day takes none; one that is not public or over takes none either", () => {
  expect(mayAsk({ ...call, content: {} }, last)).toMatchObject({ reason: "no_questions" });
  const early = new Date("2026-10-29T08:00:00Z");
  expect(mayAsk(call, early)).toMatchObject({ reason: "call_not_open" });
  const soon = { ...call, closesAt: new Date("2026-11-20T11:00:00Z") };
  expect(mayAsk(soon, last)).toMatchObject({ reason: "call_not_open" });
});

test("whatever the state and the moment, only a published call is asked about, in time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CALL_STATES),
      fc.date({ min: new Date("2026-10-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
      (state, now) => {
        const answer = mayAsk({ ...call, state }, now);
        if (!answer.ok) return;
        expect(state).toBe("published");
        expect(now.getTime()).toBeGreaterThanOrEqual(call.publishedAt.getTime());
        expect(now.getTime()).toBeLessThan(last.getTime() + 1);
      },
    ),
  );
});
