import type { Page } from "playwright";
import { expect, test } from "vitest";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import { begin } from "../support/apply-steps";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { samplePdf } from "../support/sample-files";
import { sharedSite } from "../support/server";
import { pdfOf } from "../support/uploads";

const site = await sharedSite();
const browser = await testBrowser();

/** From so many pieces on the network is away, until `back` is called; says what was asked meanwhile. */
async function networkFails(page: Page, after: number) {
  const offsets: number[] = [];
  const pieces = "**/caricamenti/*";
  await page.route(pieces, async (route) => {
    const asked = route.request();
    if (asked.method() !== "PATCH") return route.continue();
    if (offsets.length >= after) return route.abort();
    offsets.push(Number(asked.headers()["upload-offset"]));
    return route.continue();
  });
  return { back: () => page.unroute(pieces) };
}

const applicationOf = (page: Page) => /candidature\/([^/]+)/.exec(page.url())?.[1] ?? "";

async function storedFor(page: Page) {
  const { rows } = await site.database.owner.query<{ name: string; hash: string }>(
    "select name, file_hash as hash from attachment where application_id = $1",
    [applicationOf(page)],
  );
  return rows;
}

test("a file whose network goes away is taken up where it stopped, after a reload too; what is wrong is said", async () => {
  const expected = /favicon\.ico|ERR_FAILED|409/;
  const page = await openPage(browser, { viewport: { width: 375, height: 812 }, expected });
  page.on("dialog", (question) => void question.accept());
  await begin(page, site, {
    slug: "parita-di-accesso",
    track: /organizzazione/,
    email: "caricamenti@example.org",
  });
  await page.goto(site.origin + routes.applicationStep(applicationOf(page), "dati-specifici"));
  const bytes = pdfOf(3 * 1024 * 1024, "una delega ");
  const file = { name: "Delega.pdf", mimeType: "application/pdf", buffer: bytes };
  const choose = (one: typeof file) => page.locator("input[type=file]").setInputFiles(one);

  const first = await networkFails(page, 2);
  await choose(file);
  await page.locator("p", { hasText: "Connessione assente, siamo al" }).first().waitFor();
  await page.getByRole("progressbar", { name: "Caricamento di Delega.pdf" }).waitFor();
  await expectSoundAt(page, [320, 375, 1280]);
  await page.reload();
  await page.getByText(/Si è fermato al 3\d %/).waitFor();
  await expectSoundAt(page, [320, 1280]);

  // Before sending, the summary says what would not be part of it.
  await page.goto(site.origin + routes.applicationStep(applicationOf(page), "riepilogo"));
  await page.getByText("Un file non è ancora arrivato del tutto").waitFor();
  await page.getByText(/Delega\.pdf, arrivato al 3\d %/).waitFor();
  await page.goBack();

  await first.back();
  const second = await networkFails(page, 1);
  const resumed = page.waitForRequest((asked) => asked.method() === "PATCH");
  await choose(file);
  expect(Number((await resumed).headers()["upload-offset"])).toBe(2 * 512 * 1024);
  await page.locator("p", { hasText: "Connessione assente, siamo al" }).first().waitFor();
  await second.back();
  // By itself, with nobody pressing anything.
  await page.getByRole("link", { name: "Delega.pdf" }).waitFor();
  expect(await storedFor(page)).toEqual([{ name: "Delega.pdf", hash: sha256(bytes) }]);

  await page.getByRole("button", { name: /^Togli ?: Delega/ }).press("Enter");
  await page.getByRole("link", { name: "Delega.pdf" }).waitFor({ state: "detached" });
  const catalog = "/OpenAction << /S /JavaScript /JS (1) >>";
  await choose({ ...file, name: "Modulo.pdf", buffer: samplePdf({ catalog }) });
  await page.getByText("Modulo.pdf: Il PDF contiene azioni automatiche").waitFor();
  await expectSoundAt(page, [375]);
  await choose({ ...file, name: "Vuoto.pdf", buffer: Buffer.alloc(0) });
  await page.getByText("Vuoto.pdf: Il file è vuoto").waitFor();
  await page.getByText("Modulo.pdf").waitFor({ state: "detached" });

  const third = await networkFails(page, 1);
  await choose(file);
  await page.locator("p", { hasText: "Connessione assente, siamo al" }).first().waitFor();
  await page.getByRole("button", { name: /^Annulla ?: Delega/ }).press("Enter");
  await page.getByText("Delega.pdf").waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  await third.back();
  expect(await storedFor(page)).toEqual([]);
  const left = async () => {
    const { rows } = await site.database.owner.query(
      "select id from upload where application_id = $1 and refusal is null",
      [applicationOf(page)],
    );
    return rows;
  };
  await expect.poll(left).toEqual([]);
});
