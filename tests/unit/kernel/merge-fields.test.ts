import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenMarks, mergeFields, withFields } from "@/lib/kernel/merge-fields";

const markOf = (value: unknown) => JSON.stringify(value);
const marks = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, markOf(value)]));

const NAMES = ["title", "summary", "phone"] as const;
type Texts = Record<string, string>;
const text = fc.constantFrom("", "a", "b", "c");
const texts: fc.Arbitrary<Texts> = fc.record({ title: text, summary: text, phone: text });

describe("a page and what is stored", () => {
  test("each field is written, news, in conflict or the same: exactly one of them", () => {
    fc.assert(
      fc.property(texts, texts, texts, (read, stored, sent) => {
        const merge = mergeFields(stored, sent, marks(read), markOf);
        for (const name of NAMES) {
          const fates = [merge.taken, merge.news, merge.conflicts].filter((fate) =>
            fate.includes(name),
          );
          expect(fates).toHaveLength(stored[name] === sent[name] ? 0 : 1);
        }
      }),
    );
  });

  test("nothing is written but over what was read, and nothing untouched goes back", () => {
    fc.assert(
      fc.property(texts, texts, texts, (read, stored, sent) => {
        const { taken } = mergeFields(stored, sent, marks(read), markOf);
        for (const name of taken) {
          expect(stored[name]).toBe(read[name]);
          expect(sent[name]).not.toBe(read[name]);
        }
      }),
    );
  });

  test("alone, all that is sent is stored, and the next save of the same changes nothing", () => {
    fc.assert(
      fc.property(texts, texts, (stored, sent) => {
        const merge = mergeFields(stored, sent, marks(stored), markOf);
        const after = withFields(stored, sent, merge.taken);
        expect(after).toEqual(sent);
        const again = mergeFields(after, sent, merge.was, markOf);
        expect([again.taken, again.news, again.conflicts]).toEqual([[], [], []]);
      }),
    );
  });

  test("of a field that was not read nothing is written over another text", () => {
    const merge = mergeFields({ title: "theirs" }, { title: "mine" }, {}, markOf);
    expect(merge).toMatchObject({ taken: [], conflicts: ["title"] });
  });
});

describe("two desks at one draft", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("type" as const),
      desk: fc.nat(1),
      field: fc.constantFrom(...NAMES),
      text: fc.constantFrom("one", "two", "three", "four"),
    }),
    fc.record({ do: fc.constant("save" as const), desk: fc.nat(1) }),
    fc.record({
      do: fc.constant("choose" as const),
      desk: fc.nat(1),
      mine: fc.boolean(),
    }),
  );

  /** Plays the steps; calls back for each text that takes the place of another. */
  function play(
    steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
    onWrite: (write: { name: string; over: string; read: string | undefined }) => void,
  ) {
    let stored: Texts = { title: "", summary: "", phone: "" };
    const desks = [0, 1].map(() => ({
      form: { ...stored },
      was: marks(stored) as Record<string, string>,
      /** Stored texts shown beside one's own. */
      conflicts: {} as Record<string, string>,
    }));
    for (const one of steps) {
      const desk = desks[one.desk];
      if (!desk) continue;
      if (one.do === "type") {
        desk.form = { ...desk.form, [one.field]: one.text };
        continue;
      }
      const choices =
        one.do === "choose"
          ? Object.fromEntries(
              Object.entries(desk.conflicts).map(([name, shown]) => [
                name,
                one.mine ? shown : "theirs",
              ]),
            )
          : {};
      const read = chosenMarks(desk.was, choices, desk.form, markOf);
      const merge = mergeFields(stored, desk.form, read, markOf);
      for (const name of merge.taken) {
        onWrite({ name, over: markOf(stored[name]), read: read[name] });
      }
      stored = withFields(stored, desk.form, merge.taken);
      desk.was = merge.was;
      desk.conflicts = Object.fromEntries(
        merge.conflicts.map((name) => [name, markOf(stored[name])]),
      );
    }
    return { stored, desks };
  }

  test("whoever writes over a text had that very text before them", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        play(steps, ({ over, read }) => expect(read).toBe(over));
      }),
    );
  });

  test("after both have saved, each text of a form is stored, or its desk was told", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const end = [0, 1].map((desk) => ({ do: "save" as const, desk }));
        const { stored, desks } = play([...steps, ...end], () => undefined);
        for (const desk of desks) {
          for (const name of NAMES) {
            const same = desk.form[name] === stored[name];
            const told = name in desk.conflicts;
            const untouched = desk.was[name] === markOf(desk.form[name]);
            expect(same || told || untouched).toBe(true);
          }
        }
      }),
    );
  });

  test("choosing one's own replaces the text that was shown and no later one", () => {
    const was = marks({ title: "" });
    const shown = markOf("theirs");
    const mine = { title: "mine" };
    const read = chosenMarks(was, { title: shown }, mine, markOf);
    expect(mergeFields({ title: "theirs" }, mine, read, markOf).taken).toEqual(["title"]);
    expect(mergeFields({ title: "a third" }, mine, read, markOf).conflicts).toEqual(["title"]);
  });

  test("choosing theirs writes nothing", () => {
    const mine = { title: "mine" };
    const read = chosenMarks(marks({ title: "" }), { title: "theirs" }, mine, markOf);
    expect(mergeFields({ title: "theirs" }, mine, read, markOf)).toMatchObject({
      taken: [],
      conflicts: [],
      news: ["title"],
    });
  });
});
