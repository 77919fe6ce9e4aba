import type { Page } from "playwright";
import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { describePerson, heading, send } from "../support/apply-steps";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { fillIn, press, signInByLink } from "../support/journey";
import { sharedSite } from "../support/server";
import { staffPages } from "../support/staff-pages";

const site = await sharedSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const expected = /favicon\.ico/;
const { id } = demonstrationCalls.closesToday;
const WIDTHS: readonly [number, ...number[]] = [1280, 375, 320];

/** From the list of the desk to the first page of the form. */
async function beginAtDesk(page: Page, familyName: string, way: RegExp, looked = false) {
  await page.goto(site.origin + routes.staffCall(id));
  await page.getByRole("link", { name: "Sportello" }).click();
  await heading(page, "Sportello");
  if (looked) await expectSoundAt(page, WIDTHS);
  await page.getByRole("link", { name: "Nuova candidatura" }).click();
  await heading(page, "Nuova candidatura allo sportello");
  await press(page, "Continua con il modulo");
  await page.getByText("Ci sono 5 informazioni mancanti o errate").waitFor();
  if (looked) await expectSoundAt(page, WIDTHS);
  await fillIn(page, { givenName: "Assunta", familyName });
  await page.getByRole("radio", { name: way }).check();
  await page.getByRole("radio", { name: /^Un documento/ }).check();
  await page.getByRole("radio", { name: /ad alta voce/ }).check();
  await fillIn(page, { documentKind: "Passaporto", documentNumber: "YA1234567" });
}

async function answer(page: Page, code: string, scripts: boolean) {
  const person = { firstName: "Assunta", lastName: "Bertelli", age: "18 anni o più", code };
  await describePerson(page, { ...person, scripts });
  await press(page, "Avanti");
  await heading(page, "Dati specifici");
  await fillIn(page, { activatorMotivation: "Vorrei dare una mano nel mio quartiere" });
  await page.getByRole("radio", { name: "A tutti", exact: true }).check();
  await page.getByRole("radio", { name: "Computer", exact: true }).check();
  await press(page, "Avanti");
  await heading(page, "Riepilogo");
}

test("the desk enters who telephones, prints the receipt at once, and who it is for takes it", async () => {
  const page = await staffPage("lucia-gori");
  await beginAtDesk(page, "Al Telefono", /al telefono/, true);
  expect(await page.locator("#arrivedOn").isVisible()).toBe(false);
  const email = "assunta@example.org";
  await fillIn(page, { email });
  await press(page, "Continua con il modulo");
  await heading(page, "Dati generali");
  await page.getByText("Candidatura inserita per telefono.").waitFor();
  await expectSoundAt(page, [1280, 375]);
  await answer(page, "VRDSNT55B41G843T", true);
  const number = await send(page, true);
  await expectSoundAt(page, [1280, 375]);
  const { pathname } = new URL(page.url());
  const href = await page.getByRole("link", { name: /Scarica la ricevuta/ }).getAttribute("href");
  const type = async () => (await page.request.get(site.origin + href)).headers()["content-type"];
  await expect.poll(type, { timeout: 60_000 }).toBe("application/pdf");
  await page.getByRole("link", { name: "Torna allo sportello" }).click();
  const row = page.getByRole("row", { name: /Assunta Bertelli/ }).filter({ hasText: "telefono" });
  await row.first().getByRole("link").first().click();
  await page.getByText("Nessuno la segue in rete").waitFor();
  await expectSoundAt(page, WIDTHS);

  const own = await openPage(browser, { viewport: { width: 375, height: 812 }, expected });
  const application = pathname.split("/")[2] ?? "";
  await signInByLink(own, site, email, routes.claimApplication(application));
  await heading(own, "Prendi la candidatura tra le tue");
  await expectSoundAt(own, WIDTHS);
  await press(own, "Prendila tra le mie");
  await own.getByRole("heading", { name: "Cosa è successo" }).waitFor();
  await own.getByText(number).first().waitFor();
  const data = own.getByRole("link", { name: "I dati inviati (JSON)" });
  const file = await own.request.get(site.origin + (await data.getAttribute("href")));
  expect(JSON.parse(await file.text())).toMatchObject({ channel: "telephone" });
  await own.getByRole("link", { name: "Come controllarla da soli" }).click();
  await heading(own, "Controllare una ricevuta da soli");
  await expectSoundAt(own, WIDTHS);
  await own.goto(site.origin + routes.ownData());
  await heading(own, "I miei dati");
  await expectSoundAt(own, WIDTHS);
  const [archive] = await Promise.all([
    own.waitForEvent("download"),
    press(own, "Scarica i miei dati (ZIP)"),
  ]);
  expect(archive.suggestedFilename()).toBe("i-miei-dati.zip");
});

test("from paper, without scripts: its true hour stands on every page, and it is taken back on request", async () => {
  const page = await staffPage("lucia-gori", { javaScriptEnabled: false });
  await beginAtDesk(page, "Di Carta", /modulo di carta/);
  const day = romeDate(new Date(Date.now() - 86_400_000));
  await fillIn(page, { arrivedOn: day, arrivedAt: "10:15", reference: "prot. 77" });
  await press(page, "Continua con il modulo");
  await heading(page, "Dati generali");
  await page.getByText(/È arrivata .*10:15:00.*conta questa ora/).waitFor();
  await answer(page, "BRTSNT48C52G843A", false);
  await page.getByText(/È arrivata .*10:15:00/).waitFor();
  await send(page, false);
  await page.getByText("10:15:00").first().waitFor();

  await page.getByRole("link", { name: "Torna allo sportello" }).click();
  await page
    .getByRole("row", { name: /su carta/ })
    .first()
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("link", { name: "Ritira la candidatura" }).click();
  await page.getByRole("radio", { name: /al telefono/ }).check();
  await page.getByRole("radio", { name: /^Una delega/ }).check();
  await fillIn(page, { delegation: "La figlia, delega del 20 novembre" });
  await page.getByRole("checkbox", { name: /mi ha chiesto/ }).check();
  await press(page, "Ritira");
  await page.getByText("Ritirata. La ricevuta è tra i documenti.").waitFor();
  await page.getByText("La figlia, delega del 20 novembre").waitFor();
});
