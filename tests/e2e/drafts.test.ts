import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright";
import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { begin } from "../support/apply-steps";
import { expectSound } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { press, signInByLink } from "../support/journey";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();
const phone = { viewport: { width: 375, height: 812 } };
const group = { slug: "parita-di-accesso", track: /gruppo informale/ };
const NAME = "#groupName";
const [saved, undecided] = [/Salvato alle/, /una risposta aspetta la tua scelta/];

const draftOf = async (email: string): Promise<Page> => {
  const expected = /favicon\.ico|ERR_INTERNET|ERR_FAILED|Failed to fetch|401 .*\/salva/;
  const page = await openPage(browser, { ...phone, expected });
  await begin(page, site, { ...group, email });
  return page;
};

/** A second window of the same browser, on the same page. */
async function windowBeside(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  return beside;
}

/** Once it is stored the browser keeps nothing of it. */
const stored = (page: Page) => page.waitForFunction(() => localStorage.length === 0);

const line = (page: Page, words: RegExp) =>
  page.locator(".ct-save > span[aria-hidden]").filter({ hasText: words }).waitFor();

test("what was typed outlives a reload, also where no save went out", async () => {
  const page = await draftOf("ricarica@example.org");
  await withoutSaving(page.context(), async () => {
    await page.fill(NAME, "Le mamme di via dell'Ulivo");
    await page.reload();
    await expect.poll(() => page.locator(NAME).inputValue()).toBe("Le mamme di via dell'Ulivo");
  });
  await stored(page);
  await page.reload();
  expect(await page.locator(NAME).inputValue()).toBe("Le mamme di via dell'Ulivo");
});

test("two windows: both texts are shown, and the person chooses", async () => {
  const page = await draftOf("due-finestre@example.org");
  const beside = await windowBeside(page);
  await page.fill(NAME, "Dalla prima finestra");
  await line(page, saved);
  await beside.fill(NAME, "Dalla seconda");
  await line(beside, undecided);
  const notice = beside.getByRole("alert").filter({ hasText: "cambiate anche altrove" });
  await notice.getByText("Dalla prima finestra").waitFor();
  await notice.getByText("Dalla seconda").waitFor();
  await expectSound(beside);
  // One does not go on over it.
  await press(beside, "Avanti");
  await notice.waitFor();
  await press(beside, "Tieni quello che ho scritto qui");
  await line(beside, saved);
  await notice.waitFor({ state: "detached" });
  // The first window knows nothing of it yet; it takes the other text.
  await page.fill(NAME, "Dalla prima, ancora");
  await line(page, undecided);
  await page.getByRole("link", { name: "Usa l’altro testo" }).click();
  await expect.poll(() => page.locator(NAME).inputValue()).toBe("Dalla seconda");
  expect(await page.getByText("cambiate anche altrove").count()).toBe(0);
});

test("the session ends: signed in again in another window, the page goes on where it was", async () => {
  const page = await draftOf("altra-scheda@example.org");
  await site.database.owner.query(
    "delete from session where person_id = (select id from person where email = $1)",
    ["altra-scheda@example.org"],
  );
  await page.fill(NAME, "Gruppo cammino");
  const again = page.getByRole("link", { name: "Accedi di nuovo" });
  expect(await again.getAttribute("target")).toBe("_blank");
  const other = await page.context().newPage();
  await signInByLink(other, site, "altra-scheda@example.org", "/area-personale/candidature");
  await other.close();
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await line(page, saved);
  expect(await again.count()).toBe(0);
  expect(await page.locator(NAME).inputValue()).toBe("Gruppo cammino");
});

test("two people write one candidacy: an invitation by mail, both texts, one who answers", async () => {
  const page = await draftOf("lucia@example.org");
  await page.fill(NAME, "Le mamme di via dell'Ulivo");
  await stored(page);
  const form = page.url();
  await page.getByRole("link", { name: "Chi lavora a questa candidatura" }).click();
  await page.getByRole("heading", { name: "Chi risponde della candidatura" }).waitFor();
  await expectSound(page);
  await press(page, "Scegli chi invitare");
  await page.getByRole("heading", { name: "Chi ci lavora" }).waitFor();
  await page.getByLabel("E-mail della persona").fill("marta(at)example.org");
  await press(page, "Manda l’invito");
  await page.getByRole("heading", { name: /informazione mancante o errata/ }).waitFor();
  await expectSound(page);
  await page.getByLabel("E-mail della persona").fill("marta@example.org");
  await press(page, "Manda l’invito");
  await page.getByText("L’invito è partito.").waitFor();
  await page.getByRole("heading", { name: "marta@example.org" }).waitFor();
  await expectSound(page);

  const marta = await openPage(browser, { ...phone, expected: /favicon\.ico/ });
  await signInByLink(marta, site, "marta@example.org", "/area-personale/organizzazioni");
  await marta.getByText("Non lavori ancora per nessuna organizzazione").waitFor();
  await expectSound(marta);
  await marta.goto(await invitationOf("marta@example.org"));
  await marta.getByText("Le mamme di via dell'Ulivo").waitFor();
  await expectSound(marta);
  await press(marta, "Accetta l’invito");
  await marta.getByText("Ora lavori anche tu per questa organizzazione.").waitFor();
  await marta.goto(form);
  await marta.fill(NAME, "Le mamme dell'Ulivo");
  await stored(marta);

  await page.goto(form);
  expect(await page.locator(NAME).inputValue()).toBe("Le mamme dell'Ulivo");
  await marta.fill(NAME, "Mamme e papà dell'Ulivo");
  await stored(marta);
  await page.fill(NAME, "Le mamme");
  await line(page, undecided);
  await page.getByRole("alert").getByText("Mamme e papà dell'Ulivo").waitFor();
  await page.getByText(/marta@example\.org, alle/).waitFor();
  await marta.getByRole("link", { name: "Chi lavora a questa candidatura" }).click();
  await press(marta, "Rispondi tu della candidatura");
  await marta.getByText("Rispondi tu: invii la candidatura").waitFor();
});

async function invitationOf(email: string): Promise<string> {
  const link = async () => {
    const { rows } = await site.database.owner.query<{ text: string }>(
      "select text from trial_mail where recipient = $1 and text like '%organizzazioni/invito%'",
      [email],
    );
    return rows[0]?.text.match(/http\S+chiave=[\w-]{43}/)?.[0];
  };
  await expect.poll(link, { timeout: 20_000 }).toBeDefined();
  return (await link()) ?? "";
}

/** Saves do not reach the server meanwhile; pages do. */
async function withoutSaving(context: BrowserContext, work: () => Promise<void>): Promise<void> {
  await context.route("**/salva", (route) => route.abort());
  await work();
  await context.unroute("**/salva");
}

test("the address that saves answers nobody else, and says why", async () => {
  const path = site.origin + routes.applicationSave(randomUUID());
  const post = async (headers: Record<string, string>, to = path) => {
    const answer = await fetch(to, {
      method: "POST",
      headers: { accept: "application/json", ...headers },
      body: new URLSearchParams({ step: "dati-generali", name: "Le mamme" }),
    });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  const ours = { origin: site.origin };
  expect(await post({ origin: "https://altrove.example" })).toEqual([404, "forbidden"]);
  expect(await post({})).toEqual([404, "forbidden"]);
  expect(await post(ours)).toEqual([401, "unauthenticated"]);
  expect(await post(ours, site.origin + routes.applicationSave("1"))).toEqual([404, "not_found"]);
});
