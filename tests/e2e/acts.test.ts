import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { begin } from "../support/apply-steps";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { eventually } from "../support/outbox";
import { samplePdf } from "../support/sample-files";
import { testSite } from "../support/server";
import { isSound, press, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const { open } = demonstrationCalls;
const today = romeDate(new Date());
const at = (path: string) => `${site.origin}${path}`;

test("an extension: refused where it shortens, looked at, published, told, and read by everybody", async () => {
  const page = await staffPage("marco-tognetti");
  await page.goto(at(routes.staffActs(open.id)));
  await isSound(page);
  await page.getByRole("link", { name: "Proroga il termine" }).click();
  await page.fill("#actNumber", "Determina n. 130");
  await page.fill("#reason", "Domenica il sito è rimasto fermo due ore.");
  await page.fill("#closesOn", addDays(today, -1));
  await press(page, "Controlla prima di pubblicare");
  await page.locator(".ct-errsum").waitFor();
  expect(await page.inputValue("#reason")).toContain("due ore");
  await isSound(page);
  await page.fill("#closesOn", addDays(today, 40));
  await press(page, "Controlla prima di pubblicare");
  await page.waitForURL(/atti\/controlla$/);
  await page.getByText("Leggi il messaggio a chi ha una bozza").click();
  await page.getByText("Più tempo per candidarsi").first().waitFor();
  await isSound(page);
  await press(page, /^Pubblica la proroga e avvisa \d+ persone$/);
  await page.waitForURL(/fatto=pubblicato/);
  await page.getByText("Determina n. 130").first().waitFor();
  await eventually("the messages are written", async () => {
    await page.goto(at(routes.staffActs(open.id)));
    return (await page.getByText(/persone avvisate/).count()) > 1;
  });
  await isSound(page);
}, 300_000);

test("a rectification without scripts, and its words and documents compared on a phone", async () => {
  const page = await staffPage("marco-tognetti", { javaScriptEnabled: false });
  await page.goto(at(routes.staffNewAct(open.id, "rettifica")));
  await page.getByRole("link", { name: "Cambia i documenti" }).click();
  await page.getByRole("link", { name: /^Sostituisci\s*: Modulo di delega/ }).click();
  await page.waitForURL(/sostituisci=/);
  await page.fill("#title", "Modulo di delega, con la data");
  await page.setInputFiles("#document", {
    ...{ name: "delega.pdf", mimeType: "application/pdf", buffer: samplePdf() },
  });
  await press(page, "Sostituisci");
  await page.getByText("è stato sostituito nella rettifica").waitFor();
  await press(page, /^Togli\s*: Dichiarazione per chi ha 16 o 17 anni/);
  await page.getByText("non ci sarà più dopo la rettifica").waitFor();
  await page.getByRole("link", { name: "Torna all’atto" }).click();
  await page.waitForURL(/atti\/nuovo/);
  await page.fill("#actNumber", "Determina n. 131");
  await page.fill("#reason", "Il numero di telefono era sbagliato.");
  await page.fill("#phone", "0564 123 456");
  await press(page, "Controlla prima di pubblicare");
  await page.waitForURL(/atti\/controlla$/);
  await press(page, /^Pubblica la rettifica/);
  await page.waitForURL(/fatto=pubblicato/);

  const visitor = await openPage(browser, { expected: /favicon\.ico/ });
  await visitor.goto(at(`${routes.call(open.slug)}#atti`));
  const changed = visitor.locator(".ct-act", { hasText: "Determina n. 131" });
  await changed.getByText("Che cosa cambia: Documenti e Telefono.").waitFor();
  await changed.getByText("Tolto: Dichiarazione per chi ha 16 o 17 anni").waitFor();
  for (const name of [/^Modulo di delega per gli/, /^Modulo di delega, con la data/]) {
    const address = await changed.getByRole("link", { name }).getAttribute("href");
    const file = await visitor.request.get(at(address ?? ""));
    expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  }
  await visitor.getByRole("link", { name: /di prima\s*: Determina n. 131/ }).click();
  await visitor.waitForURL(/versioni/);
  expect(await visitor.locator("ins").first().textContent()).toContain("123");
  await isSound(visitor);
}, 300_000);

test("a rectification that changes the form: made in the builder, and told to who has a draft", async () => {
  const slug = open.slug;
  const applicant = await openPage(browser, { expected: /favicon\.ico/ });
  await begin(applicant, site, { slug, track: /organizzazione/, email: "modulo@example.org" });
  await applicant.fill("#organisationName", "Rete Passaparola APS");
  await press(applicant, /^Salva/);
  await applicant
    .getByText(/^Salvato/)
    .first()
    .waitFor();

  const page = await staffPage("marco-tognetti");
  await page.goto(at(routes.staffDocuments(open.id)));
  await page.getByRole("link", { name: /^Sostituisci\s*: Informativa/ }).click();
  await page
    .getByRole("heading", { name: "Sostituisci «Informativa sul trattamento dei dati»" })
    .waitFor();
  await isSound(page);
  await page.goto(at(routes.staffNewAct(open.id, "rettifica")));
  await press(page, "Cambia il modulo");
  await page.waitForURL(/modulo/);
  await page.getByText("Aggiungi", { exact: false }).first().click();
  await page.fill("#add-label", "Quante persone incontrate ogni mese?");
  await page.locator("form:has(#add-label) button[type=submit]").click();
  await page.waitForURL(/parte=/);
  await page.getByRole("heading", { name: "Domande nuove" }).waitFor();
  await isSound(page);
  await page.getByRole("link", { name: "Torna all’atto" }).click();
  await page.waitForURL(/atti\/nuovo/);
  await page.getByText("Quante persone incontrate ogni mese?").first().waitFor();
  await isSound(page);
  await page.fill("#actNumber", "Determina n. 132");
  await page.fill("#reason", "Mancava una domanda.");
  await press(page, "Controlla prima di pubblicare");
  await page.waitForURL(/atti\/controlla$/);
  await page.getByText("Quante persone incontrate ogni mese?").first().waitFor();
  await isSound(page);
  await press(page, /^Pubblica la rettifica/);
  await page.waitForURL(/fatto=pubblicato/);

  await applicant.fill("#organisationName", "Rete Passaparola Toscana APS");
  await applicant
    .getByRole("alert")
    .filter({ hasText: "mentre questa pagina era aperta" })
    .waitFor();
  await isSound(applicant);
  await applicant.getByRole("link", { name: "Apri la pagina aggiornata" }).click();
  await applicant.getByText("Il modulo è cambiato dopo che hai cominciato").first().waitFor();
  await applicant.getByText("Quante persone incontrate ogni mese?").first().waitFor();
  expect(await applicant.inputValue("#organisationName")).toBe("Rete Passaparola Toscana APS");
  await isSound(applicant);
  await applicant.goto(at(routes.callVersions(slug)));
  await applicant.getByRole("heading", { name: "Modulo", exact: true }).waitFor();
  await expectSoundAt(applicant, [1280, 375, 320]);
}, 300_000);
