import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright";
import { describe, expect, test } from "vitest";
import { axeFindings, expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();

const at = (path: string) => `${site.origin}${path}`;

test.each([
  ["/stile", [1280, 375, 320]],
  ["/en/stile", [320]],
] as const)(
  "%s has no fault for axe and does not scroll sideways, at %j px",
  async (path, widths) => {
    const page = await openPage(browser);
    await page.goto(at(path));
    await expectSoundAt(page, widths);
  },
);

describe("the content policy", () => {
  test("holds: every script has the nonce of its request, no element has a style", async () => {
    const [one, other] = await Promise.all([fetch(at("/stile")), fetch(at("/stile"))]);
    const nonces = [one, other].map((answer) => {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).not.toContain("unsafe");
      return /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    });
    expect(new Set(nonces).size).toBe(2);
    const html = await one.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=|<style/);
  });

  test("lets nothing through that was put into the page", async () => {
    const page = await openPage(browser, { expected: /Content Security Policy|none\.svg/ });
    await page.goto(at("/stile"));
    const [ran, painted] = await page.evaluate(async () => {
      const intruder = document.createElement("div");
      intruder.innerHTML = `<p style="position: fixed">x</p><img src="/none.svg" onerror="window.intruder = true">`;
      document.body.append(intruder);
      const image = intruder.querySelector("img");
      await new Promise((resolve) => image?.addEventListener("error", resolve));
      const position = getComputedStyle(intruder.firstElementChild ?? intruder).position;
      return ["intruder" in window, position === "fixed"];
    });
    expect(painted).toBe(false);
    expect(ran).toBe(false);
  });
});

test("the weight stays within the budget: 40 kB of styles, 160 kB of scripts", async () => {
  const page = await openPage(browser);
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  await page.goto(at("/stile"), { waitUntil: "networkidle" });
  const sizes = { css: 0, js: 0 };
  for (const answer of answers) {
    const kind = /\.(css|js)(\?|$)/.exec(answer.url())?.[1] as "css" | "js" | undefined;
    if (kind) sizes[kind] += gzipSync(await answer.body()).length;
  }
  expect(sizes.css).toBeGreaterThan(5_000);
  expect(sizes.css).toBeLessThanOrEqual(40_000);
  expect(sizes.js).toBeLessThanOrEqual(160_000);
});

describe("the languages", () => {
  test("the switch keeps the page and what is filtered", async () => {
    const page = await openPage(browser);
    await page.goto(at("/stile?tema=accesso"));
    expect(await page.locator("html").getAttribute("lang")).toBe("it");
    // The summary of errors scrolls to itself when scripts arrive: between press and release of a
    // button the link would be gone from under the pointer.
    await summaryWithFocus(page).waitFor();
    await page.getByRole("link", { name: "ENG English" }).click();
    await page.waitForURL(at("/en/stile?tema=accesso"));
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await summaryWithFocus(page).waitFor();
    await page.getByRole("link", { name: "ITA Italiano" }).click();
    await page.waitForURL(at("/stile?tema=accesso"));
  });

  test.each([
    ["/it", "/"],
    ["/it/stile?a=1", "/stile?a=1"],
  ])("%s moves for good to %s", async (from, to) => {
    const answer = await fetch(at(from), { redirect: "manual" });
    expect(answer.status).toBe(308);
    expect(new URL(answer.headers.get("location") ?? "", site.origin).href).toBe(at(to));
  });

  test.each([
    ["/questa-non-c-e", "it", "Questa pagina non c’è"],
    ["/en/not-here", "en", "This page is not here"],
    ["/nessuno.txt", "it", "Questa pagina non c’è"],
  ])("%s is not found, in its language and without scripts", async (path, lang, title) => {
    const answer = await fetch(at(path));
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`>${title}</h1>`);
  });
});

/** It takes the focus once scripts have taken over the page: before that, keys reach plain HTML. */
const summaryWithFocus = (page: Page) =>
  page.locator("[role=alert]:focus").filter({ hasText: /8 (informazioni|pieces)/ });

describe("by keyboard", () => {
  test("the skip link comes first and leads to the content", async () => {
    const page = await openPage(browser);
    await page.goto(at("/en"));
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await skip.isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "contenuto");
  });

  test("the dialog keeps the focus, closes with Esc and gives the focus back", async () => {
    const page = await openPage(browser);
    await page.goto(at("/stile"));
    await summaryWithFocus(page).waitFor();
    const button = page.getByRole("link", { name: "Invia la candidatura" });
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Invii la candidatura a COeSO?" });
    expect(await dialog.isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("the error summary takes the focus and its links lead to the fields", async () => {
    const page = await openPage(browser);
    await page.goto(at("/stile"));
    const summary = summaryWithFocus(page);
    await summary.waitFor();
    const links = summary.getByRole("link");
    for (const link of await links.all()) {
      const id = (await link.getAttribute("href"))?.slice(1) ?? "";
      const field = page.locator(`[id="${id}"]`);
      expect(await field.evaluate((element) => element.matches("input, select, textarea"))).toBe(
        true,
      );
    }
  });
});
