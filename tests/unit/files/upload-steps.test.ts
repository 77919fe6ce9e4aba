import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayContinue, mayKeepPiece, percentOf, pieces } from "@/lib/files/core/upload-steps";
import { inTurns } from "@/lib/files/in-turns";
import { piecesOf } from "@/lib/files/pieces-of";

const size = fc.integer({ min: 1, max: 10 * 1024 * 1024 });
const progress = size.chain((bytes) =>
  fc.record({ size: fc.constant(bytes), received: fc.integer({ min: 0, max: bytes }) }),
);

describe("where an upload goes on", () => {
  test("nowhere but where it stands, and never beyond its size", () => {
    const request = fc.record({
      offset: fc.integer({ min: 0, max: 11 * 1024 * 1024 }),
      length: fc.option(fc.integer({ min: 0, max: 11 * 1024 * 1024 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(progress, request, (at, asked) => {
        const fits = asked.offset === at.received && at.received + (asked.length ?? 0) <= at.size;
        expect(mayContinue(at, asked).ok).toBe(fits);
      }),
    );
  });

  test("whatever connections do, each byte is taken once and the end is reached", () => {
    // Each connection brings some bytes from where it believes the upload to stand, and breaks off.
    const connection = fc.record({
      behind: fc.boolean(),
      bytes: fc.integer({ min: 1, max: 2 * pieces.most }),
    });
    fc.assert(
      fc.property(size, fc.array(connection, { maxLength: 40 }), (whole, connections) => {
        let received = 0;
        const take = (offset: number, bytes: number) => {
          if (!mayContinue({ size: whole, received }, { offset, length: undefined }).ok) return;
          for (let left = bytes; left > 0; ) {
            const piece = Math.min(left, pieces.most);
            if (!mayKeepPiece({ size: whole, received }, piece).ok) return;
            received += piece;
            left -= piece;
            expect(received).toBeLessThanOrEqual(whole);
          }
        };
        for (const { behind, bytes } of connections) take(behind ? received - 1 : received, bytes);
        take(received, whole - received);
        expect(received).toBe(whole);
      }),
    );
  });

  test("a piece is as large as it says, or the end: there are few of them", () => {
    fc.assert(
      fc.property(progress, fc.integer({ min: 1, max: pieces.most }), (at, bytes) => {
        const ends = at.received + bytes === at.size;
        const inside = at.received + bytes <= at.size;
        expect(mayKeepPiece(at, bytes).ok).toBe(ends || (inside && bytes >= pieces.least));
      }),
    );
  });

  test("a hundred percent means all of it", () => {
    fc.assert(
      fc.property(progress, (at) => {
        const percent = percentOf(at);
        expect(percent === 100).toBe(at.received === at.size);
        expect(percent).toBeLessThanOrEqual((at.received / at.size) * 100);
      }),
    );
  });
});

describe("pieces of what flows in", () => {
  const parts = fc.array(fc.uint8Array({ minLength: 0, maxLength: 50 }), { maxLength: 30 });
  async function* flowing(given: readonly Uint8Array[], breaks: boolean) {
    yield* given;
    if (breaks) throw new Error("connection reset");
  }

  test("are all of it in order, each of the size but the last, also of one that breaks off", () =>
    fc.assert(
      fc.asyncProperty(
        parts,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (given, most, breaks) => {
          const cut: Buffer[] = [];
          for await (const piece of piecesOf(flowing(given, breaks), most)) cut.push(piece);
          expect(Buffer.concat(cut).equals(Buffer.concat(given))).toBe(true);
          expect(cut.slice(0, -1).every((piece) => piece.length === most)).toBe(true);
          expect(cut.every((piece) => piece.length > 0 && piece.length <= most)).toBe(true);
        },
      ),
    ));

  test("are read no faster than they are taken", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(10);
      }
    }
    for await (const _piece of piecesOf(endless(), 25)) break;
    expect(given).toBe(3);
  });
});

test("no more than some weight at a time, in the order in which they came, whatever fails", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 }),
      async (weights) => {
        const inTurn = inTurns(10);
        const log: number[] = [];
        const held: number[] = [];
        const work = (weight: number, name: number) =>
          inTurn(weight, async () => {
            held.push(weight);
            log.push(name);
            const together = held.reduce((sum, one) => sum + one, 0);
            expect(together <= 10 || held.length === 1).toBe(true);
            for (let pause = name % 4; pause > 0; pause -= 1) await Promise.resolve();
            held.splice(held.indexOf(weight), 1);
            if (name % 3 === 0) throw new Error("failed");
            return name;
          });
        const ended = await Promise.allSettled(weights.map(work));
        expect(log).toEqual(weights.map((_, name) => name));
        expect(ended.map(({ status }) => status)).toEqual(
          weights.map((_, name) => (name % 3 === 0 ? "rejected" : "fulfilled")),
        );
      },
    ),
  ));
