import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { openPage, testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { isSound, press, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);

test("the region splits a zone without scripts; its old address names those that came after", async () => {
  const page = await staffPage("paola-vieri", { javaScriptEnabled: false });
  await page.goto(site.origin + routes.staffReorganise());
  await page.getByLabel("Lunigiana", { exact: true }).check();
  await page.selectOption("#nuove", "2");
  await press(page, "Scrivi le zone nuove");
  await page.fill("#name", "Bassa Lunigiana");
  await page.fill("#name-1", "Alta Lunigiana");
  await page.locator("main select[name^='town.']").first().selectOption("1");
  await press(page, /^Riorganizza/);
  await page.waitForSelector(".ct-errsum");
  expect(await page.inputValue("#name-1")).toBe("Alta Lunigiana");
  await page.fill("#reason", "L.R. di prova");
  await press(page, /^Riorganizza/);
  await page.waitForURL(/territorio\?fatto=si/);
  await page.getByRole("row", { name: /^Alta Lunigiana/ }).waitFor();

  await page.goto(site.origin + routes.zone("lunigiana"));
  expect(await page.locator("h1").textContent()).toBe("Lunigiana");
  await page.locator("main").getByRole("link", { name: "Alta Lunigiana" }).click();
  await page.getByRole("heading", { name: "La zona prima" }).waitFor();

  await page.goto(`${site.origin}${routes.staffReorganise()}?nuove=1`);
  await page.getByText("Nessun comune è senza zona").waitFor();
});

test("the pages of the territory are sound; a body gets its first administrator", async () => {
  const page = await staffPage("paola-vieri");
  for (const path of [routes.staffTerritory(), routes.staffReorganise(), routes.staffBodies()]) {
    await page.goto(site.origin + path);
    await isSound(page);
  }
  await page.getByRole("link", { name: "Centro di Salute Globale" }).click();
  await page.getByRole("heading", { name: "Chi amministra" }).waitFor();
  await isSound(page);
  await page.getByRole("link", { name: "Invita una persona" }).click();
  await page.waitForURL(/invita=si/);
  await isSound(page);
  await page.fill("#givenName", "Nora");
  await page.fill("#familyName", "Bassi");
  await page.fill("#email", "nora.bassi@example.org");
  await page.getByLabel(/^Amministra/).check();
  await press(page, /invito/);
  await page.waitForURL(/fatto=si/);
  await page.getByText("Una persona, una amministra.").waitFor();

  const other = await staffPage("chiara-bandini");
  for (const path of [routes.staffTerritory(), routes.staffBodies(), routes.staffFeedback()]) {
    expect((await other.request.get(site.origin + path)).status()).toBe(404);
  }
});

test("a reader says without scripts what was hard, and the region reads it", async () => {
  const reader = await openPage(browser, { javaScriptEnabled: false });
  await reader.goto(site.origin + routes.howItWorks());
  const hard = reader.getByText("Dove hai incontrato le maggiori difficoltà?");
  const liked = reader.getByText("Quali sono stati gli aspetti che hai preferito?");
  expect(await hard.isVisible()).toBe(false);
  await reader.getByLabel("5 stelle su 5").check();
  expect([await hard.isVisible(), await liked.isVisible()]).toEqual([false, true]);
  await reader.keyboard.press("ArrowLeft");
  await reader.keyboard.press("ArrowLeft");
  expect([await hard.isVisible(), await liked.isVisible()]).toEqual([true, false]);
  await reader.getByLabel("A volte le indicazioni non erano chiare").check();
  await reader.fill("#feedback-text", "Manca un esempio");
  await press(reader, "Invia il parere");
  await reader.getByRole("heading", { name: /^Grazie/ }).waitFor();
  await reader.getByRole("link", { name: "Torna alla pagina" }).click();
  await reader.waitForURL(site.origin + routes.howItWorks());

  const page = await staffPage("paola-vieri");
  await page.goto(site.origin + routes.howItWorks());
  await page.getByLabel("2 stelle su 5").check();
  await isSound(page);
  await page.goto(site.origin + routes.staffFeedback());
  await page
    .getByRole("row", { name: /come-funziona/ })
    .getByRole("link", { name: "1 testo" })
    .click();
  await page.getByRole("cell", { name: "Manca un esempio" }).waitFor();
  await isSound(page);
});
