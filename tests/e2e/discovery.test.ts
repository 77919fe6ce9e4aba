import ical from "ical.js";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { routes } from "@/lib/routes";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { press } from "../support/journey";
import { eventually } from "../support/outbox";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();
const { slug } = demonstrationCalls.open;
const title = "Parità di accesso ai servizi socio-sanitari";

/** The link of this path in the last letter to a mailbox. */
async function linkInLetter(mailbox: string, path: string): Promise<string> {
  let found = "";
  await eventually(`a letter to ${mailbox}`, async () => {
    const { rows } = await site.database.owner.query<{ text: string }>(
      "select text from trial_mail where recipient = $1 order by sent_at desc limit 1",
      [mailbox],
    );
    const urls = (rows[0]?.text ?? "").match(/https?:\/\/\S+/g) ?? [];
    found = urls.find((url) => url.includes(path)) ?? "";
    return found !== "";
  });
  return found;
}

/** axe cannot run without scripts: it judges the same address in a window that has them. */
async function look(judge: Page, page: Page): Promise<void> {
  await judge.goto(page.url());
  await expectSoundAt(judge, [375, 1280]);
}

test("without scripts: filters stand in the address, and a search marks what it found", async () => {
  const page = await openPage(browser, {
    javaScriptEnabled: false,
    viewport: { width: 375, height: 812 },
  });
  const judge = await openPage(browser);
  await page.goto(site.origin + routes.calls());
  await page.getByText("Filtra gli avvisi").click();
  await page.getByLabel("Cerca", { exact: false }).first().fill("laboratorio");
  await page.getByRole("checkbox", { name: /^Organizzazioni/ }).check();
  await page.getByRole("checkbox", { name: /^Accesso/ }).check();
  await press(page, "Mostra gli avvisi");
  const query = new URL(page.url()).searchParams;
  expect(query.get("q")).toBe("laboratorio");
  expect(query.getAll("per")).toEqual(["organizzazioni"]);
  expect(query.getAll("tema")).toEqual(["accesso"]);
  const marked = (await page.locator("mark").allTextContents()).map((text) => text.toLowerCase());
  expect(marked).toContain("laboratori");
  expect(await page.getByRole("link", { name: title }).count()).toBe(1);
  await look(judge, page);
  // Each filter can be taken away by itself, and the address says it.
  await page
    .getByRole("link", { name: /laboratorio/ })
    .first()
    .click();
  expect(new URL(page.url()).searchParams.has("q")).toBe(false);
  await page.goto(`${site.origin}${routes.calls()}?q=zzz`);
  expect(await page.locator("main").innerText()).toContain("Nessun avviso");
  await look(judge, page);
});

test("without scripts: a subscription is confirmed from the mailbox and left by one click", async () => {
  const page = await openPage(browser, {
    javaScriptEnabled: false,
    viewport: { width: 375, height: 812 },
  });
  const judge = await openPage(browser);
  await page.goto(`${site.origin}${routes.calls()}?zona=elba`);
  await page.getByRole("link", { name: "Ricevi una mail quando esce un avviso così" }).click();
  expect(await page.getByRole("checkbox", { name: "Elba" }).isChecked()).toBe(true);
  await page.getByRole("checkbox", { name: "Formazione" }).check();
  await look(judge, page);
  await press(page, "Avanti");
  await page.getByRole("textbox").fill("non una mail");
  await press(page, "Mandami la mail di conferma");
  expect(await page.title()).toMatch(/^Errore:/);
  expect(await page.getByRole("textbox").inputValue()).toBe("non una mail");
  await page.getByRole("textbox").fill("lettrice@example.it");
  await press(page, "Mandami la mail di conferma");
  expect(await page.locator("h1").innerText()).toBe("Controlla la posta");
  expect(page.url()).not.toContain("lettrice");
  await page.goto(await linkInLetter("lettrice@example.it", routes.subscriptionConfirm()));
  await look(judge, page);
  await press(page, "Conferma l’iscrizione");
  expect(await page.locator("main").innerText()).toContain("da ora ricevi i nuovi avvisi");
  await look(judge, page);
  const key = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  // The mail program's click, as RFC 8058 has it: no cookie, no origin of ours.
  const left = await fetch(site.origin + routes.subscriptionLeave(key), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(left.status).toBe(204);
  await page.reload();
  expect(await page.locator("h1").innerText()).toBe("Qui non c’è nessuna iscrizione");
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.origin + path, { headers, redirect: "manual" });
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test("feed and calendars follow the filters, and say when nothing has changed", async () => {
  const path = routes.callFeed("?per=organizzazioni", "it");
  const feed = await get(path);
  expect(feed.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const xml = await feed.text();
  expect(xml).toContain(
    `<link rel="self" type="application/atom+xml" href="${site.origin}/avvisi.atom?per=organizzazioni"/>`,
  );
  expect(xml).toContain(`href="${site.origin}${routes.call(slug)}"`);
  expect(xml).not.toContain(demonstrationCalls.closesToday.slug);
  const etag = feed.headers.get("etag") ?? "";
  expect((await get(path, { "if-none-match": etag })).status).toBe(304);
  const calendars = [
    [routes.callCalendar("", "en"), "Ends"],
    [routes.callDeadline(slug), "Scade"],
  ] as const;
  for (const [calendar, word] of calendars) {
    const file = new ical.Component(ical.parse(await (await get(calendar)).text()));
    const ends = file.getAllSubcomponents("vevent").map((one) => new ical.Event(one));
    const end = ends.find(({ summary }) => summary === `${word}: ${title}`);
    expect(end?.endDate.toJSDate().getTime()).toBeGreaterThan(Date.now());
    expect(end?.uid).toMatch(/@/);
  }
});

test("a call is known to machines, on paper and by a short address", async () => {
  const page = await openPage(browser);
  await page.goto(site.origin + routes.call(slug));
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
  expect(await meta("og:title")).toContain(title);
  const picture = await bytes(await fetch((await meta("og:image")) ?? ""));
  // Width and height of a PNG stand behind its signature.
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]) //
    .toEqual(["PNG", 1200, 630]);
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? "",
  );
  expect(data).toMatchObject({
    "@type": "GovernmentService",
    name: title,
    url: site.origin + routes.call(slug),
  });
  // A page in English does not send readers, or other sites, to the one in Italian.
  await page.goto(`${site.origin}/en${routes.call(slug)}`);
  expect(await meta("og:url")).toBe(`${site.origin}/en${routes.call(slug)}`);
  expect(await meta("og:image")).toMatch(/&lingua=en$/);
  await page.goto(site.origin + routes.call(slug));
  const map = await (await get("/sitemap.xml")).text();
  expect(map).toContain(`<loc>${site.origin}${routes.call(slug)}</loc>`);
  expect(map).toContain(`hreflang="en" href="${site.origin}/en${routes.call(slug)}"`);

  const short = await page.locator("#porta-con-te strong").innerText();
  expect(await (await get(routes.callQr(slug))).text()).toContain("<svg");
  const notice = await get(routes.callNotice(slug));
  expect(notice.status).toBe(200);
  expect((await bytes(notice)).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goto(`http://${short.toLowerCase()}`);
  expect(new URL(page.url()).pathname).toBe(routes.call(slug));
  for (const path of [
    routes.shortCall("XXX-2026-99"),
    routes.callNotice("non-esiste"),
    routes.callPicture("non-esiste", 1, "it"),
    routes.callDeadline("non-esiste"),
  ]) {
    expect((await get(path)).status).toBe(404);
  }
});

test("the name of the region stays on one line on a phone", async () => {
  const page = await openPage(browser, { viewport: { width: 375, height: 812 } });
  await page.goto(site.origin + routes.calls());
  const lines = await page
    .locator(".ct-region")
    .evaluate((region) => region.getClientRects()[0]?.height ?? 0);
  expect(lines).toBeLessThan(30);
});
