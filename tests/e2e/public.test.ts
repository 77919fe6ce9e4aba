import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { axeFindings, sidewaysScroll } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();

const coeso = "amiata-grossetana-colline-metallifere-grossetana";
const call = (where: keyof typeof demonstrationCalls) =>
  routes.call(demonstrationCalls[where].slug);

const pages = {
  home: routes.home(),
  list: routes.calls(),
  "list with nothing": `${routes.calls()}?zona=casentino&per=persone&stato=aperti`,
  archive: `${routes.calls()}?stato=archivio`,
  "open call": call("open"),
  "call that closes today": call("closesToday"),
  "call that opens later": call("upcoming"),
  "call with its outcome": call("outcomePublished"),
  zones: routes.zones(),
  "zones, unknown municipality": `${routes.zones()}?comune=Narnia`,
  zone: routes.zone(coeso),
  "zone without calls": routes.zone("elba"),
  "how it works": routes.howItWorks(),
  guide: routes.guide(),
  "guide for applicants": routes.guideFor("candidarsi"),
  privacy: routes.privacy(),
  "legal notes": routes.legalNotes(),
  accessibility: routes.accessibility(),
};

async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(site.origin + path);
  expect(response?.status()).toBe(200);
}

// The layout does not depend on the language: English is looked at where there is least room.
test.each([
  ["it", [375, 1280]],
  ["en", [375]],
] as const)(
  "in %s, at %j px: no violation, no sideways scroll on any page",
  async (locale, widths) => {
    // One visitor for all pages: its browser keeps style and scripts, as people's do.
    const page = await openPage(browser);
    const found: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const [pathname = "", search] = path.split("?");
      await open(page, addressIn(locale, pathname, search));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const problems = await problemsOf(page, locale);
        found.push(...problems.map((problem) => `${name} at ${width}: ${problem}`));
      }
    }
    expect(found).toEqual([]);
  },
);

/** What is wrong with the page that is open: language, headings, axe, sideways scroll. */
async function problemsOf(page: Page, locale: string): Promise<string[]> {
  const overflow = await sidewaysScroll(page);
  const lang = await page.locator("html").getAttribute("lang");
  const headings = await page.locator("h1").count();
  return [
    ...(await axeFindings(page)),
    ...(overflow === 0 ? [] : [`scrolls sideways by ${overflow} px`]),
    ...(lang === locale ? [] : [`lang is ${lang}`]),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
  ];
}

test("the call page keeps the official order and its hooks", async () => {
  const page = await openPage(browser);
  await open(page, call("open"));
  const hooks = await page
    .locator(".ct-doc [data-element]")
    .evaluateAll((found) => found.map((one) => one.getAttribute("data-element")));
  expect(hooks).toEqual([
    "service-addressed",
    "service-how-to",
    "service-needed",
    "service-achieved",
    "service-calendar-text",
    "service-calendar-list",
    "service-online-access",
    "service-file",
    "service-area",
  ]);
});

test("the one sentence about the deadline is the same beside the title and among the dates", async () => {
  const page = await openPage(browser);
  await open(page, call("open"));
  const beside = await page.locator(".ct-sentence").textContent();
  expect(beside).toMatch(
    /^Puoi presentare la candidatura fino a .+ ore\s12:00:00 \(ora italiana\)/,
  );
  expect(await page.locator("#tempi > p").first().textContent()).toBe(beside);
});

test("the extension stands among the acts with before, now and why", async () => {
  const page = await openPage(browser);
  await open(page, call("open"));
  const act = page.locator("#atti .ct-act").filter({ hasText: "hanno chiesto più tempo" });
  expect(await act.count()).toBe(1);
  expect(await act.locator(".ct-oldnew > div").count()).toBe(2);
  const [before, after] = await act.locator(".ct-oldnew > div").allTextContents();
  expect(before).not.toBe(after);
});

test("the countdown runs from the server's clock, whatever the browser's says", async () => {
  const page = await openPage(browser);
  await page.clock.setFixedTime(new Date("2031-01-01T00:00:00Z"));
  await open(page, call("open"));
  const [days = ""] = await page.locator(".ct-clock b").allTextContents();
  expect(Number(days)).toBeGreaterThanOrEqual(7);
  expect(Number(days)).toBeLessThan(16);
});

test("the server's time is the database's, with microseconds and never kept", async () => {
  const answer = await fetch(site.origin + routes.serverTime());
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { now } = (await answer.json()) as { now: string };
  expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});

test("a call that cannot be answered keeps its button and says why", async () => {
  const page = await openPage(browser);
  await open(page, call("upcoming"));
  const button = page.getByRole("button", { name: "Candidati" }).first();
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  const reason = await button.getAttribute("aria-describedby");
  expect(await page.locator(`[id="${reason}"]`).textContent()).toBe(
    "L’avviso non è ancora aperto.",
  );
  await open(page, call("open"));
  expect(await page.getByRole("link", { name: "Candida un’organizzazione" }).count()).toBe(2);
});

describe("without JavaScript", () => {
  test("the filters work and the address says what is shown", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await open(page, routes.calls());
    await page.getByLabel(/^Persone/).check();
    await page.getByRole("button", { name: "Mostra gli avvisi" }).click();
    expect(new URL(page.url()).searchParams.get("per")).toBe("persone");
    expect(await page.locator(".ct-row").count()).toBe(2);
    await page.getByRole("link", { name: /^Persone/ }).click();
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator(".ct-row").count()).toBe(6);
  });

  test("a municipality leads to its zone, in the language of the page", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await open(page, "/en");
    await page.getByLabel("Your municipality").fill("castel DEL piano");
    await page.getByRole("button", { name: "Find the zone" }).click();
    expect(new URL(page.url()).pathname).toBe(addressIn("en", routes.zone(coeso)));
  });

  test("the time left is there", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await open(page, call("open"));
    expect(await page.locator(".ct-clock b").count()).toBe(3);
  });
});

test("what is not there is not found, and a draft is not there", async () => {
  const page = await openPage(browser, { expected: /404/ });
  for (const path of [routes.call("non-esiste"), routes.zone("atlantide")]) {
    expect((await page.goto(site.origin + path))?.status()).toBe(404);
  }
  await site.database.owner.query(
    `insert into call (id, body_id, slug, regime, title, audiences, content, created_at, updated_at)
     select gen_random_uuid(), body_id, 'bozza-segreta', regime, 'Bozza segreta', audiences, content, now(), now()
     from call limit 1`,
  );
  expect((await page.goto(site.origin + routes.call("bozza-segreta")))?.status()).toBe(404);
  for (const path of [routes.home(), routes.calls(), routes.siteMap()]) {
    // A visitor with a cookie is given no page that was kept from before.
    const text = await (await fetch(site.origin + path, { headers: { cookie: "a=b" } })).text();
    expect(text.toLowerCase()).not.toContain("bozza");
  }
});

test("the map of the site names the calls and leaves out what is personal", async () => {
  const text = await (await fetch(site.origin + routes.siteMap())).text();
  expect(text).toContain(`${site.origin}${call("open")}`);
  expect(text).toContain(`${site.origin}/en${call("open")}`);
  expect(text).not.toContain("area-personale");
});
