import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { bodyCode } from "../support/applications";
import { openPage, testBrowser } from "../support/browser";
import { expectAccessible, fillIn, press, signInByLink } from "../support/journey";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";

const site = await testSite();
const browser = await testBrowser();
const expected = /favicon\.ico/;
const phone = { viewport: { width: 375, height: 812 } };

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

async function begin(page: Page, slug: string, track: RegExp, email: string): Promise<void> {
  await signInByLink(page, site, email, routes.newApplication(slug));
  await page.getByRole("radio", { name: track }).check();
  await press(page, "Inizia la candidatura");
  await heading(page, "Informativa");
  await page.getByRole("checkbox").check();
  await press(page, "Avanti");
  await heading(page, "Dati generali");
}

async function attachExperience(page: Page, scripts: boolean): Promise<void> {
  const file = { name: "Esperienza.pdf", mimeType: "application/pdf", buffer: samplePdf() };
  await page.locator("input[type=file]").setInputFiles(file);
  if (!scripts) await press(page, "Carica il file");
  await page.getByRole("link", { name: "Esperienza.pdf" }).waitFor();
}

async function send(page: Page, scripts: boolean): Promise<void> {
  for (const box of await page.locator("#invio input[type=checkbox]").all()) await box.check();
  await press(page, "Invia la candidatura");
  if (scripts) await press(page, "Conferma e invia");
  await heading(page, "Candidatura inviata");
}

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("an association applies from a phone, %s", (_, scripts) => {
  test("with mistakes on the way, a file, and the number at the end", async () => {
    const page = await openPage(browser, { ...phone, javaScriptEnabled: scripts, expected });
    const looked = () => (scripts ? expectAccessible(page) : Promise.resolve());
    await begin(page, "parita-di-accesso", /organizzazione/, `associazione-${scripts}@example.org`);
    await looked();
    await press(page, "Avanti");
    await page.getByRole("heading", { name: /informazioni mancanti o errate/ }).waitFor();
    expect(await page.title()).toMatch(/^Errore: Dati generali/);
    await looked();
    await fillIn(page, { legalNature: "APS (associazione di promozione sociale)" });
    // What depends on an answer appears at once, or without scripts when the draft is saved.
    if (!scripts) await page.getByRole("button", { name: /^Salva/ }).click();
    await fillIn(page, {
      organisationName: "L'Ora d'Aria APS",
      organisationCode: "9207841053",
      seatStreet: "via dei Mille 24",
      seatMunicipality: "Grosseto",
      contactName: "Lucia D'Amico",
      contactRole: "Vicepresidente",
      contactPhone: "0564 000000",
    });
    await press(page, "Avanti");
    await page.getByRole("link", { name: /Hai scritto 10 cifre: ne servono 11/ }).waitFor();
    expect(await page.locator("#organisationCode").inputValue()).toBe("9207841053");
    await page.getByRole("radio", { name: "Non so" }).check();
    await fillIn(page, { organisationCode: bodyCode(scripts ? 501 : 502) });
    await press(page, "Avanti");
    await heading(page, "Dati specifici");
    await expect.poll(() => page.title()).toMatch(/^Dati specifici/);
    await looked();
    await fillIn(page, {
      meets: "Famiglie arrivate da poco",
      missing: "Molte persone non sanno a chi rivolgersi",
      brings: "Dodici volontari e un pulmino",
      "delegates.0.firstName": "Lucia",
      "delegates.0.lastName": "D'Amico",
    });
    await attachExperience(page, scripts);
    expect(await page.locator("#meets").inputValue()).toBe("Famiglie arrivate da poco");
    await looked();
    await press(page, "Avanti");
    await heading(page, "Riepilogo");
    await looked();
    await press(page, "Invia la candidatura");
    await page.getByText("serve questa dichiarazione").first().waitFor();
    await looked();
    await send(page, scripts);
    await looked();
    const number = await page
      .getByText(/^\d{7}\/\d{4}$/)
      .first()
      .textContent();
    await page.goto(site.origin + routes.myApplications());
    await page.getByText(`N. ${number}`).waitFor();
    await looked();
    await page
      .getByRole("link", { name: /^Vedi ?:/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Cosa è successo" }).waitFor();
    await looked();
  });
});

test("a person of 17 applies with a guardian, and one of 15 is told why not", async () => {
  const page = await openPage(browser, { ...phone, expected });
  await begin(page, "attivatori-di-comunita", /Solo io/, "diciassette@example.org");
  await page.getByRole("radio", { name: "Meno di 16 anni" }).check();
  await press(page, "Avanti");
  await page.getByText("Con questa risposta non puoi candidarti").first().waitFor();
  await page.getByRole("radio", { name: "16 o 17 anni" }).check();
  await page.getByRole("radio", { name: "Sì, ho la residenza" }).check();
  await page.getByRole("radio", { name: "Sì", exact: true }).check();
  await fillIn(page, {
    firstName: "Niccolò",
    lastName: "D'Angelo",
    homeMunicipality: "Pontedera",
    personCode: "RSSMRA85T10A562S",
    guardianName: "Maria D'Angelo",
    guardianPhone: "333 0000000",
  });
  await page.getByRole("checkbox", { name: /responsabilità genitoriale/ }).check();
  await press(page, "Avanti");
  await heading(page, "Dati specifici");
  await fillIn(page, { activatorMotivation: "Vorrei dare una mano nel mio quartiere" });
  await page.getByRole("radio", { name: "A tutti", exact: true }).check();
  await page.getByRole("radio", { name: "Computer", exact: true }).check();
  await expectAccessible(page);
  await press(page, "Avanti");
  await heading(page, "Riepilogo");
  await send(page, true);
  await page.getByText("Niccolò D'Angelo").first().waitFor();
});

test("what is typed while the network is away is saved when it comes back", async () => {
  const page = await openPage(browser, {
    ...phone,
    expected: /favicon\.ico|ERR_INTERNET|Failed to fetch/,
  });
  await begin(page, "parita-di-accesso", /gruppo informale/, "gruppo@example.org");
  await page.context().setOffline(true);
  await page.fill("#groupName", "Le mamme di via dell'Ulivo");
  await page.getByText(/Connessione assente\. Riproviamo/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/Salvato alle/).waitFor();
  await page.reload();
  expect(await page.locator("#groupName").inputValue()).toBe("Le mamme di via dell'Ulivo");
});

test("when the session ends while writing, the text waits for the next sign-in", async () => {
  const page = await openPage(browser, { ...phone, expected });
  const email = "sessione@example.org";
  await begin(page, "parita-di-accesso", /gruppo informale/, email);
  const { pathname } = new URL(page.url());
  await site.database.owner.query(
    "delete from session where person_id = (select id from person where email = $1)",
    [email],
  );
  await page.fill("#groupName", "Gruppo cammino");
  await page.getByRole("link", { name: "Accedi di nuovo" }).waitFor();
  await signInByLink(page, site, email, pathname);
  await expect.poll(() => page.locator("#groupName").inputValue()).toBe("Gruppo cammino");
  await page.getByText(/Salvato alle/).waitFor();
});
