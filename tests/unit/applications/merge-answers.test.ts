import fc from "fast-check";
import { expect, test } from "vitest";
import { answerMark } from "@/lib/applications/core/answer-mark";
import {
  type Merge,
  mergeAnswers,
  type SentAnswers,
  type StoredAnswers,
} from "@/lib/applications/core/merge-answers";

const FIELDS = ["name", "why", "where"] as const;
const AT = "2026-11-22T09:00:00.000Z";

type Texts = Record<string, string>;

/** An opening of the page: what it shows, what it had read, and who sits in front of it. */
class Page {
  shows: Texts;
  #was: Record<string, string>;
  #readAt: number;
  #number = 0;
  readonly id: string;
  readonly by: string;

  constructor(id: string, by: string, stored: StoredAnswers | undefined) {
    this.id = id;
    this.by = by;
    this.shows = { ...(stored?.answers as Texts) };
    this.#was = Object.fromEntries(FIELDS.map((one) => [one, answerMark(this.shows[one])]));
    this.#readAt = stored?.revision ?? 0;
  }

  save(): SentAnswers {
    this.#number += 1;
    return {
      answers: Object.fromEntries(FIELDS.map((one) => [one, this.shows[one] ?? null])),
      readAt: this.#readAt,
      was: { ...this.#was },
      writer: { by: this.by, at: AT, page: this.id, number: this.#number },
    };
  }

  /** The answer arrived: what is stored as it was sent is known from here on. */
  learn(sent: SentAnswers, merge: Merge): void {
    for (const field of FIELDS) {
      const mark = answerMark(sent.answers[field]);
      if (mark === answerMark(merge.answers[field])) this.#was[field] = mark;
    }
    if (merge.conflicts.length + merge.news.length === 0) this.#readAt = merge.revision;
  }

  hadRead(field: string, standing: unknown): boolean {
    return this.#was[field] === answerMark(standing);
  }
}

const field = fc.constantFrom(...FIELDS);
const text = fc.string({ maxLength: 6, unit: "grapheme" });
const step = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), page: fc.nat(2), field, text }),
  fc.record({ kind: fc.constant("save" as const), page: fc.nat(2), heard: fc.boolean() }),
  // A request that was thought lost arrives after all, or once more.
  fc.record({ kind: fc.constant("replay" as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant("reopen" as const), page: fc.nat(2) }),
);

test("however pages save, nothing unseen is overwritten and nothing sent is lost in silence", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let stored: StoredAnswers | undefined;
      let opened = 3;
      const people = ["lucia", "lucia", "marta"];
      const pages = people.map((by, at) => new Page(`page-${at}`, by, undefined));
      const requests: SentAnswers[] = [];
      for (const one of steps) {
        if (one.kind === "type") (pages[one.page] as Page).shows[one.field] = one.text || "x";
        else if (one.kind === "reopen") {
          opened += 1;
          pages[one.page] = new Page(`page-${opened}`, people[one.page] ?? "", stored);
        } else if (one.kind === "replay") {
          const sent = requests[one.which];
          if (!sent) continue;
          const merge = mergeAnswers(stored, sent);
          for (const name of FIELDS) {
            const last = stored?.changes[name];
            if (last?.page === sent.writer.page && last.number >= sent.writer.number) {
              expect(merge.answers[name]).toBe(stored?.answers[name]);
            }
          }
          stored = merge;
        } else {
          const page = pages[one.page] as Page;
          const sent = page.save();
          requests.push(sent);
          const merge = mergeAnswers(stored, sent);
          for (const name of FIELDS) {
            const before = stored?.answers[name];
            const isStored = answerMark(merge.answers[name]) === answerMark(sent.answers[name]);
            expect(isStored || merge.conflicts.includes(name) || merge.news.includes(name)).toBe(
              true,
            );
            const overwritten = answerMark(before) !== answerMark(merge.answers[name]);
            if (overwritten && stored?.changes[name]?.page !== page.id) {
              expect(page.hadRead(name, before)).toBe(true);
            }
          }
          if (one.heard) page.learn(sent, merge);
          stored = merge;
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("the same request twice is once", () => {
  fc.assert(
    fc.property(text, text, fc.nat(3), (before, now, number) => {
      const first = mergeAnswers(undefined, sentBy("a", { why: before }));
      const request = sentBy("b", { why: now }, { number, was: { why: answerMark(before) } });
      const once = mergeAnswers(first, request);
      expect(mergeAnswers(once, request)).toEqual(once);
    }),
  );
});

test("two who change different answers of one section both keep theirs, in either order", () => {
  const base = mergeAnswers(undefined, sentBy("a", { name: "Rete", why: "Perché" }));
  const was = { name: answerMark("Rete"), why: answerMark("Perché") };
  const one = sentBy("one", { name: "Rete APS", why: "Perché" }, { readAt: 1, was });
  const two = sentBy("two", { name: "Rete", why: "Perché serve" }, { readAt: 1, was });
  const there = mergeAnswers(mergeAnswers(base, one), two);
  const back = mergeAnswers(mergeAnswers(base, two), one);
  expect(there.answers).toEqual({ name: "Rete APS", why: "Perché serve" });
  expect(back.answers).toEqual(there.answers);
  expect([there.conflicts, there.news]).toEqual([[], ["name"]]);
});

test("an answer that was taken away is a change like any other", () => {
  const base = mergeAnswers(undefined, sentBy("a", { why: "Perché" }));
  const was = { why: answerMark("Perché") };
  const emptied = mergeAnswers(base, sentBy("b", { why: null }, { readAt: 1, was }));
  expect(emptied.answers).toEqual({ why: null });
  const late = mergeAnswers(emptied, sentBy("c", { why: "Perché sì" }, { readAt: 1, was }));
  expect(late.conflicts).toEqual(["why"]);
});

test("nobody passes for another page of somebody else", () => {
  const base = mergeAnswers(undefined, sentBy("a", { why: "mio" }));
  const forged = sentBy("a", { why: "tuo" }, { number: 9 });
  forged.writer.by = "marta";
  expect(mergeAnswers(base, forged).conflicts).toEqual(["why"]);
});

function sentBy(
  page: string,
  answers: Record<string, unknown>,
  given: { number?: number; readAt?: number; was?: Record<string, string> } = {},
): SentAnswers {
  const { number = 1, readAt = 0, was = {} } = given;
  return { answers, readAt, was, writer: { by: "lucia", at: AT, page, number } };
}
