import ical from "ical.js";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { demonstrationCalls } from "@/db/seed/calls";
import { routes } from "@/lib/routes";
import { openPage, testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { staffPages } from "../support/staff-pages";

// Names as people and machines may bring them, in every place that shows names: each is shown as it
// is written, and none of them is carried out, by a browser, a calendar or a feed reader.

const site = await testSite({ without: ["worker"] });
const browser = await testBrowser();
const { open, underReview, outcomePublished } = demonstrationCalls;

/** A formula, markup, placeholders of messages, marks that turn the direction, other alphabets. */
const HOSTILE =
  "=cmd|'/C calc'!A0 L'Òasi «Ștefănescu» جمعية السلام \u202Eodnoc\u202C <script>window.taken=1</script><img src=x onerror=window.taken=1>{name} <b>$1</b>";
const LINE = `${HOSTILE}\r\nATTENDEE:mailto:chi@example.it\r\nBEGIN:VEVENT`;
/** What a page shows of it: line breaks are spaces. */
const SHOWN = "=cmd|'/C calc'!A0 L'Òasi «Ștefănescu» جمعية السلام";

let pages: Record<"public" | "staff", string[]> = { public: [], staff: [] };

beforeAll(async () => {
  const { owner } = site.database;
  const zones = await owner.query<{ slug: string }>(
    "select z.slug from call c join zone z on z.id = c.zone_id where c.id = $1",
    [open.id],
  );
  await owner.query("update call set title = $1, summary = $1 where id = any($2)", [
    LINE,
    [open.id, underReview.id, outcomePublished.id],
  ]);
  await owner.query("update body set name = $1 where id in (select body_id from call)", [LINE]);
  await owner.query("update municipality set name = $1 || istat_code", [HOSTILE]);
  await owner.query(
    "update person set given_name = $1, family_name = 'D''Angelo' where id in (select person_id from application)",
    [HOSTILE],
  );
  await owner.query("update application set applicant_name = $1", [LINE]);
  await owner.query("update workshop_series set title = $1", [LINE]);
  const ids = await owner.query<{ application: string; series: string }>(
    `select (select id from application where call_id = $1 and state <> 'draft' limit 1) as application,
       (select id from workshop_series limit 1) as series`,
    [underReview.id],
  );
  const { application = "", series = "" } = ids.rows[0] ?? {};
  const zone = zones.rows[0]?.slug ?? "";
  pages = {
    public: [
      routes.home(),
      routes.calls(),
      `${routes.calls()}?q=cmd`,
      routes.call(open.slug),
      routes.callVersions(open.slug),
      routes.zone(zone),
      `${routes.zones()}?comune=nessuno`,
      `/en${routes.call(open.slug)}`,
    ],
    staff: [
      routes.staffHome(),
      routes.staffCalls(),
      routes.staffCall(underReview.id),
      routes.staffCallEdit(underReview.id),
      routes.staffCallPreview(underReview.id),
      routes.staffApplications(underReview.id),
      routes.staffApplication(underReview.id, application),
      routes.staffActs(underReview.id),
      routes.staffLetters(outcomePublished.id),
      routes.staffOutcome(outcomePublished.id),
      routes.staffWorkshops(),
      routes.staffSeries(series),
      routes.staffSeriesAttendance(series),
      routes.staffRegister(),
    ],
  };
});

/** Nothing of the name became an element, and nothing of it ran. */
async function expectHarmless(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path);
  const found = await page.evaluate(() => ({
    taken: "taken" in window,
    elements: document.querySelectorAll('img[src="x"], main b > script').length,
  }));
  expect(found, path).toEqual({ taken: false, elements: 0 });
}

const textOf = async (page: Page) => (await page.content()).replaceAll("&#x27;", "'");

test("public pages show names as they are written", async () => {
  const page = await openPage(browser);
  for (const path of pages.public) {
    await expectHarmless(page, path);
    expect(await textOf(page), path).toContain(SHOWN.slice(-12));
  }
  await page.goto(site.origin + routes.call(open.slug));
  expect(await page.locator("h1").innerText()).toContain(SHOWN);
  expect(await page.locator("h1").innerText()).toContain("<script>window.taken=1</script>");
  expect(await page.title()).toContain("<b>$1</b>");
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ name: LINE, serviceOperator: { name: LINE } });
  const picture = await fetch(site.origin + routes.callPicture(open.slug, 1, "it"));
  expect(picture.status).toBe(200);
});

test("a feed stays well formed, a calendar has the events of its calls and nobody invited", async () => {
  const page = await openPage(browser);
  await page.goto(site.origin + routes.accessibility());
  const xml = await (await fetch(site.origin + routes.callFeed("", "it"))).text();
  const read = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, "application/xml");
    const titles = [...feed.querySelectorAll("entry > title")].map((one) => one.textContent ?? "");
    return { broken: feed.querySelectorAll("parsererror").length, titles };
  }, xml);
  expect(read.broken).toBe(0);
  expect(read.titles.some((title) => title.includes(SHOWN))).toBe(true);
  for (const path of [routes.callCalendar("", "it"), routes.callDeadline(open.slug)]) {
    const text = await (await fetch(site.origin + path)).text();
    const calendar = new ical.Component(ical.parse(text));
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.flatMap((event) => event.getAllProperties("attendee"))).toEqual([]);
    expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(
      events.length,
    );
    const summaries = events.map((event) => String(event.getFirstPropertyValue("summary")));
    expect(summaries.some((summary) => summary.includes(SHOWN))).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  }
});

test("the pages of the staff show names as they are written", async () => {
  const staffPage = staffPages(browser, site.origin);
  const page = await staffPage("chiara-bandini");
  const silent: string[] = [];
  for (const path of pages.staff) {
    await expectHarmless(page, path);
    if (!(await textOf(page)).includes(SHOWN.slice(-12))) silent.push(path);
  }
  const csv = await page.request.get(
    site.origin + routes.staffApplicationExport(underReview.id, "formato=csv"),
  );
  const cells = (await csv.text()).split(/[;\r\n]/).map((cell) => cell.replace(/^"/, ""));
  expect(cells.some((cell) => cell.startsWith("'=cmd"))).toBe(true);
  expect(cells.filter((cell) => cell.startsWith("=") || cell.startsWith("@"))).toEqual([]);
  // The register holds numbers and no names but those of its documents.
  expect(silent.filter((path) => path !== routes.staffRegister())).toEqual([]);
});
