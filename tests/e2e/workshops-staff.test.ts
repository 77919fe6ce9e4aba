import type { Page } from "playwright";
import { expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { routes } from "@/lib/routes";
import { expectSoundAt, sidewaysScroll } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { isSound, staffPages } from "../support/staff-pages";
import { verify, workshopSteps } from "../support/workshop-steps";

const site = await testSite();
const browser = await testBrowser();
const callId = demonstrationCalls.outcomePublished.id;
const owner = site.database.owner;

const staffPage = staffPages(browser, site.origin);
const { plan, convene, mails, accept, letWeeksPass, hold, certify, certificateOf } =
  workshopSteps(site);

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

test("a cycle from its plan to its certificates", async () => {
  const page = await staffPage("chiara-bandini");
  const title = "Laboratori di prova dall’inizio alla fine";
  const seriesId = await plan(page, callId, title);
  const told = await convene(page, title);
  await page.getByText(/persone sono convocate/).waitFor();

  const [first] = await mails(title);
  const person = await openPage(browser, { viewport: { width: 375, height: 800 } });
  const link = await accept(person, first?.text ?? "");
  await page.goto(site.origin + routes.staffSeries(seriesId));
  const card = page.getByRole("listitem").filter({ hasText: "Conoscersi" });
  expect(await card.locator("dt:text-is('Viene') + dd").textContent()).toBe("1");

  await letWeeksPass(seriesId);
  // The last of the list comes once, and does not reach the threshold.
  await hold(page, seriesId, (who, at) => {
    if (who === told - 1 && at > 0) return "Assente";
    return at === 1 ? "Delegato" : "Presente";
  });
  const letters = await certify(page, { seriesId, title, count: told - 1 });
  await page
    .locator("main")
    .getByText(`${told - 1} attestati rilasciati`)
    .first()
    .waitFor();
  await isSound(page);

  const { type, bytes, code } = await certificateOf(letters.get(first?.recipient ?? "") ?? "");
  expect(type).toBe("application/pdf");
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await person.goto(link);
  await person.getByRole("link", { name: /Scarica l’attestato/ }).waitFor();
  await verify(person, site, code, "Il documento è valido");
});

test("without scripts a cycle is planned and its people convened", async () => {
  const page = await staffPage("chiara-bandini", { javaScriptEnabled: false });
  const title = "Laboratori senza script";
  await plan(page, callId, title);
  expect(await convene(page, title)).toBeGreaterThan(1);
});

/** Axe on both widths, and nothing to scroll sideways for, down to the narrowest phone. */
async function judge(page: Page, what: string): Promise<void> {
  await expectSoundAt(page, [375, 1280], what);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await sidewaysScroll(page), `${what} at 320`).toBe(0);
}

const running = (
  await owner.query<{ series: string; held: string; next: string }>(
    `select m.series_id as series, m.id as next, h.id as held from meeting m
     join meeting h on h.series_id = m.series_id and h.number = 1 and h.state = 'held'
     where m.number = 3 and m.state = 'convened'`,
  )
).rows[0];
if (!running) throw new Error("no cycle of the demonstration is under way");
const { series, held, next } = running;

test.each([
  ["list", routes.staffWorkshops()],
  ["cycles of a call", routes.staffCallWorkshops(callId)],
  ["cycle", routes.staffSeries(series)],
  ["attendance", routes.staffSeriesAttendance(series)],
  ["nobody in the view", `${routes.staffSeriesAttendance(series)}?vista=non-possono`],
  ["meeting to come", routes.staffMeeting(series, next)],
  ["meeting held", routes.staffMeeting(series, held)],
  ["change", routes.staffMeetingChange(series, next)],
  ["cancel", routes.staffMeetingCancel(series, next)],
  ["no cycle yet", routes.staffCallWorkshops(demonstrationCalls.closesToday.id)],
])("the page is accessible and fits a phone: %s", async (what, address) => {
  const page = await staffPage("chiara-bandini");
  await page.goto(site.origin + address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await judge(page, what);
});

test("the plan says what is missing, keeps what was typed, and stays accessible", async () => {
  const page = await staffPage("chiara-bandini");
  await page.goto(site.origin + routes.staffPlanSeries(callId));
  await judge(page, "plan");
  const first = page.getByRole("group", { name: "Incontro 1", exact: true });
  await page.getByLabel("Nome del ciclo").fill("");
  await first.getByLabel("Titolo").fill("Resta scritto");
  await first.getByLabel("Giorno").fill("");
  await page.getByText("Aggiungi altri incontri").click();
  await page.getByRole("group", { name: "Incontro 6", exact: true }).getByLabel("Titolo").fill("?");
  await press(page, "Salva il programma");
  await page.waitForSelector(".ct-errsum:focus");
  expect(await page.title()).toMatch(/^Errore: /);
  expect(await first.getByLabel("Titolo").inputValue()).toBe("Resta scritto");
  await judge(page, "plan with errors");
  await page.setViewportSize({ width: 1280, height: 900 });
  const inMore = page.locator('.ct-errsum a[href*="meetings.5"]').first();
  await inMore.click();
  const day = page.getByRole("group", { name: "Incontro 6", exact: true }).getByLabel("Giorno");
  await day.waitFor({ state: "visible" });
});
