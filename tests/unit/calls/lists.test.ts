import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CallFilters,
  countChoices,
  type FilterableCall,
  filterCalls,
  grouped,
  STATE_FILTERS,
  stateFilterOf,
} from "@/lib/calls/core/call-filters";
import type { CallStatus } from "@/lib/calls/core/call-status";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import { sheetBlocks } from "@/lib/calls/core/sheet-text";
import { slugOf } from "@/lib/calls/core/slug";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";

const STATUSES: CallStatus[] = [
  ...(["upcoming", "open", "alwaysOpen", "closesToday", "closed"] as const),
  ...(["suspended", "underReview", "outcomePublished", "revoked"] as const),
];

const calls = fc.array(
  fc.record<FilterableCall>({
    title: fc.constantFrom("Parità di accesso", "Attivatori di Comunità"),
    summary: fc.constant("Quattro laboratori"),
    body: fc.constant("COeSO"),
    zone: fc.constantFrom(undefined, { slug: "elba", name: "Elba" }, { slug: "pisana", name: "P" }),
    municipalities: fc.constant([]),
    audiences: fc.subarray([...AUDIENCES]),
    themes: fc.subarray([...THEMES]),
    status: fc.constantFrom(...STATUSES),
  }),
);
const filters: fc.Arbitrary<CallFilters> = fc.record({
  text: fc.constantFrom("", "parita", "ATTIVATORI", "nulla"),
  zone: fc.constantFrom("", "elba"),
  audiences: fc.subarray([...AUDIENCES]),
  themes: fc.subarray([...THEMES]),
  states: fc.subarray([...STATE_FILTERS]),
});

describe("the filters of the list", () => {
  test("the number beside a choice is what one gets by choosing it alone", () => {
    fc.assert(
      fc.property(calls, filters, (all, by) => {
        const counts = countChoices(all, by);
        for (const audience of AUDIENCES) {
          const shown = filterCalls(all, { ...by, audiences: [audience] }).length;
          expect(counts.audiences.get(audience) ?? 0).toBe(shown);
        }
        for (const state of STATE_FILTERS) {
          const shown = filterCalls(all, { ...by, states: [state] }).length;
          expect(counts.states.get(state) ?? 0).toBe(shown);
        }
      }),
    );
  });

  test("no filter hides nothing, and the groups hold every call once", () => {
    fc.assert(
      fc.property(calls, (all) => {
        const none = { text: "", zone: "", audiences: [], themes: [], states: [] };
        expect(filterCalls(all, none)).toEqual(all);
        const groups = grouped(all);
        expect(groups.open.length + groups.upcoming.length + groups.closed.length).toBe(all.length);
      }),
    );
  });

  test("a draft answers to no filter of state", () => {
    expect(stateFilterOf("draft")).toBeUndefined();
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
    page: fc.integer({ min: 1, max: 99 }),
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
    const given = { per: "toString", tema: ["__proto__", "x"], stato: "boh", pagina: "-1" };
    const read = readFilters(given);
    expect(read).toMatchObject({ audiences: [], themes: [], states: [], archive: false, page: 1 });
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
