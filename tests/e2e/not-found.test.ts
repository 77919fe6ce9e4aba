import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { openPage, testBrowser } from "../support/browser";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();

const absent = [
  routes.call("non-esiste"),
  routes.callOutcome("non-esiste"),
  routes.zone("non-esiste"),
  routes.trialMail("non-esiste"),
  "/nessuna/pagina",
  "/niente.html",
];

test.each(absent)("%s: a page that can be read without scripts, and the status", async (path) => {
  const page = await openPage(browser, { javaScriptEnabled: false, expected: /404/ });
  for (const [prefix, heading, language] of [
    ["", "Questa pagina non c’è", "it"],
    ["/en", "This page is not here", "en"],
  ] as const) {
    const answer = await page.goto(site.origin + prefix + path);
    expect(answer?.status()).toBe(404);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(heading);
    expect(await page.title()).toContain(heading);
  }
});

test("with scripts it is the same page, within the content policy", async () => {
  const page = await openPage(browser, { expected: /404/ });
  const answer = await page.goto(site.origin + routes.call("non-esiste"));
  expect(answer?.headers()["content-security-policy"]).toContain("'nonce-");
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  await page.getByRole("link", { name: "Avvisi", exact: true }).first().click();
  await page.waitForURL(/\/avvisi$/);
});

test("asking compressed and asking for the head alone is answered alike", async () => {
  const address = site.origin + routes.call("non-esiste");
  const compressed = await fetch(address, {
    headers: { "accept-encoding": "gzip", cookie: "a=b" },
  });
  expect(compressed.status).toBe(404);
  expect(await compressed.text()).toContain("<h1>");
  const head = await fetch(address, { method: "HEAD" });
  expect(head.status).toBe(404);
  expect(await head.text()).toBe("");
});
