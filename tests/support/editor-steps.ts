import type { Browser, Page } from "playwright";
import { personId } from "@/db/seed/people";
import { routes } from "@/lib/routes";
import type { OpenSite } from "./server";
import { press, staffPages } from "./staff-pages";

/** Pages of two officers of one body: the demonstration has one, a reviewer becomes the other. */
export async function twoOfficers(browser: Browser, site: OpenSite) {
  await site.database.owner.query(
    `insert into staff_member (body_id, person_id, role)
     select distinct body_id, person_id, 'officer' from staff_member where person_id = $1`,
    [personId("paolo-landi")],
  );
  return staffPages(browser, site.origin, /favicon\.ico|ERR_INTERNET_DISCONNECTED|422|409/);
}

/** A new draft from the template of a participatory path; its id. */
export async function newDraft(page: Page, origin: string, title: string): Promise<string> {
  await page.goto(`${origin}${routes.staffNewCall()}`);
  await page.fill("#title", title);
  await page.locator("input[value='participatoryPath/participatoryPath']").check();
  await press(page, "Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  return new URL(page.url()).pathname.split("/").at(-2) ?? "";
}

/** Writes a field and waits until the page itself has saved it. */
export async function typeAndSee(page: Page, field: string, text: string): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.locator(`[id="${field}"]`).fill(text);
  await saved;
  await page.locator(".ct-save:not(.is-warn)", { hasText: /Salvato alle/ }).waitFor();
}

/** Brings the tab back into sight: it asks at once who else is there. */
export async function lookAgain(page: Page): Promise<void> {
  const asked = page.waitForResponse((answer) => answer.url().includes("/presenza"));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await asked;
}

/** Sends a file to the form builder and comes back with its answer. */
export async function importForm(page: Page, file: unknown): Promise<void> {
  const text = typeof file === "string" ? file : JSON.stringify(file);
  await page.setInputFiles("#form-file", {
    ...{ name: "modulo.json", mimeType: "application/json", buffer: Buffer.from(text) },
  });
  await press(page, /^Importa$/);
  await page.waitForURL(/problema=|importato=/);
}
