import { expect, test } from "vitest";
import { demonstrationPeople } from "@/db/seed/accounts";
import { demonstrationCalls } from "@/db/seed/calls";
import { routes } from "@/lib/routes";
import { openPage, testBrowser } from "../support/browser";
import { signInByLink } from "../support/journey";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";
import { isSound, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const { id, slug } = demonstrationCalls.open;

test("a question without scripts, its answer by staff, on the page for everybody", async () => {
  const amina = demonstrationPeople.find(({ key }) => key === "amina-diallo");
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(site.origin + routes.call(slug));
  expect(await page.locator("#chiarimenti summary").count()).toBe(2);
  expect(await page.locator("#chiarimenti").textContent()).toContain("1 domanda in attesa");
  await signInByLink(page, site, amina?.email ?? "", routes.askAboutCall(slug));
  await page.locator("main form button[type=submit]").click();
  await page.waitForSelector(".ct-errsum");
  await page.fill("#question", "Sono Amina: il primo incontro è accessibile in carrozzina?");
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/fatto=si$/);
  expect(await page.locator("main").textContent()).toContain("Abbiamo ricevuto la tua domanda");

  const office = await staffPage("marco-tognetti");
  await office.goto(site.origin + routes.staffCall(id));
  await office.getByRole("link", { name: "Chiarimenti: 2 domande in attesa" }).click();
  await office.getByRole("link", { name: /Sono Amina/ }).click();
  await office.waitForURL(/domanda=/);
  await isSound(office);
  expect(await office.locator("main").textContent()).not.toContain("Diallo");
  await office.fill("#question", "Il primo incontro è accessibile in carrozzina?");
  await office.fill("#answer", "Sì: l’ingresso è in piano e c’è un bagno accessibile.");
  await office.getByRole("button", { name: "Rispondi" }).click();
  await office.waitForURL(/fatto=si$/);

  const reader = await openPage(browser);
  await reader.goto(site.origin + routes.call(slug));
  await reader.getByText("Il primo incontro è accessibile in carrozzina?").click();
  expect(await reader.locator("#chiarimenti").textContent()).toContain("bagno accessibile");
  await isSound(reader);
  expect(await reader.content()).not.toContain("Amina");
  const told = async () => {
    const { rows } = await site.database.owner.query<{ text: string }>(
      "select text from trial_mail where recipient = $1 and text like '%bagno accessibile%'",
      [amina?.email],
    );
    return rows.length;
  };
  await expect.poll(told, { timeout: 120_000 }).toBe(1);
});

test("messages: what is refused stays, a file goes along, the office answers, and it is new for the applicant", async () => {
  const lucia = demonstrationPeople.find(({ key }) => key === "lucia-bianchi");
  const page = await openPage(browser, { viewport: { width: 375, height: 800 } });
  await signInByLink(page, site, lucia?.email ?? "", routes.myApplications());
  await page.getByRole("link", { name: /^1 messaggio da leggere/ }).click();
  await page.waitForURL(/#messaggi$/);
  const thread = page.locator("#messaggi");
  expect(await thread.locator(".ct-msgs > li").count()).toBe(3);
  expect(await thread.getByText("Nuovo", { exact: true }).count()).toBe(1);
  await isSound(page);
  const send = page.getByRole("button", { name: "Invia il messaggio" });
  await send.click();
  await page.waitForURL(/rifiuto=message_empty/);
  expect(await page.title()).toMatch(/^Errore:/);
  await isSound(page);
  const text = "Veniamo in tre. Alleghiamo l’altra delega <b>firmata</b>.";
  await page.fill("#text", text);
  const buffer = samplePdf({ text: "Seconda delega" });
  await page.setInputFiles("#file", { name: "delega.exe", mimeType: "application/pdf", buffer });
  await send.click();
  await page.waitForURL(/rifiuto=file_type_not_allowed/);
  expect(await page.inputValue("#text")).toBe(text);
  await page.setInputFiles("#file", { name: "seconda.pdf", mimeType: "application/pdf", buffer });
  await send.click();
  await page.waitForURL(/fatto=messaggio#messaggi$/);
  expect(await thread.locator(".ct-msgs > li").last().innerText()).toContain(text);
  expect(await page.inputValue("#text")).toBe("");

  const office = await staffPage("chiara-bandini");
  await office.goto(site.origin + routes.staffMessages());
  await isSound(office);
  await office.getByRole("link", { name: "Rete Passaparola Toscana APS" }).click();
  await office.waitForURL(/#messaggi$/);
  await office.getByRole("link", { name: "seconda.pdf" }).waitFor();
  await isSound(office);
  await office.fill("#text", "Ricevuta, a venerdì.");
  await office.getByRole("button", { name: "Invia il messaggio" }).click();
  await office.waitForURL(/fatto=messaggio/);
  await office.goto(site.origin + routes.staffMessages());
  expect(await office.locator("main").innerText()).not.toContain("Passaparola");
  await office.getByRole("link", { name: "Shtëpia e Përbashkët ODV" }).click();
  await office.getByRole("button", { name: "Non serve risposta" }).click();
  await office.waitForURL(/fatto=evaso/);
  await office.goto(site.origin + routes.staffMessages());
  await office.getByText("Nessuno aspetta una risposta").waitFor();
  await office.getByRole("button", { name: "Non scrivetemi" }).click();
  await office.waitForURL(/fatto=posta/);
  await office.getByRole("button", { name: "Scrivetemi", exact: true }).waitFor();
  await isSound(office);

  await page.goto(site.origin + routes.myApplications());
  await page.getByRole("link", { name: /^1 messaggio da leggere/ }).click();
  await thread.getByText("Ricevuta, a venerdì.").waitFor();
});
