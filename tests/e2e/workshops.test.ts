import ICAL from "ical.js";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();

/** The personal links of the mails that convene to the cycle that is under way, as they were sent. */
const { rows } = await site.database.owner.query<{ url: string; answer: string }>(
  `select m.view->>'answerUrl' as url, c.answer
   from message m
   join participant p on p.series_id = m.subject_id and p.email = m.recipient
   join convocation c on c.participant_id = p.id
   join meeting t on t.id = c.meeting_id and t.number = 3
   where m.kind = 'convocation' and t.state = 'convened' order by m.queued_at, m.recipient`,
);
const pathOf = (answer: string) =>
  new URL(rows.find((row) => row.answer === answer)?.url ?? "", site.origin).pathname;

async function answerWith(page: Page, choice: string): Promise<void> {
  const form = page.locator("form.ws-answer").last();
  await form.getByLabel(choice).check();
  if (choice.startsWith("Viene")) {
    await form.getByLabel("Nome e cognome").fill("Zoë d’Ăvila");
  }
  await form.getByRole("button").click();
  await page.getByText("La tua risposta è salvata.").waitFor();
}

test.each([true, false])(
  "a participant answers by the link on a phone, scripts: %s",
  async (javaScriptEnabled) => {
    const phone = { viewport: { width: 375, height: 800 }, javaScriptEnabled };
    const page = await openPage(browser, phone);
    await page.goto(site.origin + pathOf("none"));
    await answerWith(page, javaScriptEnabled ? "Viene un’altra persona al mio posto" : "Vengo");
    const words = javaScriptEnabled ? "Posto confermato per Zoë d’Ăvila" : "Posto confermato";
    expect(await page.locator("main").innerText()).toContain(words);
  },
);

test("the page of a link passes axe on both widths, and is neither kept nor indexed", async () => {
  const page = await openPage(browser);
  const response = await page.goto(site.origin + pathOf("present"));
  expect(response?.headers()["cache-control"]).toContain("no-store");
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
  await expectSoundAt(page, [375, 1280]);
});

test("the calendar of a link is read by a client, and tells the meetings of the page", async () => {
  const token = pathOf("present").split("/").at(-1) ?? "";
  const answer = await fetch(site.origin + routes.meetingCalendar(token));
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(events.map((one) => one.summary.split(" (")[0])).toEqual([
    "Conoscersi",
    "Dividere i compiti",
    "Scrivere il patto",
    "Firmarlo",
  ]);
  expect(new Set(events.map((one) => one.uid)).size).toBe(4);
});

test("a link that is not ours leads nowhere", async () => {
  const token = "x".repeat(43);
  for (const path of [
    routes.convocationAnswer(token),
    routes.meetingCalendar(token),
    routes.convocationCertificate(token),
  ]) {
    expect((await fetch(site.origin + path)).status).toBe(404);
  }
});
