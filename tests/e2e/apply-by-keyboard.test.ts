import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { bodyCode } from "../support/applications";
import { heading } from "../support/apply-steps";
import { openPage, testBrowser } from "../support/browser";
import { signInByLink } from "../support/journey";
import { choose, pressByKeyboard, tabTo, tick, type } from "../support/keyboard";
import { samplePdf } from "../support/sample-files";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();
const phone = { viewport: { width: 375, height: 812 }, expected: /favicon\.ico/ };

test("an association applies with the keyboard alone, a file, a mistake and a clock wrong by a day included", async () => {
  const page = await openPage(browser, phone);
  // For this device every deadline of today is tomorrow, and what it saves was saved yesterday.
  await page.clock.setFixedTime(new Date(Date.now() - 86_400_000));
  const start = routes.newApplication("parita-di-accesso");
  await signInByLink(page, site, "tastiera@example.org", start);
  await choose(page, page.getByRole("radio", { name: /organizzazione/ }));
  await pressByKeyboard(page, "Inizia la candidatura");
  await heading(page, "Informativa");
  await tick(page, page.getByRole("checkbox"));
  await pressByKeyboard(page, "Avanti");
  await heading(page, "Dati generali");

  await type(page, "legalNature", "APS");
  await type(page, "organisationName", "L'Ora d'Aria APS");
  await type(page, "organisationCode", "9207841053");
  await choose(page, page.getByRole("radio", { name: "Non so" }));
  await type(page, "seatStreet", "via dei Mille 24");
  await type(page, "seatMunicipality", "Grosseto");
  await type(page, "contactName", "Lucia D'Amico");
  await type(page, "contactRole", "Vicepresidente");
  await type(page, "contactPhone", "0564 000000");
  await pressByKeyboard(page, "Avanti");
  // The list of mistakes takes the focus, and its line leads to the field.
  await tabTo(page, page.getByRole("link", { name: /Hai scritto 10 cifre/ }));
  await page.keyboard.press("Enter");
  const code = page.locator("#organisationCode");
  await expect.poll(() => code.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(bodyCode(540));
  await pressByKeyboard(page, "Avanti");

  await heading(page, "Dati specifici");
  await type(page, "meets", "Famiglie arrivate da poco");
  await type(page, "missing", "Molte persone non sanno a chi rivolgersi");
  await type(page, "brings", "Dodici volontari e un pulmino");
  await type(page, "delegates.0.firstName", "Lucia");
  await type(page, "delegates.0.lastName", "D'Amico");
  // The browser is told of the listener on another way than of the key, which may overtake it:
  // what is asked of the page in between settles their order.
  const choosing = page.waitForEvent("filechooser");
  await tabTo(page, page.locator("input[type=file]"));
  await page.keyboard.press("Space");
  const chooser = await choosing;
  await chooser.setFiles({
    ...{ name: "Esperienza.pdf", mimeType: "application/pdf", buffer: samplePdf() },
  });
  await page.getByRole("link", { name: "Esperienza.pdf" }).waitFor();
  await pressByKeyboard(page, "Avanti");

  await heading(page, "Riepilogo");
  for (const box of await page.locator("#invio input[type=checkbox]").all()) await tick(page, box);
  await pressByKeyboard(page, "Invia la candidatura");
  await pressByKeyboard(page, "Conferma e invia");
  await heading(page, "Candidatura inviata");
  await tabTo(page, page.getByRole("link", { name: "Verifica la ricevuta" }));
});
