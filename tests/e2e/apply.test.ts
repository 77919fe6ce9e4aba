import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { bodyCode } from "../support/applications";
import {
  answerAsAssociation,
  attachExperience,
  begin,
  describeAssociation,
  describePerson,
  expectReceipt,
  heading,
  saveDraft,
  send,
} from "../support/apply-steps";
import { expectSound } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { fillIn, press, signInByLink } from "../support/journey";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();
const expected = /favicon\.ico/;
const association = { slug: "parita-di-accesso", track: /organizzazione/ };
const group = { slug: "parita-di-accesso", track: /gruppo informale/ };
const activator = { slug: "attivatori-di-comunita", track: /Solo io/ };

// Without scripts axe cannot run; the pages are the same.
const ways = [
  { width: 375, scripts: true },
  { width: 1280, scripts: true },
  { width: 375, scripts: false },
];

describe.each(ways)("at $width px, scripts: $scripts", ({ width, scripts }) => {
  const visit = () =>
    openPage(browser, { viewport: { width, height: 812 }, javaScriptEnabled: scripts, expected });
  const looked = (page: Page) => (scripts ? expectSound(page) : Promise.resolve());
  const nth = ways.findIndex((way) => way.width === width && way.scripts === scripts);

  test("an association applies: mistakes on the way, a pause, a file, the receipt", async () => {
    const page = await visit();
    const email = `associazione-${nth}@example.org`;
    await begin(page, site, { ...association, email });
    await looked(page);
    await press(page, "Avanti");
    await page.getByRole("heading", { name: /informazioni mancanti o errate/ }).waitFor();
    expect(await page.title()).toMatch(/^Errore: Dati generali/);
    await looked(page);
    await fillIn(page, { legalNature: "APS (associazione di promozione sociale)" });
    // What depends on an answer appears at once, or without scripts when the draft is saved.
    if (!scripts) await saveDraft(page);
    await describeAssociation(page, "L'Ora d'Aria APS", "9207841053");
    await press(page, "Avanti");
    await page.getByRole("link", { name: /Hai scritto 10 cifre: ne servono 11/ }).waitFor();
    expect(await page.locator("#organisationCode").inputValue()).toBe("9207841053");
    await page.getByRole("radio", { name: "Non so" }).check();
    await fillIn(page, { organisationCode: bodyCode(501 + nth) });
    await press(page, "Avanti");
    await heading(page, "Dati specifici");
    expect(await page.title()).toMatch(/^Dati specifici/);
    await looked(page);
    await answerAsAssociation(page);
    await attachExperience(page, scripts);
    expect(await page.locator("#meets").inputValue()).toBe("Famiglie arrivate da poco");
    await press(page, "Avanti");
    await heading(page, "Riepilogo");

    await page.goto(site.origin + routes.myApplications());
    await looked(page);
    await page.getByRole("link", { name: /^Riprendi la bozza/ }).click();
    await heading(page, "Riepilogo");
    await page.getByText("Dodici volontari e un pulmino").waitFor();
    await looked(page);
    await press(page, "Invia la candidatura");
    await page.getByText("serve questa dichiarazione").first().waitFor();
    await looked(page);
    const number = await send(page, scripts);
    await looked(page);
    await expectReceipt(page, site, email);

    await page.goto(site.origin + routes.myApplications());
    await page.getByText(`N. ${number}`).waitFor();
    const mine = page.getByRole("link", { name: /^Vedi ?:/ }).first();
    await mine.click();
    await page.getByRole("heading", { name: "Cosa è successo" }).waitFor();
    await looked(page);
  });

  test("a person of 17 applies with a guardian, and one of 15 is told why not", async () => {
    const page = await visit();
    const email = `diciassette-${nth}@example.org`;
    await begin(page, site, { ...activator, email });
    await page.getByRole("radio", { name: "Meno di 16 anni" }).check();
    await press(page, "Avanti");
    await page.locator(".ct-errsum").getByText("Per candidarti servono almeno 16 anni").waitFor();
    await looked(page);
    const code = ["RSSMRA85T10A562S", "BNCLCU08A01H501G", "VRDGPP09B02F205S"][nth] ?? "";
    const person = { firstName: "Niccolò", lastName: "D'Angelo", age: "16 o 17 anni", code };
    await describePerson(page, { ...person, scripts });
    if (width >= 992) await page.getByRole("link", { name: "Chi è responsabile di te" }).waitFor();
    await fillIn(page, { guardianName: "Maria D'Angelo", guardianPhone: "333 0000000" });
    await page.getByRole("checkbox", { name: /responsabilità genitoriale/ }).check();
    await looked(page);
    await press(page, "Avanti");
    await heading(page, "Dati specifici");
    await fillIn(page, { activatorMotivation: "Vorrei dare una mano nel mio quartiere" });
    await page.getByRole("radio", { name: "A tutti", exact: true }).check();
    await page.getByRole("radio", { name: "Computer", exact: true }).check();
    await looked(page);
    await press(page, "Avanti");
    await heading(page, "Riepilogo");
    await looked(page);
    await send(page, scripts);
    await page.getByText("Niccolò D'Angelo").first().waitFor();
    await looked(page);
    await expectReceipt(page, site, email);
  });
});

const phone = { viewport: { width: 375, height: 812 } };

test("what is typed while the network is away is saved when it comes back", async () => {
  const page = await openPage(browser, {
    ...phone,
    expected: /favicon\.ico|ERR_INTERNET|Failed to fetch/,
  });
  // A device a day ahead: its queue and its words of saving go by the server.
  await page.clock.setFixedTime(new Date(Date.now() + 86_400_000));
  await begin(page, site, { ...group, email: "gruppo@example.org" });
  await page.context().setOffline(true);
  await page.fill("#groupName", "Le mamme di via dell'Ulivo");
  await page.getByText(/Connessione assente\. Riproviamo/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/Salvato alle/).waitFor();
  await page.reload();
  expect(await page.locator("#groupName").inputValue()).toBe("Le mamme di via dell'Ulivo");
});

test("sent while a save is under way, with more typed since: no conflict with oneself", async () => {
  const page = await openPage(browser, { ...phone, expected });
  await begin(page, site, { ...group, email: "lenta@example.org" });
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  // The answer to the first save comes late, as over a slow network; it is stored meanwhile.
  let stored = () => {};
  const saved = new Promise<void>((done) => {
    stored = done;
  });
  await page.route(
    "**/salva",
    async (route) => {
      const answer = await route.fetch();
      stored();
      await held;
      await route.fulfill({ response: answer });
    },
    { times: 1 },
  );
  await page.fill("#groupName", "Gruppo");
  await saved;
  await page.fill("#groupName", "Gruppo cammino");
  await press(page, "Avanti");
  release();
  await page.waitForURL(/errori=1/);
  expect(await page.locator("#groupName").inputValue()).toBe("Gruppo cammino");
  expect(await page.getByText("cambiata in un’altra finestra").count()).toBe(0);
});

test("when the session ends while writing, the text waits for the next sign-in", async () => {
  const page = await openPage(browser, { ...phone, expected: /favicon\.ico|401/ });
  const email = "sessione@example.org";
  await begin(page, site, { ...group, email });
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
