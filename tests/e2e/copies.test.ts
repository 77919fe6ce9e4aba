import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { fillSection, isSound, press, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);

test("the region copies a call to two zones without scripts, and sees where each stands", async () => {
  const page = await staffPage("paola-vieri", { javaScriptEnabled: false });
  await page.goto(site.origin + routes.staffNewCall());
  await page.fill("#title", "Laboratori di quartiere");
  await page.locator("input[name=start]").first().check();
  await press(page, "Crea");
  await page.waitForURL(/modifica/);
  await fillSection(page, "laboratori", { meetingOn: "2027-01-20", meetingTitle: "Primo" });
  const id = /avvisi\/([^/]+)/.exec(page.url())?.[1] ?? "";

  await page.goto(site.origin + routes.staffCall(id));
  await page.getByRole("link", { name: "Copia in più zone" }).click();
  await press(page, "Scrivi i dati di ogni zona");
  await page.getByRole("alert").waitFor();
  for (const zone of ["Lunigiana", "Elba"]) await page.getByLabel(zone, { exact: true }).check();
  await page.fill("[name=al]", "2027-01-15");
  await press(page, "Scrivi i dati di ogni zona");

  await page.fill("[name='rows.1.title']", "");
  await page.fill("[name='rows.0.meetings.0.where']", "Sala della Gran Guardia");
  await press(page, "Crea 2 bozze");
  await page.getByRole("link", { name: "Lunigiana, Titolo" }).waitFor();
  expect(await page.title()).toMatch(/^Errore: /);
  expect(await page.inputValue("[name='rows.0.meetings.0.where']")).toBe("Sala della Gran Guardia");
  await page.fill("[name='rows.1.title']", "Laboratori della Lunigiana");
  await press(page, "Crea 2 bozze");
  await page.waitForURL(/copie\/.*fatto=copie/);
  const elba = page.getByRole("row", { name: /^Elba/ });
  expect(await elba.textContent()).toMatch(
    /bozza.*15 gennaio 2027.*Gran Guardia.*Mancano \d+ dati/,
  );
  expect(await page.getByRole("button", { name: /^Pubblica/ }).count()).toBe(0);
});

test("its pages are sound; who works for a zone finds none of the region's sets", async () => {
  const page = await staffPage("paola-vieri");
  await page.goto(site.origin + routes.staffCallSets());
  await isSound(page);
  await page.getByRole("link", { name: "Laboratori di quartiere" }).last().click();
  await page.waitForURL(/copie\/./);
  await isSound(page);
  const set = page.url();
  const source = new URL(
    (await page
      .getByRole("link", { name: "Laboratori di quartiere" })
      .last()
      .getAttribute("href")) ?? "",
    site.origin,
  );
  await page.goto(`${source.href}/copia`);
  await isSound(page);
  await page.getByRole("link", { name: /^Scegli tutti/ }).click();
  await page.getByRole("button", { name: /^Crea 32 bozze/ }).waitFor();
  await isSound(page);

  const other = await staffPage("chiara-bandini");
  expect((await other.request.get(set)).status()).toBe(404);
});
