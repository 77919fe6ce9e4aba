import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { addressIn } from "@/lib/i18n/addresses";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { routes } from "@/lib/routes";
import { expectSound } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { signInByLink } from "../support/journey";
import { admit } from "../support/review";
import { admitOpen, publishOutcome, refuseOpen } from "../support/review-steps";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";
import {
  fillEditor,
  fillSection,
  isSound,
  officerContext,
  press,
  staffPages,
} from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const expected = /favicon\.ico|404/;
const { underReview, outcomePublished } = demonstrationCalls;
const today = romeDate(new Date());
const at = (path: string) => `${site.origin}${path}`;

test("a call: refused without a responsible officer, published with an override, then public", async () => {
  const page = await staffPage("chiara-bandini");
  await isSound(page);
  await page.goto(at(routes.staffNewCall()));
  await press(page, "Crea la bozza");
  await page.locator(".ct-errsum").waitFor();
  await isSound(page);
  await page.fill("#title", "Punti di ascolto di quartiere");
  await page.locator("input[value='codesign55/']").check();
  await press(page, "Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  const publish = page.getByRole("button", { name: "Pubblica l’avviso" });
  expect(await publish.getAttribute("aria-disabled")).toBe("true");
  await isSound(page);

  await fillEditor(page, {
    opensOn: addDays(today, -1),
    closesOn: addDays(today, 10),
    actDate: addDays(today, -3),
  });
  await page.getByText("Manca il responsabile del procedimento").waitFor();
  expect(await publish.getAttribute("aria-disabled")).toBe("true");
  await fillSection(page, "procedimento", { responsibleOfficer: "Sergio Lari" });
  await page.goto(`${page.url().split("?")[0]}?sezione=partecipazione`);
  await page.getByRole("link", { name: "Aggiungi o togli documenti" }).click();
  await press(page, "Aggiungi");
  await page.getByText("Scrivi il titolo del documento").first().waitFor();
  await isSound(page);
  await page.fill("#title", "Avviso completo");
  await page.setInputFiles("#document", {
    ...{ name: "avviso.pdf", mimeType: "application/pdf", buffer: samplePdf() },
  });
  await press(page, "Aggiungi");
  await page.getByText("Il documento è nella bozza.").waitFor();
  await isSound(page);
  await page.getByRole("link", { name: "Torna all’avviso" }).click();

  await page.getByText(/Resta aperto (9|10) giorni: il minimo è 20/).waitFor();
  await publish.click();
  await page.getByText("scrivi perché va bene così").first().waitFor();
  await page.fill("#overrideReason", "La Regione ha fissato il termine con delibera.");
  await isSound(page);
  await publish.click();
  await page.waitForURL(/fatto=pubblicato/);
  await isSound(page);
  await page.getByRole("link", { name: "Pagina pubblica" }).click();
  await page.getByRole("heading", { level: 1, name: "Punti di ascolto di quartiere" }).waitFor();
  const document = page.getByRole("link", { name: /^Avviso completo \(PDF, \d+ KB\)$/ });
  const file = await page.request.get(at((await document.getAttribute("href")) ?? ""));
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
}, 300_000);

test("what an author typed stays after a refusal, rows of meetings and desk hours too", async () => {
  const page = await staffPage("chiara-bandini");
  await page.goto(at(routes.staffNewCall()));
  await page.fill("#title", "Un avviso che resta in bozza");
  await page.locator("input[value='participatoryPath/participatoryPath']").check();
  await press(page, "Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  await page.goto(`${page.url()}?sezione=laboratori`);
  await page.fill("#meetingTitle-1", "Secondo incontro");
  await page.goto(`${page.url().split("?")[0]}?sezione=contatti`);
  await page.fill("#deskFrom-2", "09:00");
  await press(page, "Salva");
  await page.locator(".ct-errsum").waitFor();
  expect(await page.inputValue("#deskFrom-2")).toBe("09:00");
  await isSound(page);
  await page.fill("#deskTo-2", "13:00");
  await press(page, "Salva");
  await page.waitForURL(/salvato=si/);
  expect(await page.inputValue("#deskTo-2")).toBe("13:00");
  for (const section of ["laboratori", "partecipazione", "modulo", "procedimento", "privacy"]) {
    await page.goto(`${page.url().split("?")[0]}?sezione=${section}`);
    await isSound(page);
  }
  await page.goto(page.url().replace(/modifica.*/, "anteprima"));
  await isSound(page);
}, 300_000);

test("without scripts a call is created, filled and published", async () => {
  const page = await staffPage("chiara-bandini", { javaScriptEnabled: false });
  await page.goto(at(routes.staffNewCall()));
  await page.fill("#title", "Sportelli senza barriere");
  await page.locator("input[value='participatoryPath/participatoryPath']").check();
  await press(page, "Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  await fillEditor(page, {
    opensOn: addDays(today, -1),
    closesOn: addDays(today, 40),
    actDate: addDays(today, -3),
  });
  await fillSection(page, "procedimento", { responsibleOfficer: "Sergio Lari" });
  await press(page, "Pubblica l’avviso");
  await page.waitForURL(/fatto=pubblicato/);
}, 300_000);

test("a review: checks, both decisions with reasons, the outcome, its letters", async () => {
  const page = await staffPage("chiara-bandini");
  await page.goto(`${at(routes.staffApplications(underReview.id))}?stato=da-controllare`);
  await isSound(page);
  const queue = page.url();
  await page.locator("tbody th a").nth(2).click();
  await page.waitForURL(/candidature\/[0-9a-f-]{36}$/);
  await isSound(page);
  await admitOpen(page);
  await isSound(page);

  await page.goto(queue);
  await page.locator("tbody th a").nth(2).click();
  await page.waitForURL(/candidature\/[0-9a-f-]{36}$/);
  await refuseOpen(page, () => isSound(page));

  const ctx = await officerContext(site, underReview.id);
  const left = await reviewQueue(
    ctx,
    underReview.id,
    readQueueRequest({ stato: "da-controllare" }),
  );
  for (const { id, state } of left.rows) {
    // The one that waits for an answer in the demonstration: nobody waits for it any more.
    if (state === "integrationRequested") {
      await cancelIntegration(ctx, { applicationId: id, reason: "Non serve più alla decisione." });
    }
    await admit(ctx, id);
  }
  await page.goto(at(routes.staffOutcome(underReview.id)));
  await isSound(page);
  const letters = left.call.counts.received;
  await publishOutcome(page, site, { callId: underReview.id, actDate: today, letters });
  await page.goto(at(routes.staffLetters(underReview.id)));
  await isSound(page);
  await page.goto(at(routes.callOutcome(underReview.slug)));
  expect(await page.locator("tbody th").count()).toBe(letters);
}, 400_000);

test("a letter opens for the office and its holder, and for nobody else", async () => {
  const office = await staffPage("chiara-bandini");
  await office.goto(at(routes.staffLetters(outcomePublished.id)));
  const href = await office.getByRole("link", { name: "Scarica il PDF" }).getAttribute("href");
  const letter = at(href ?? "");
  await expect
    .poll(async () => (await office.request.get(letter)).headers()["content-type"], {
      timeout: 60_000,
    })
    .toContain("application/pdf");
  const { rows } = await site.database.owner.query<{ email: string }>(
    `select p.email from issued_document d join person p on p.id = d.holder_id where d.id = $1`,
    [letter.split("/").at(-1)],
  );
  const holder = rows[0]?.email ?? "";
  const statuses: number[] = [];
  for (const email of [holder, "qualcun.altro@example.org"]) {
    const page = await openPage(browser, { expected });
    await signInByLink(page, site, email, routes.myApplications());
    statuses.push((await page.request.get(letter, { maxRedirects: 0 })).status());
  }
  const elsewhere = await staffPage("ilaria-fabbri");
  statuses.push((await elsewhere.request.get(letter, { maxRedirects: 0 })).status());
  const visitor = await openPage(browser, { expected });
  const asked = await visitor.request.get(letter, { maxRedirects: 0 });
  expect([...statuses, asked.status()]).toEqual([200, 404, 404, 303]);
  expect(asked.headers().location).toContain(routes.signIn());
}, 200_000);

test("the public outcome shows codes and no names, and search engines do not keep it", async () => {
  const page = await openPage(browser, { expected });
  await page.goto(at(routes.callOutcome(outcomePublished.slug)));
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
  const codes = await page.locator("tbody th").allTextContents();
  expect(codes.length).toBeGreaterThan(0);
  await page.fill("#codice", codes[0] ?? "");
  await press(page, "Trova il mio esito");
  await page.getByText(`Candidatura ${codes[0]}`).waitFor();
  await isSound(page);
});

test("calls, register and the guide of staff are sound", async () => {
  const page = await staffPage("chiara-bandini");
  for (const path of [routes.staffCalls(), routes.staffRegister(), routes.guideFor("personale")]) {
    await page.goto(at(path));
    await isSound(page);
  }
}, 200_000);

test("staff may work in English: each page is sound where there is least room", async () => {
  const page = await staffPage("chiara-bandini");
  await page.setViewportSize({ width: 375, height: 812 });
  for (const path of [
    routes.staffHome(),
    routes.staffCalls(),
    routes.staffNewCall(),
    routes.staffCall(underReview.id),
    routes.staffApplications(underReview.id),
    routes.staffLetters(outcomePublished.id),
    routes.staffWorkshops(),
    routes.staffRegister(),
    routes.staffPeople(),
  ]) {
    await page.goto(at(addressIn("en", path)));
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await expectSound(page);
  }
}, 200_000);
