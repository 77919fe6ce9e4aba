import type { Page } from "playwright";
import { expect } from "vitest";
import { routes } from "@/lib/routes";
import { fillIn, press, signInByLink } from "./journey";
import { samplePdf } from "./sample-files";
import type { OpenSite } from "./server";

/** Waits for the page with this title. */
export const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** From the page of a call to the first page of its form. */
export async function begin(
  page: Page,
  site: OpenSite,
  given: { slug: string; track: RegExp; email: string },
): Promise<void> {
  await signInByLink(page, site, given.email, routes.newApplication(given.slug));
  await page.getByRole("radio", { name: given.track }).check();
  await press(page, "Inizia la candidatura");
  await heading(page, "Informativa");
  await page.getByRole("checkbox").check();
  await press(page, "Avanti");
  await heading(page, "Dati generali");
}

/** Saves the draft, so that a page without scripts shows what depends on the answers so far. */
export const saveDraft = (page: Page) => page.getByRole("button", { name: /^Salva/ }).click();

/** The general answers of an association, but for those that depend on its nature. */
export async function describeAssociation(page: Page, name: string, code: string): Promise<void> {
  await fillIn(page, {
    organisationName: name,
    organisationCode: code,
    seatStreet: "via dei Mille 24",
    seatMunicipality: "Grosseto",
    contactName: "Lucia D'Amico",
    contactRole: "Vicepresidente",
    contactPhone: "0564 000000",
  });
}

/** The specific answers of an association in the form for organisations and persons. */
export async function answerAsAssociation(page: Page): Promise<void> {
  await fillIn(page, {
    meets: "Famiglie arrivate da poco",
    missing: "Molte persone non sanno a chi rivolgersi",
    brings: "Dodici volontari e un pulmino",
    "delegates.0.firstName": "Lucia",
    "delegates.0.lastName": "D'Amico",
  });
}

/** The general answers of a person; `age` and residence first, because others depend on them. */
export async function describePerson(
  page: Page,
  given: { firstName: string; lastName: string; age: string; code: string; scripts?: boolean },
): Promise<void> {
  await page.getByRole("radio", { name: given.age }).check();
  await page.getByRole("radio", { name: "Sì, ho la residenza" }).check();
  await page.getByRole("radio", { name: "Sì", exact: true }).check();
  if (given.scripts === false) await saveDraft(page);
  const { firstName, lastName, code } = given;
  await fillIn(page, { firstName, lastName, homeMunicipality: "Pontedera", personCode: code });
}

export async function attachExperience(page: Page, scripts: boolean): Promise<void> {
  const file = { name: "Esperienza.pdf", mimeType: "application/pdf", buffer: samplePdf() };
  await page.locator("input[type=file]").setInputFiles(file);
  if (!scripts) await press(page, "Carica il file");
  await page.getByRole("link", { name: "Esperienza.pdf" }).waitFor();
}

/** Ticks all declarations and sends; returns the number in the register. */
export async function send(page: Page, scripts: boolean): Promise<string> {
  for (const box of await page.locator("#invio input[type=checkbox]").all()) await box.check();
  await press(page, "Invia la candidatura");
  if (scripts) await press(page, "Conferma e invia");
  await heading(page, "Candidatura inviata");
  const number = page.getByText(/^\d{7}\/\d{4}$/).first();
  return (await number.textContent()) ?? "";
}

/** The receipt is a PDF for its holder, and the code on the page is found by anybody. */
export async function expectReceipt(page: Page, site: OpenSite, email: string): Promise<void> {
  const href = await page.getByRole("link", { name: /Scarica la ricevuta/ }).getAttribute("href");
  const answer = async () => (await page.request.get(site.origin + href)).headers()["content-type"];
  await expect.poll(answer, { timeout: 60_000 }).toBe("application/pdf");
  const mails = async () => {
    const { rows } = await site.database.owner.query<{ subject: string }>(
      "select subject from trial_mail where recipient = $1 order by sent_at desc limit 1",
      [email],
    );
    return rows[0]?.subject;
  };
  await expect.poll(mails, { timeout: 20_000 }).toMatch(/candidatura/i);
  await page.getByRole("link", { name: "Verifica la ricevuta" }).click();
  await page.getByRole("heading", { name: "Il documento è valido" }).waitFor();
  await page.goBack();
  await heading(page, "Candidatura inviata");
}
