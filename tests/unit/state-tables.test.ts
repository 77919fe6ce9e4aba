import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  INTEGRATION_STATES,
  integrationTransitions,
} from "@/lib/applications/core/integration-states";
import {
  APPLICATION_STATES,
  applicationTransitions,
  LIVE_APPLICATION_STATES,
} from "@/lib/applications/core/states";
import { CALL_STATES, callTransitions } from "@/lib/calls/core/states";
import { ISSUED_DOCUMENT_STATES, issuedDocumentTransitions } from "@/lib/documents/core/states";
import { eventsFrom, isTerminal, next, reachableFrom, type Transitions } from "@/lib/kernel/states";
import { MESSAGE_STATES, messageTransitions } from "@/lib/mail/core/states";
import { REVIEW_SESSION_STATES, reviewSessionTransitions } from "@/lib/review/core/session-states";
import { MEETING_STATES, meetingTransitions } from "@/lib/workshops/core/meeting-states";
import { SEAT_STATES, seatTransitions } from "@/lib/workshops/core/seat-states";

interface Machine {
  name: string;
  states: readonly string[];
  table: Transitions<string, string>;
  starts: string[];
  terminal: string[];
}

const machine = <State extends string, Event extends string>(
  name: string,
  states: readonly State[],
  table: Transitions<State, Event>,
  starts: State[],
  terminal: State[],
): Machine => ({ name, states, table: table as Transitions<string, string>, starts, terminal });

const machines = [
  machine("call", CALL_STATES, callTransitions, ["draft"], ["archived", "revoked"]),
  machine(
    "application",
    APPLICATION_STATES,
    applicationTransitions,
    ["draft"],
    ["declined", "expired", "withdrawn"],
  ),
  machine(
    "integration request",
    INTEGRATION_STATES,
    integrationTransitions,
    ["open"],
    ["answered", "expired", "cancelled"],
  ),
  machine(
    "review session",
    REVIEW_SESSION_STATES,
    reviewSessionTransitions,
    ["planned"],
    ["closed"],
  ),
  machine("meeting", MEETING_STATES, meetingTransitions, ["planned"], ["held", "cancelled"]),
  machine("seat", SEAT_STATES, seatTransitions, ["waiting", "offered"], ["declined", "expired"]),
  machine(
    "message",
    MESSAGE_STATES,
    messageTransitions,
    ["queued"],
    ["delivered", "bounced", "cancelled", "superseded"],
  ),
  machine(
    "issued document",
    ISSUED_DOCUMENT_STATES,
    issuedDocumentTransitions,
    ["valid"],
    ["replaced", "withdrawn"],
  ),
];

describe.each(machines)("the states of a $name", ({ states, table, starts, terminal }) => {
  it("are the states of its table, each named once", () => {
    expect(Object.keys(table).sort()).toEqual([...states].sort());
    expect(new Set(states).size).toBe(states.length);
  });

  it("can all be reached, and lead only to states of the table", () => {
    expect([...reachableFrom(table, starts)].sort()).toEqual([...states].sort());
  });

  it("end exactly where the procedure says", () => {
    expect(states.filter((state) => isTerminal(table, state))).toEqual(terminal);
  });

  it("always leave a way to an end", () => {
    for (const state of states) {
      const ends = [...reachableFrom(table, [state])].filter((one) => isTerminal(table, one));
      expect(ends, state).not.toEqual([]);
    }
  });

  it("follow any run of events without leaving the table, and stay put at an end", () => {
    const events = [...new Set(states.flatMap((state) => eventsFrom(table, state)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.constantFrom(...events), { maxLength: 30 }),
        (start, run) => {
          let state = start;
          for (const event of run) {
            const target = next(table, state, event);
            if (isTerminal(table, state)) expect(target).toBeNull();
            state = target ?? state;
            expect(states).toContain(state);
          }
        },
      ),
    );
  });
});

describe("what the procedure forbids", () => {
  it("lets the applicant withdraw from every live state and from no other", () => {
    const withdrawable = APPLICATION_STATES.filter(
      (state) => next(applicationTransitions, state, "withdraw") === "withdrawn",
    );
    expect(withdrawable).toEqual([...LIVE_APPLICATION_STATES]);
  });

  it("never brings back a call that was revoked or a published one to draft", () => {
    expect(reachableFrom(callTransitions, ["published"]).has("draft")).toBe(false);
    expect(reachableFrom(callTransitions, ["revoked"])).toEqual(new Set(["revoked"]));
  });

  it("never recalls a message that left", () => {
    expect(reachableFrom(messageTransitions, ["sent"])).toEqual(
      new Set(["sent", "delivered", "bounced"]),
    );
  });
});
