import { expect, test } from "vitest";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { routes } from "@/lib/routes";
import { testBrowser } from "../support/browser";
import { importForm, newDraft, twoOfficers, typeAndSee } from "../support/editor-steps";
import { testSite } from "../support/server";
import { isSound, press } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = await twoOfficers(browser, site);
const at = (path: string) => `${site.origin}${path}`;

const labels = (page: Awaited<ReturnType<typeof staffPage>>) =>
  page.locator(".fb-tree a").allTextContents();

test("a form is written, moved and cut by keyboard, and says what a deletion would break", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Il modulo da scrivere");
  await page.goto(at(routes.staffCallForm(callId, "motivation")));
  await isSound(page);
  await typeAndSee(page, "label.it", "Perché proprio voi?");
  await page.reload();
  expect(await page.inputValue("[id='label.it']")).toBe("Perché proprio voi?");

  const before = await labels(page);
  await page.locator("#parte input").first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => labels(page), { timeout: 30_000 }).not.toEqual(before);
  expect((await labels(page)).toSorted()).toEqual(before.toSorted());

  await page.getByText("Aggiungi").first().click();
  await page.selectOption("#add-what", "yesNo");
  await page.fill("#add-label", "Avete una sede?");
  await page.keyboard.press("Enter");
  await page.waitForURL(/parte=aveteUnaSede/);
  await isSound(page);

  await page.goto(at(routes.staffCallForm(callId, "legalNature")));
  await page.getByRole("link", { name: /^Elimina/ }).press("Enter");
  await page.getByRole("heading", { name: /^Eliminare/ }).waitFor();
  await page.getByText(/condizioni guardano quello che elimini/).waitFor();
  await isSound(page);
  await page.getByRole("link", { name: "Non eliminare" }).press("Enter");
  await page.waitForURL(/parte=legalNature$/);
  await page.goto(at(routes.staffCallFormRemoval(callId, "aveteUnaSede")));
  await page.getByText("Nessuna condizione lo guarda").waitFor();
  await press(page, /^Elimina$/);
  await expect.poll(() => labels(page), { timeout: 30_000 }).not.toContain("Avete una sede?");
}, 300_000);

test("two authors of one question choose, and two of different ones disturb nobody", async () => {
  const chiara = await staffPage("chiara-bandini");
  const callId = await newDraft(chiara, site.origin, "Un modulo in due");
  const paolo = await staffPage("paolo-landi");
  for (const page of [chiara, paolo]) {
    await page.goto(at(routes.staffCallForm(callId, "motivation")));
  }
  await paolo.getByText("Anche Chiara Bandini ha aperto questo avviso").waitFor();
  await typeAndSee(paolo, "label.it", "Come la dice Paolo");
  await typeAndSee(chiara, "hint.it", "L’aiuto di Chiara");
  await chiara.locator("[id='label.it']").fill("Come la dice Chiara");
  await chiara.getByText("Due persone hanno scritto lo stesso campo").waitFor();
  await isSound(chiara);
  await chiara.getByRole("radio", { name: /Paolo Landi/ }).check();
  await press(chiara, "Salva la scelta");
  await expect
    .poll(() => chiara.inputValue("[id='label.it']"), { timeout: 30_000 })
    .toBe("Come la dice Paolo");
  expect(await chiara.inputValue("[id='hint.it']")).toBe("L’aiuto di Chiara");
}, 300_000);

/** A sound form of one section, with its questions changed. */
const form = (fields: readonly Record<string, unknown>[]) => ({
  version: 1,
  sections: [{ id: "one", step: "specific", title: { it: "Domande", en: "Questions" }, fields }],
});
const question = (id: string, more: Record<string, unknown> = {}) => ({
  ...{ id, type: "text", required: false, label: { it: `Domanda ${id}`, en: `Question ${id}` } },
  ...{ purpose: { it: "Prova", en: "Test" }, visibility: "staff", retentionDays: 30, ...more },
});
const looksAt = (field: string) => ({ when: { op: "notEmpty", field } });

const BAD = {
  "a condition on a missing question": [
    form([question("a", looksAt("missing"))]),
    /la condizione guarda una domanda che non c’è \(missing\)/,
  ],
  "a condition on itself": [
    form([question("a", looksAt("a"))]),
    /la condizione guarda sé stessa \(a\)/,
  ],
  "five megabytes": [`[${" ".repeat(5 * 1024 * 1024)}]`, /il file è di 5\D/],
  "a template of another version": [
    { ...FORM_TEMPLATES.communityActivators, version: 7 },
    /il modulo è di un’altra versione \(7\)/,
  ],
} as const;

test("a form with something amiss is refused with its sentence, and the former one stays", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Moduli sbagliati");
  await page.goto(at(routes.staffCallForm(callId)));
  const before = await labels(page);
  for (const [file, sentence] of Object.values(BAD)) {
    await page.goto(at(routes.staffCallForm(callId)));
    await importForm(page, file);
    await page.getByText(sentence).waitFor();
    expect(await labels(page)).toEqual(before);
  }
  await isSound(page);
}, 300_000);

test("three hundred questions: the page stays whole", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Trecento domande");
  await page.goto(at(routes.staffCallForm(callId)));
  const many = Array.from({ length: 300 }, (_, at) => question(`q${at}`));
  await importForm(page, form(many));
  await page.getByText("Il modulo è stato importato").waitFor();
  expect(await page.locator(".fb-tree a").count()).toBe(301);
  await page.goto(at(routes.staffCallForm(callId, "q299")));
  await typeAndSee(page, "label.it", "L’ultima di trecento");
  await isSound(page);
}, 300_000);

test("scripts and markup in a text are shown as they were written", async () => {
  const page = await staffPage("chiara-bandini");
  const callId = await newDraft(page, site.origin, "Testi con script");
  const text = "<script>alert(1)</script> <img src=x onerror=alert(1)> [qui](javascript:alert(1))";
  await page.goto(at(`${routes.staffCallEdit(callId)}?sezione=partecipazione`));
  await typeAndSee(page, "howTo", text);
  await page.goto(at(routes.staffCallPreview(callId)));
  await page.getByText("<script>alert(1)</script>").waitFor();
  expect(await page.locator("main img[src=x], main script, a[href^=javascript]").count()).toBe(0);
}, 200_000);
