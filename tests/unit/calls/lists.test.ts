import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CallFilters,
  type CallTally,
  countCalls,
  countChoices,
  grouped,
  STATE_FILTERS,
} from "@/lib/calls/core/call-filters";
import type { CallStatus } from "@/lib/calls/core/call-status";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import { type ListPlace, readPlace, writePlace } from "@/lib/calls/core/list-place";
import { MARK, markedParts, marksOn } from "@/lib/calls/core/marked-text";
import { sheetBlocks } from "@/lib/calls/core/sheet-text";
import { slugOf } from "@/lib/calls/core/slug";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";

const tallies = fc.array(
  fc.record<CallTally>({
    audiences: fc.subarray([...AUDIENCES]),
    themes: fc.subarray([...THEMES]),
    state: fc.constantFrom(undefined, ...STATE_FILTERS),
    group: fc.constantFrom("open", "upcoming", "closed"),
    count: fc.integer({ min: 1, max: 9 }),
  }),
);
const boxes: fc.Arbitrary<Pick<CallFilters, "audiences" | "themes" | "states">> = fc.record({
  audiences: fc.subarray([...AUDIENCES]),
  themes: fc.subarray([...THEMES]),
  states: fc.subarray([...STATE_FILTERS]),
});

describe("the filters of the list", () => {
  test("the number beside a choice is what one gets by choosing it alone", () => {
    fc.assert(
      fc.property(tallies, boxes, (all, by) => {
        const counts = countChoices(all, by);
        for (const audience of AUDIENCES) {
          const shown = countCalls(all, { ...by, audiences: [audience] });
          expect(counts.audiences.get(audience) ?? 0).toBe(shown);
        }
        for (const theme of THEMES) {
          const shown = countCalls(all, { ...by, themes: [theme] });
          expect(counts.themes.get(theme) ?? 0).toBe(shown);
        }
        for (const state of STATE_FILTERS) {
          const shown = countCalls(all, { ...by, states: [state] });
          expect(counts.states.get(state) ?? 0).toBe(shown);
        }
      }),
    );
  });

  test("no box hides nothing, and the groups add up to the whole", () => {
    fc.assert(
      fc.property(tallies, boxes, (all, by) => {
        const none = { audiences: [], themes: [], states: [] };
        expect(countCalls(all, none)).toBe(all.reduce((sum, { count }) => sum + count, 0));
        const { total, groups } = countChoices(all, by);
        expect([...groups.values()].reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });

  test("calls fall into the groups of the list, of the closed ones the latest first", () => {
    const status = (given: CallStatus) => ({ status: given });
    const groups = grouped(
      ["closed", "open", "upcoming", "revoked"].map((one) => status(one as CallStatus)),
    );
    expect(groups.open).toEqual([status("open")]);
    expect(groups.closed).toEqual([status("revoked"), status("closed")]);
  });
});

describe("where a page of the list begins", () => {
  const places: fc.Arbitrary<ListPlace> = fc.record({
    group: fc.constantFrom("open", "upcoming", "closed", "archive"),
    at: fc
      .date({ min: new Date("1990-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().replace("Z", "123Z")),
    id: fc.uuid(),
  });

  test("is read back as it was written, to the microsecond", () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
    const endless: ListPlace = { group: "open", at: "infinity", id: crypto.randomUUID() };
    expect(readPlace(writePlace(endless))).toEqual(endless);
  });

  test("is nothing for what no page has written", () => {
    const id = "01a1fff4-da24-74c4-9532-07f0ff4891c0";
    for (const text of [
      "",
      "2",
      `boh-20261130110000000000-${id}`,
      `aperti-20261330110000000000-${id}`,
      `aperti-20260231110000000000-${id}`,
      `aperti-20261130110000000000-${id}'--`,
    ]) {
      expect(readPlace(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPlace(text)).toBeUndefined();
      }),
    );
  });
});

describe("a marked text", () => {
  test("is shown as it was written, not as the search reads it", () => {
    const marked = `dell'${MARK.begin}Orcia${MARK.end}    b `;
    expect(marksOn("dell’Orcia – <b>", marked)).toEqual([
      { text: "dell’", found: false },
      { text: "Orcia", found: true },
      { text: " – <b>", found: false },
    ]);
    expect(marksOn("altro", marked)).toEqual([{ text: "altro", found: false }]);
  });

  test("is cut at its marks and loses no letter", () => {
    expect(markedParts(`Parità di ${MARK.begin}accesso${MARK.end} ai servizi`)).toEqual([
      { text: "Parità di ", found: false },
      { text: "accesso", found: true },
      { text: " ai servizi", found: false },
    ]);
    const piece = fc.constantFrom("a", "<b>", MARK.begin, MARK.end, "&amp;", " ");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const whole = markedParts(text)
          .map((part) => part.text)
          .join("");
        expect(whole).toBe(text.replaceAll(MARK.begin, "").replaceAll(MARK.end, ""));
      }),
    );
  });
});

describe("the address of a filtered list", () => {
  const addressed = fc.record({
    text: fc.constantFrom("", "parità & co", "a+b"),
    zone: fc.constantFrom("", "elba"),
    municipality: fc.constantFrom("", "Castell’Azzara"),
    audiences: fc.subarray([...AUDIENCES].sort()),
    themes: fc.subarray([...THEMES]),
    states: fc.subarray([...STATE_FILTERS]),
    archive: fc.boolean(),
    after: fc.option(
      fc.record<ListPlace>({
        group: fc.constantFrom("open", "archive"),
        at: fc.constant("2026-11-30T11:00:00.000000Z"),
        id: fc.uuid(),
      }),
      { nil: undefined },
    ),
  });

  test("is read back as it was written", () => {
    fc.assert(
      fc.property(addressed, (by) => {
        const given: Record<string, string[]> = {};
        for (const [name, value] of new URLSearchParams(writeFilters(by))) {
          given[name] = [...(given[name] ?? []), value];
        }
        const read = readFilters(given);
        expect({ ...read, audiences: read.audiences.toSorted() }).toEqual(by);
      }),
    );
  });

  test("leaves out what it does not know", () => {
    const given = { per: "toString", tema: ["__proto__", "x"], stato: "boh", dopo: "-1" };
    const read = readFilters(given);
    expect(read).toMatchObject({ audiences: [], themes: [], states: [], archive: false });
    expect(read.after).toBeUndefined();
  });
});

describe("the little markup of the sheets", () => {
  test("knows headings, lists, steps and bold", () => {
    expect(sheetBlocks("## Chi\n\n- uno\n- due\n\n1. **Accedi** ora\n2. Fine")).toEqual([
      { kind: "heading", text: "Chi" },
      {
        kind: "list",
        items: [[{ text: "uno", strong: false }], [{ text: "due", strong: false }]],
      },
      {
        kind: "steps",
        items: [
          [
            { text: "Accedi", strong: true },
            { text: " ora", strong: false },
          ],
          [{ text: "Fine", strong: false }],
        ],
      },
    ]);
  });

  test("loses no word, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const words = (given: string) => given.replace(/[#\-*\d.\s]/g, "");
        const blocks = sheetBlocks(text);
        const told = blocks
          .flatMap((block) => {
            if (block.kind === "heading") return [block.text];
            const runs = block.kind === "paragraph" ? block.runs : block.items.flat();
            return runs.map((run) => run.text);
          })
          .join("");
        expect(words(told)).toBe(words(text));
      }),
    );
  });
});

test("a slug is short, plain and never empty", () => {
  expect(slugOf("Parità di accesso ai servizi")).toBe("parita-di-accesso-ai-servizi");
  expect(slugOf("!!!")).toBe("avviso");
  fc.assert(
    fc.property(fc.string(), (title) => {
      expect(slugOf(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slugOf(title).length).toBeLessThanOrEqual(60);
    }),
  );
});
