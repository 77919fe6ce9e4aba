import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast } from "@/components/styles/contrast";
import { root } from "../../support/message-keys";

const sheet = readFileSync(join(root, "components/styles/tokens.css"), "utf8");

/** The tokens of a block of the sheet, e.g. `:root` or `.ct-theme-blu`. */
function tokens(selector: string): Record<string, string> {
  const start = sheet.indexOf(`\n${selector} {`);
  const block = sheet.slice(start, sheet.indexOf("}", start));
  const pairs = [...block.matchAll(/--ct-([\w-]+):\s*(#[0-9a-f]{3,6})/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}

const standard = tokens(":root");
const names = [...sheet.matchAll(/\n\.(ct-theme-\w+) \{/g)].map(([, name]) => `.${name}`);
const themes = [":root", ...names].map((name) => [name, { ...standard, ...tokens(name) }] as const);

/** Every pair that carries text, from the table of the design. */
const TEXT = [
  ["primary-700", "white"],
  ["primary-700", "primary-50"],
  ["primary-700", "primary-100"],
  ["primary-700", "paper"],
  ["primary-700", "page"],
  ["primary-700", "primary-tint"],
  ["white", "primary-700"],
  ["white", "primary-900"],
  ["on-dark", "primary-900"],
  ["on-dark", "primary-950"],
  ["primary-900", "primary-100"],
  ["primary-950", "sun"],
  ["primary-950", "coral"],
  ["ink", "white"],
  ["ink", "primary-tint"],
  ["ink-2", "white"],
  ["ink-2", "paper"],
  ["ink-2", "page"],
  ["ink-2", "primary-50"],
  ["ink-2", "primary-100"],
  ["ink-3", "page"],
  ["cotto", "white"],
  ["cotto", "cotto-50"],
  ["white", "cotto"],
  ["amber", "amber-50"],
  ["white", "amber"],
  ["red", "white"],
  ["red", "red-50"],
] as const;

/** Borders of fields and shapes that carry a meaning. */
const SHAPES = [
  ["line-strong", "white"],
  ["edge", "white"],
  ["edge", "page"],
  ["chart-mid", "white"],
  ["cotto", "primary-50"],
] as const;

describe.each(themes)("theme %s", (_, theme) => {
  const ratio = (one: string, other: string) => contrast(theme[one] ?? "", theme[other] ?? "");

  test.each(TEXT)("%s can be read on %s", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)("%s can be seen on %s", (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21, a colour on itself 1", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#005c50", "#005c50")).toBe(1);
});
