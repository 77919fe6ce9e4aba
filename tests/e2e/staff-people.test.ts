import type { Page } from "playwright";
import { expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD, demonstrationCode, demonstrationStaff } from "@/db/seed/accounts";
import { routes } from "@/lib/routes";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { testSite } from "../support/server";

const site = await testSite();
const browser = await testBrowser();

/** Each member signs in once: a one-time code is good once. */
async function signIn(page: Page, key: string, returnTo: string): Promise<void> {
  const member = demonstrationStaff.find((one) => one.key === key);
  if (!member) throw new Error(`nobody is called ${key}`);
  await page.goto(site.origin + routes.staffSignIn(returnTo));
  await page.fill("#email", member.email);
  await page.fill("#password", DEMONSTRATION_PASSWORD);
  await page.fill("#code", demonstrationCode(member.secret, new Date()));
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(site.origin + returnTo);
}

/** As if nothing had happened in any session for so many minutes. */
const idleFor = (minutes: number) =>
  site.database.owner.query("update session set last_seen_at = now() - make_interval(mins => $1)", [
    minutes,
  ]);

/** What a browser tells a page that comes to the front. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("an administrator invites, renews a lost sign-in and ends a role, without scripts", async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await signIn(page, "chiara-bandini", routes.staffPeople());
  await page.locator("main button[type=submit]").click();
  await page.waitForSelector(".ct-errsum");
  expect(await page.title()).toMatch(/^Errore: Persone - /);
  expect(await page.locator(".ct-errsum li").count()).toBe(4);
  await page.fill("#givenName", "Nora");
  await page.fill("#familyName", "Bassi");
  await page.fill("#email", "nora.bassi@example.org");
  await page.getByLabel("Commissione").check();
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/fatto=invito$/);
  expect(await page.getByRole("row", { name: /Nora Bassi/ }).textContent()).toMatch(
    /invito inviato/,
  );
  expect(await page.content()).not.toContain("chiave=");

  await page.getByRole("link", { name: "Paolo Landi" }).click();
  await page.getByRole("button", { name: "Annulla l’accesso" }).click();
  await page.waitForURL(/fatto=nuovo-invito$/);
  const paolo = page.getByRole("row", { name: /Paolo Landi/ });
  expect(await paolo.textContent()).toMatch(/invito inviato/);

  await page.getByRole("link", { name: "Paolo Landi" }).click();
  await page.getByRole("button", { name: /^Togli/ }).click();
  await page.waitForURL(/fatto=fine$/);
  expect(await paolo.count()).toBe(0);
});

test("who does not administer finds no such page, and no entry in the menu", async () => {
  const page = await openPage(browser, { expected: /404/ });
  await signIn(page, "ionela-munteanu", routes.staffHome());
  expect(await page.getByRole("link", { name: "Persone", exact: true }).count()).toBe(0);
  const answer = await page.goto(site.origin + routes.staffPeople());
  expect(answer?.status()).toBe(404);
});

test("before the session ends it is extended on the spot, and nothing typed is lost", async () => {
  const page = await openPage(browser, { expected: /401/ });
  await signIn(page, "ilaria-fabbri", routes.staffPeople());
  await expectSoundAt(page, [1280, 375]);
  await page.fill("#familyName", "Scritto a metà");
  const notice = page.getByRole("alertdialog");
  await comeBack(page);
  await idleFor(26);
  await comeBack(page);
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/Fra [34] minuti/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await notice.waitFor({ state: "hidden" });
  const { rows } = await site.database.owner.query<{ fresh: boolean }>(
    "select max(last_seen_at) > now() - interval '1 minute' as fresh from session",
  );
  expect(rows[0]?.fresh).toBe(true);
  expect(await page.inputValue("#familyName")).toBe("Scritto a metà");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("familyName");

  await idleFor(31);
  await comeBack(page);
  await page.getByRole("alertdialog", { name: "L’accesso è finito" }).waitFor();
  expect(await page.getByRole("link", { name: /altra scheda/ }).getAttribute("href")).toBe(
    "/accedi/personale?ritorno=%2Fente%2Fpersone",
  );
  await page.keyboard.press("Escape");
  expect(await page.inputValue("#familyName")).toBe("Scritto a metà");
});
