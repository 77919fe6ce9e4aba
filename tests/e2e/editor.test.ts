import { expect, test } from "vitest";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { testBrowser } from "../support/browser";
import { lookAgain, newDraft, twoOfficers, typeAndSee } from "../support/editor-steps";
import { testSite } from "../support/server";
import { isSound, press } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = await twoOfficers(browser, site);
const today = romeDate(new Date());
const at = (path: string) => `${site.origin}${path}`;

const stored = async (callId: string) => {
  const { rows } = await site.database.owner.query<{ title: string; summary: string }>(
    "select title, summary from call where id = $1",
    [callId],
  );
  return rows[0];
};

test("two authors of one call see each other, and choose where both wrote", async () => {
  const chiara = await staffPage("chiara-bandini");
  const callId = await newDraft(chiara, site.origin, "Sportelli aperti");
  await typeAndSee(chiara, "summary", "La sintesi di Chiara");
  expect(await stored(callId)).toMatchObject({ summary: "La sintesi di Chiara" });

  const paolo = await staffPage("paolo-landi");
  await paolo.goto(at(routes.staffCallEdit(callId)));
  await paolo.getByText("Anche Chiara Bandini ha aperto questo avviso").waitFor();
  expect(await paolo.inputValue("#summary")).toBe("La sintesi di Chiara");
  await typeAndSee(paolo, "title", "Il titolo di Paolo");
  await lookAgain(chiara);
  await chiara.getByText("Anche Paolo Landi ha aperto questo avviso").waitFor();
  await chiara.getByText(/Paolo Landi alle \d+:\d\d ha scritto: Titolo/).waitFor();
  await isSound(chiara);

  await chiara.fill("#title", "Il titolo di Chiara");
  await chiara
    .getByRole("heading", { name: "Due persone hanno scritto lo stesso campo" })
    .waitFor();
  expect(await stored(callId)).toMatchObject({ title: "Il titolo di Paolo" });
  await isSound(chiara);
  // Neither text is lost by leaving the page without a choice.
  await chiara.reload();
  await chiara.getByText("Due persone hanno scritto lo stesso campo").waitFor();
  await chiara.getByRole("radio", { name: /Il tuo testo/ }).check();
  await press(chiara, "Salva la scelta");
  await chiara.waitForURL(/salvato=si/);
  expect(await stored(callId)).toMatchObject({ title: "Il titolo di Chiara" });

  await typeAndSee(paolo, "slug", "sportelli-aperti-di-zona");
  await lookAgain(paolo);
  await press(paolo, "Leggi la versione aggiornata");
  await expect
    .poll(() => paolo.inputValue("#title"), { timeout: 30_000 })
    .toBe("Il titolo di Chiara");
}, 300_000);

test("without a network nothing is lost, and sections are reached by keyboard", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Senza rete");
  await page.context().setOffline(true);
  await page.fill("#summary", "Scritta senza rete");
  await page.getByText("Connessione assente").first().waitFor();
  const procedure = page.getByRole("link", { name: /^8\. Procedimento/ });
  await procedure.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/sezione=procedimento/);
  await page.getByRole("heading", { name: "8. Procedimento" }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 30_000 })
    .toBe("8. Procedimento");
  await page.fill("#responsibleOfficer", "Sergio Lari");
  await isSound(page);
  await page.context().setOffline(false);
  await page.locator(".ct-save", { hasText: /Salvato alle/ }).waitFor();
  expect(await stored(callId)).toMatchObject({ summary: "Scritta senza rete" });
  await page.goBack();
  await page.locator("#summary").waitFor();
  await page.goto(at(`${routes.staffCallEdit(callId)}?sezione=procedimento`));
  expect(await page.inputValue("#responsibleOfficer")).toBe("Sergio Lari");
}, 300_000);

test("what was typed a moment ago is stored before a link is followed, and before publishing", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Appena scritto");
  await page.fill("#summary", "Scritta un attimo prima");
  await page.getByRole("link", { name: "Anteprima" }).click();
  await page.waitForURL(/anteprima/);
  await page.getByText("Scritta un attimo prima").first().waitFor();
  expect(await stored(callId)).toMatchObject({ summary: "Scritta un attimo prima" });
}, 200_000);

test("what cannot be stored is said, and a wrong field does not stop a later right one", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Un indirizzo sbagliato");
  await page.fill("#slug", "Non va bene!");
  await page.getByText("Non salvato: 1 campo da correggere").first().waitFor();
  await press(page, "Salva");
  await page.locator(".ct-errsum").waitFor();
  await isSound(page);
  await typeAndSee(page, "slug", `va-bene-${callId.slice(-6)}`);
}, 200_000);

test("without scripts both texts come back too, and the choice is one more sending", async () => {
  const paolo = await staffPage("paolo-landi", { javaScriptEnabled: false });
  const chiara = await staffPage("chiara-bandini");
  const callId = await newDraft(chiara, site.origin, "Senza script");
  await paolo.goto(at(routes.staffCallEdit(callId)));
  await paolo.getByText("Anche Chiara Bandini ha aperto questo avviso").waitFor();
  await typeAndSee(chiara, "title", "Il titolo di Chiara");
  await paolo.fill("#title", "Il titolo di Paolo");
  await paolo.fill("#summary", "La sintesi di Paolo");
  await press(paolo, "Salva");
  await paolo.getByText("Due persone hanno scritto lo stesso campo").waitFor();
  expect(await paolo.inputValue("#title")).toBe("Il titolo di Paolo");
  expect(await stored(callId)).toEqual({
    ...{ title: "Il titolo di Chiara", summary: "La sintesi di Paolo" },
  });
  await paolo.getByRole("radio", { name: /Chiara Bandini/ }).check();
  await press(paolo, "Salva la scelta");
  await paolo.waitForURL(/salvato=si/);
  expect(await paolo.inputValue("#title")).toBe("Il titolo di Chiara");
}, 200_000);

/** Counts what a person does: a click, a choice, a field that is filled. */
function hands(page: Awaited<ReturnType<typeof staffPage>>) {
  let count = 0;
  const counted = <A extends unknown[]>(work: (...given: A) => Promise<unknown>) => {
    return (...given: A) => {
      count += 1;
      return work(...given);
    };
  };
  return {
    fill: counted((field: string, text: string) => page.fill(`#${field}`, text)),
    check: counted((choice: string) => page.locator(choice).check()),
    press: counted((name: string | RegExp) => press(page, name)),
    follow: counted((name: string | RegExp) => page.getByRole("link", { name }).first().click()),
    count: () => count,
  };
}

test("from a template to a published call in fewer than forty interactions", async () => {
  const page = await staffPage("chiara-bandini");
  await page.goto(at(routes.staffHome()));
  const { fill, check, press: push, follow, count } = hands(page);
  await follow("Nuovo avviso");
  await page.waitForURL(/avvisi\/nuovo/);
  await fill("title", "Quattro laboratori sull’accesso ai servizi");
  await check("input[value='participatoryPath/participatoryPath']");
  await push("Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  await fill("summary", "Quattro incontri con chi conosce le barriere della zona.");
  await follow(/^2\. A chi è rivolto/);
  await fill("audience", "Alle organizzazioni e ai gruppi della zona.");
  await follow(/^3\. Tempi/);
  await fill("opensOn", addDays(today, 1));
  await fill("closesOn", addDays(today, 40));
  await follow(/^5\. Come/);
  await fill("needed", "- Un indirizzo e-mail");
  await fill("obtained", "Un posto ai laboratori.");
  await follow(/^8\. Procedimento/);
  await fill("object", "Manifestazione d’interesse");
  await fill("responsibleOfficer", "Sergio Lari");
  await fill("substituteHolder", "Direttore della Società della Salute");
  await fill("actNumber", "Determina n. 9");
  await fill("actDate", addDays(today, -3));
  await follow(/^9\. Privacy/);
  await fill("privacyNoticeVersion", "2026-1");
  const publish = page.getByRole("button", { name: "Pubblica l’avviso" });
  await expect.poll(() => publish.getAttribute("aria-disabled"), { timeout: 30_000 }).toBeNull();
  await push("Pubblica l’avviso");
  await page.waitForURL(/fatto=pubblicato/);
  expect(count()).toBeLessThan(40);
  await follow("Pagina pubblica");
  await page.getByRole("heading", { level: 1, name: /Quattro laboratori/ }).waitFor();
}, 200_000);
