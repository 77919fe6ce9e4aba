import type { Page } from "playwright";
import { expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD, demonstrationCode, demonstrationStaff } from "@/db/seed/accounts";
import { demonstrationCalls } from "@/db/seed/calls";
import { workingDay } from "@/db/seed/data/calls-of-today";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { expectSound, expectSoundAt, sidewaysScroll } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { eventually } from "../support/outbox";
import { testSite } from "../support/server";

const site = await testSite();
const browser = await testBrowser();
const callId = demonstrationCalls.outcomePublished.id;
const evenings = ["Conoscersi", "Ascoltare", "Scegliere", "Restituire"];
const owner = site.database.owner;

/** One sign-in for all the pages of the file: a one-time code is good once. */
const officer = await signedIn("chiara-bandini");

async function signedIn(key: string) {
  const member = demonstrationStaff.find((one) => one.key === key);
  if (!member) throw new Error(`nobody is called ${key}`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + routes.staffSignIn(routes.staffWorkshops()));
  await page.fill("#email", member.email);
  await page.fill("#password", DEMONSTRATION_PASSWORD);
  await page.fill("#code", demonstrationCode(member.secret, new Date()));
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(site.origin + routes.staffWorkshops());
  const state = await context.storageState();
  await context.close();
  return state;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

/** Writes the four meetings of a cycle, weekly from a fortnight ahead, on working days. */
async function plan(page: Page, title: string): Promise<void> {
  await page.goto(site.origin + routes.staffPlanSeries(callId));
  await page.getByLabel("Nome del ciclo").fill(title);
  await page.getByLabel("Incontri per l’attestato").fill("3");
  const today = romeDate(new Date());
  for (const [at, name] of evenings.entries()) {
    const meeting = page.getByRole("group", { name: `Incontro ${at + 1}`, exact: true });
    await meeting.getByLabel("Titolo").fill(name);
    await meeting.getByLabel("Giorno").fill(workingDay(addDays(today, 14 + 7 * at)));
    await meeting.getByLabel("Come").selectOption("onsite");
    await meeting.getByLabel("Dove").fill("Sala comunale, Pontedera");
  }
  await press(page, "Salva il programma");
  await page.waitForURL(/fatto=creato$/);
}

/** Convenes and returns how many mails the page counted beforehand. */
async function convene(page: Page): Promise<number> {
  const said = await page.getByText(/messaggi partono subito/).textContent();
  await press(page, /^Convoca \d+ persone$/);
  await page.waitForURL(/fatto=convocati/);
  await page.getByText(/persone sono convocate/).waitFor();
  return Number.parseInt(said ?? "", 10);
}

/** What the trial mailbox holds about a cycle: whom it went to and its text. */
async function mails(title: string, subject: string) {
  const { rows } = await owner.query<{ recipient: string; text: string }>(
    "select recipient, text from trial_mail where text like $1 and subject ~* $2 order by recipient",
    [`%${title}%`, subject],
  );
  return rows;
}

const seriesOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const meetingsOf = async (seriesId: string) =>
  (
    await owner.query<{ id: string }>(
      "select id from meeting where series_id = $1 order by number",
      [seriesId],
    )
  ).rows.map((row) => row.id);

test("a cycle from its plan to its certificates", async () => {
  const page = await openPage(browser, { storageState: officer });
  const title = "Laboratori di prova dall’inizio alla fine";
  await plan(page, title);
  const seriesId = seriesOf(page);
  const told = await convene(page);
  await eventually("convoked", async () => (await mails(title, "")).length === told);

  const [first] = await mails(title, "");
  const link = /https?:\/\/\S+\/convocazioni\/[\w-]{43}(?=\s|$)/.exec(first?.text ?? "")?.[0];
  const person = await openPage(browser, { viewport: { width: 375, height: 800 } });
  await person.goto(link ?? "");
  const answer = person.locator("form.ws-answer").first();
  await answer.getByLabel("Vengo").check();
  await answer.getByRole("button").click();
  await person.getByText("La tua risposta è salvata.").waitFor();
  await page.goto(site.origin + routes.staffSeries(seriesId));
  const card = page.getByRole("listitem").filter({ hasText: "Conoscersi" });
  expect(await card.locator("dt:text-is('Viene') + dd").textContent()).toBe("1");

  // Weeks go by: attendance opens half an hour before a meeting, and no clock of ours can be set.
  await owner.query(
    `update meeting set starts_at = starts_at - interval '60 days',
       ends_at = ends_at - interval '60 days' where series_id = $1`,
    [seriesId],
  );
  for (const [at, id] of (await meetingsOf(seriesId)).entries()) {
    await page.goto(site.origin + routes.staffMeeting(seriesId, id));
    const everybody = await page.locator(".ws-roster li").all();
    expect(everybody).toHaveLength(told);
    for (const [who, row] of everybody.entries()) {
      // The last of the list comes once, and does not reach the threshold.
      const away = who === told - 1 && at > 0;
      const state = away ? "Assente" : at === 1 ? "Delegato" : "Presente";
      await row.getByRole("radio", { name: state }).check();
    }
    await press(page, "Salva le presenze");
    await page.getByText("Le presenze sono salvate.").waitFor();
    await press(page, "Chiudi l’incontro");
    await page.waitForURL(/fatto=chiuso/);
  }

  await page.goto(site.origin + routes.staffSeriesAttendance(seriesId));
  await press(page, `Rilascia ${told - 1} attestati`);
  await page.waitForURL(/fatto=attestati/);
  const alert = page
    .locator("main")
    .getByText(`${told - 1} attestati rilasciati`)
    .first();
  await alert.waitFor();
  await expectSound(page, "certificates issued");
  const issued = async () => (await mails(title, "attestato")).length === told - 1;
  await eventually("certificates mailed", issued);

  const own = (await mails(title, "attestato")).find(
    ({ recipient }) => recipient === first?.recipient,
  );
  const certificate = /https?:\/\/\S+\/attestato/.exec(own?.text ?? "")?.[0] ?? "";
  const drawn = async () => (await fetch(certificate, { redirect: "manual" })).status === 200;
  await eventually("drawn", drawn);
  const file = await fetch(certificate);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await person.goto(link ?? "");
  await person.getByRole("link", { name: /Scarica l’attestato/ }).waitFor();

  const code = /[A-Z0-9]{4}(-[A-Z0-9]{1,4}){3}/.exec(own?.text ?? "")?.[0] ?? "";
  await person.goto(site.origin + routes.verify());
  await person.getByLabel("Codice di verifica").fill(code);
  await press(person, "Verifica");
  await person.getByRole("heading", { name: "Il documento è valido" }).waitFor();
});

test("without scripts a cycle is planned and its people convened", async () => {
  const page = await openPage(browser, { storageState: officer, javaScriptEnabled: false });
  const title = "Laboratori senza script";
  await plan(page, title);
  const told = await convene(page);
  await eventually("convoked", async () => (await mails(title, "")).length === told);
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
  const page = await openPage(browser, { storageState: officer });
  await page.goto(site.origin + address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await judge(page, what);
});

test("the plan says what is missing, keeps what was typed, and stays accessible", async () => {
  const page = await openPage(browser, { storageState: officer });
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
