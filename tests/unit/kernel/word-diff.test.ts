import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDiff } from "@/lib/kernel/word-diff";

const words = fc
  .array(fc.constantFrom("ore", "12", "sala", "Grosseto", "è", " ", "\n", ",", "piazza"), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));
const texts = fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 60 }));
const joined = (before: string, after: string, kind: "removed" | "added") =>
  wordDiff(before, after)
    .filter((part) => part.kind === "same" || part.kind === kind)
    .map((part) => part.text)
    .join("");

test("what is the same and what was removed are the old text, and the new one likewise", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(joined(before, after, "removed")).toBe(before);
      expect(joined(before, after, "added")).toBe(after);
    }),
  );
});

test("equal texts have one part, neighbours are never of one kind, and removed comes first", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const kinds = wordDiff(before, after).map((part) => part.kind);
      if (before === after) expect(kinds.every((kind) => kind === "same")).toBe(true);
      for (const [at, kind] of kinds.entries()) {
        expect(kind).not.toBe(kinds[at + 1]);
        if (kind === "added") expect(kinds[at + 1]).not.toBe("removed");
      }
    }),
  );
});

test("one word is told, not the sentence around it; neighbours are told together", () => {
  expect(
    wordDiff("Ci vediamo alle ore 17 a Grosseto.", "Ci vediamo alle ore 18 a Grosseto."),
  ).toEqual([
    { kind: "same", text: "Ci vediamo alle ore " },
    { kind: "removed", text: "17" },
    { kind: "added", text: "18" },
    { kind: "same", text: " a Grosseto." },
  ]);
  expect(wordDiff("in via Roma oggi", "in piazza Dante oggi")).toEqual([
    { kind: "same", text: "in " },
    { kind: "removed", text: "via Roma" },
    { kind: "added", text: "piazza Dante" },
    { kind: "same", text: " oggi" },
  ]);
});

test("two long texts without a common word are shown one after the other", () => {
  const long = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(" ");
  expect(wordDiff(long("a"), long("b")).map((part) => part.kind)).toEqual(["removed", "added"]);
});
