import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SeatState } from "@/lib/workshops/core/seat-states";
import { ANSWERS, offerEnd, offersDue, seatAfter, takesPlace } from "@/lib/workshops/core/seats";
import { certificateStanding } from "@/lib/workshops/core/threshold";

const event = fc.oneof(
  fc.record({
    kind: fc.constant("answer" as const),
    who: fc.nat({ max: 11 }),
    answer: fc.constantFrom(...ANSWERS),
  }),
  fc.record({ kind: fc.constant("expire" as const), who: fc.nat({ max: 11 }) }),
  fc.record({ kind: fc.constant("capacity" as const), capacity: fc.integer({ min: 1, max: 8 }) }),
);

/** A meeting in memory, driven by the pure rules alone. */
class Room {
  seats = new Map<number, SeatState | null>();
  line: number[] = [];
  constructor(public capacity: number) {}
  get taken() {
    return [...this.seats.values()].filter(takesPlace).length;
  }
  answer(who: number, answer: (typeof ANSWERS)[number]) {
    const before = this.seats.get(who) ?? null;
    const { capacity, taken } = this;
    const after = seatAfter(before, answer, { capacity, taken, waiting: this.line.length });
    this.seats.set(who, after);
    if (before !== "waiting" && after === "waiting") this.line.push(who);
    if (after !== "waiting") this.line = this.line.filter((one) => one !== who);
    this.offer();
  }
  expire(who: number) {
    if (this.seats.get(who) === "offered") this.seats.set(who, "expired");
    this.offer();
  }
  offer() {
    const { capacity, taken } = this;
    const due = offersDue({ capacity, taken, waiting: this.line.length });
    for (const who of this.line.splice(0, due)) this.seats.set(who, "offered");
  }
}

describe("seats", () => {
  test("are never more than the capacity, and nobody waits beside a free one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(event, { maxLength: 60 }),
        (seats, run) => {
          const room = new Room(seats);
          for (const one of run) {
            if (one.kind === "answer") room.answer(one.who, one.answer);
            if (one.kind === "expire") room.expire(one.who);
            // A change below what is taken is refused by the command.
            if (one.kind === "capacity" && one.capacity >= room.taken) {
              room.capacity = one.capacity;
              room.offer();
            }
            expect(room.taken).toBeLessThanOrEqual(room.capacity);
            if (room.line.length > 0) expect(room.taken).toBe(room.capacity);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("keep the place of who answers the same again", () => {
    const meeting = { capacity: 1, taken: 1, waiting: 3 };
    expect(seatAfter("accepted", "delegate", meeting)).toBe("accepted");
    expect(seatAfter("waiting", "present", meeting)).toBe("waiting");
    expect(seatAfter("expired", "present", meeting)).toBe("waiting");
    expect(seatAfter("offered", "absent", meeting)).toBe("declined");
  });

  test("are offered for a day, and never beyond the start", () => {
    const now = new Date("2026-11-25T10:00:00Z");
    expect(offerEnd(now, new Date("2026-12-01T10:00:00Z"))).toEqual(
      new Date("2026-11-26T10:00:00Z"),
    );
    const soon = new Date("2026-11-25T18:00:00Z");
    expect(offerEnd(now, soon)).toEqual(soon);
  });
});

test("the threshold is lost exactly when not even all meetings to come would do", () => {
  const count = fc.nat({ max: 12 });
  fc.assert(
    fc.property(
      count,
      count,
      fc.integer({ min: 1, max: 12 }),
      (attended, meetingsToCome, threshold) => {
        const standing = certificateStanding({ attended, meetingsToCome, threshold });
        const best = certificateStanding({
          attended: attended + meetingsToCome,
          meetingsToCome: 0,
          threshold,
        });
        expect(standing === "lost").toBe(best === "lost");
        expect(standing === "reached").toBe(attended >= threshold);
      },
    ),
  );
});
