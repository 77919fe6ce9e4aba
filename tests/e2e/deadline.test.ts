import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { testBrowser } from "../support/browser";
import { testSite } from "../support/server";
import { isSound, press, staffPages } from "../support/staff-pages";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);

test("an administrator adjusts a regime: the law refuses, a reason makes a version", async () => {
  const page = await staffPage("chiara-bandini");
  await page.goto(site.origin + routes.staffRegimes());
  await isSound(page);
  await page
    .getByRole("link", { name: /art\. 55/ })
    .first()
    .click();
  await page.waitForURL(/procedura=codesign55/);
  await page.fill("#days", "10");
  await page.fill("#reason", "Delibera n. 4 del 2026");
  await press(page, "Salva la versione 1");
  await page.waitForSelector(".ct-errsum");
  expect(await page.locator(".ct-errsum").textContent()).toContain("almeno venti giorni");
  await page.fill("#days", "30");
  await press(page, "Salva la versione 1");
  await page.waitForURL(/fatto=si$/);
  await isSound(page);
  expect(await page.locator("main").textContent()).toContain("Delibera n. 4 del 2026");
  await page.context().close();
});

test("an outage leads from the register to the end that it proposes, and to the act", async () => {
  const page = await staffPage("chiara-bandini");
  const { rows } = await site.database.owner.query(
    `select c.id, to_char(now() - interval '3 hours', 'YYYY-MM-DD') as day from call c
     join body b on b.id = c.body_id join staff_member s on s.body_id = b.id
     join person p on p.id = s.person_id
     where p.email like 'chiara.bandini@%' and c.state = 'published' and c.closes_at > now() limit 1`,
  );
  const { id, day } = rows[0];
  await page.goto(site.origin + routes.staffOutages());
  await page.selectOption("#kind", "identity");
  await page.fill("#startedOn", "2026-01-01");
  await page.fill("#startedAt", "08:00");
  await page.fill("#endedOn", day);
  await page.fill("#endedAt", "00:01");
  await page.fill("#note", "SPID non rispondeva.");
  await press(page, "Segna nel registro");
  await page.waitForURL(/fatto=scritta$/);
  await isSound(page);
  await page.goto(site.origin + routes.staffCallEvidence(id));
  await isSound(page);
  await page.getByRole("link", { name: "Prepara la proroga" }).click();
  await page.waitForURL(/atti\/nuovo\?tipo=proroga/);
  expect(await page.inputValue("#closesOn")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await page.context().close();
});
