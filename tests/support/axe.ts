import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright";
import { expect } from "vitest";

/** The small one: it travels to every page, and each page reads it anew. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds with all its rules, short enough to be read in a failure. A page that is on its
 * way after a link or a form has its title last: what is judged is the page that came.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.title !== "");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: typeof axe };
    const { violations } = await judge.run(document, {
      reporter: "no-passes",
      resultTypes: ["violations"],
      // Style sheets are asked for by one experimental rule alone, which no run of ours has on.
      preload: { assets: ["media"] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`),
    );
  });
}

/** Pixels by which a page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** No finding of axe and no sideways scroll, at the width the page has. */
export async function expectSound(page: Page, what = page.url()): Promise<void> {
  const width = page.viewportSize()?.width;
  expect(await axeFindings(page), `axe on ${what} at ${width}`).toEqual([]);
  expect(await sidewaysScroll(page), `sideways scroll on ${what} at ${width}`).toBe(0);
}

/** The same at each width; the first is left standing at the end. */
export async function expectSoundAt(
  page: Page,
  widths: readonly [number, ...number[]],
  what = page.url(),
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page, what);
  }
  await page.setViewportSize({ width: widths[0], height: 900 });
}
