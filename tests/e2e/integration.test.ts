import type { Page } from "playwright";
import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { routes } from "@/lib/routes";
import { expectSound } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { press, signInByLink } from "../support/journey";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";
import { isSound, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const expected = /favicon\.ico|404/;
const callId = demonstrationCalls.underReview.id;
const at = (path: string) => `${site.origin}${path}`;
const phone = { width: 375, height: 812 };
const file = { name: "Delega.pdf", mimeType: "application/pdf", buffer: samplePdf() };

/** An application of the demonstration that nobody has asked about, with the mailbox of its author. */
async function somebodySent(): Promise<{ id: string; email: string }> {
  const { rows } = await site.database.owner.query<{ id: string; email: string }>(
    `select a.id, p.email from application a join person p on p.id = a.person_id
     where a.call_id = $1 and a.state = 'submitted'
       and not exists (select from integration_request r where r.application_id = a.id)
     order by a.submitted_at desc, a.id limit 1`,
    [callId],
  );
  const [row] = rows;
  if (!row) throw new Error("nobody has sent anything");
  return row;
}

async function mailTo(email: string): Promise<string> {
  const { rows } = await site.database.owner.query<{ text: string }>(
    `select text from trial_mail where recipient = $1 and text like '%completa%'
     order by sent_at desc limit 1`,
    [email],
  );
  return rows[0]?.text ?? "";
}

const stateOf = async (id: string) => {
  const { rows } = await site.database.owner.query<{ states: string[] }>(
    `select array_agg(state order by requested_at) as states
     from integration_request where application_id = $1`,
    [id],
  );
  return rows[0]?.states;
};

async function finish(page: Page, looked: () => Promise<void>): Promise<void> {
  await press(page, "Controlla e invia");
  await page.getByRole("heading", { level: 1, name: "Controlla e invia" }).waitFor();
  await looked();
  await press(page, "Invia l’integrazione");
  await page.getByText("l’integrazione è stata inviata").waitFor();
}

test("staff ask for two points, the applicant mends them without scripts, staff see both versions", async () => {
  const { id, email } = await somebodySent();
  const staff = await staffPage("chiara-bandini");
  await staff.goto(at(routes.staffApplication(callId, id)));
  await staff.getByRole("link", { name: "Chiedi un’integrazione" }).click();
  await staff.getByRole("heading", { level: 1, name: "Chiedi un’integrazione" }).waitFor();
  await isSound(staff);
  await press(staff, "Invia la richiesta");
  await staff.locator(".ct-errsum").waitFor();
  await isSound(staff);
  for (const field of ["brings", "experienceFile"]) await staff.check(`#open-${field}`);
  await staff.fill("#missing-brings", "Non si capisce quante persone partecipano.");
  await staff.fill("#missing-experienceFile", "Manca il documento sulle esperienze.");
  await staff.fill("#reason", "Per valutare la domanda servono due precisazioni.");
  expect(await staff.locator("#term option").first().textContent()).toMatch(/^5 giorni: fino a /);
  await isSound(staff);
  await press(staff, "Invia la richiesta");
  await staff.waitForURL(/fatto=si/);
  await staff.getByText("in attesa", { exact: true }).waitFor();
  await isSound(staff);

  const page = await openPage(browser, { viewport: phone, javaScriptEnabled: false, expected });
  // It leaves after all letters and papers of the demonstration.
  await expect.poll(() => mailTo(email), { timeout: 120_000 }).toMatch(/\/integrazione/);
  expect(await mailTo(email)).not.toContain("quante persone");
  await signInByLink(page, site, email, routes.myApplications());
  await page.getByRole("link", { name: /^Completa/ }).click();
  await page.getByRole("heading", { level: 1, name: "Completa la candidatura" }).waitFor();
  await page.getByText("Non si capisce quante persone partecipano.").waitFor();
  // Nothing else can be changed on this page.
  expect(await page.locator("#candidatura [name=_shown]").count()).toBe(2);
  await page.fill("#brings", "Otto persone, tutte le settimane.");
  await page.locator("input[type=file]").setInputFiles(file);
  await press(page, "Carica il file");
  await page.getByRole("link", { name: "Delega.pdf" }).waitFor();
  expect(await page.locator("#brings").inputValue()).toBe("Otto persone, tutte le settimane.");
  await finish(page, async () => {
    await page.getByText("Otto persone, tutte le settimane.").waitFor();
  });
  expect(await stateOf(id)).toEqual(["answered"]);

  await staff.goto(at(routes.staffApplication(callId, id)));
  const change = staff.locator(".ct-ba article").first();
  await change.locator(".is-after").getByText("Otto persone, tutte le settimane.").waitFor();
  await staff.getByText("risposta arrivata", { exact: true }).waitFor();
  await isSound(staff);
}, 300_000);

test("on a phone with scripts the answer saves itself; more time is given, and the end is shown", async () => {
  const page = await openPage(browser, { viewport: phone, expected });
  const { rows } = await site.database.owner.query<{ id: string; email: string }>(
    `select a.id, p.email from integration_request r join application a on a.id = r.application_id
     join person p on p.id = a.person_id where r.state = 'open' and a.call_id = $1`,
    [callId],
  );
  const [asked] = rows;
  if (!asked) throw new Error("the demonstration asks nobody");
  await signInByLink(page, site, asked.email, routes.myApplications());
  await expectSound(page);
  await page.goto(at(routes.myApplication(asked.id)));
  await page.getByRole("heading", { name: "L’ufficio ti chiede di completare 2 punti" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "Completa", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Completa la candidatura" }).waitFor();
  await expectSound(page);
  await page.fill("#brings", "Una sala con dodici posti, e quattro persone.");
  await page
    .getByText(/^Salvato/)
    .first()
    .waitFor();
  await page.reload();
  expect(await page.locator("#brings").inputValue()).toBe(
    "Una sala con dodici posti, e quattro persone.",
  );

  const staff = await staffPage("chiara-bandini");
  await staff.goto(at(routes.staffApplication(callId, asked.id)));
  // What is not sent is no business of the office.
  expect(await staff.getByText("Una sala con dodici posti").count()).toBe(0);
  await staff.getByText("Dai più tempo").first().click();
  await staff.fill("#extend-reason", "La sede era chiusa per le feste del patrono.");
  await press(staff, "Dai più tempo");
  await staff.waitForURL(/fatto=si/);
  await staff.getByText(/Termine spostato a/).waitFor();

  await finish(page, () => expectSound(page));
  await expectSound(page);
  expect(await stateOf(asked.id)).toEqual(["answered"]);
  await page.goto(at(routes.applicationIntegration(asked.id)));
  await page.waitForURL(new RegExp(`${asked.id}$`));
}, 300_000);
