import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { openPage, testBrowser } from "../support/browser";
import { testSite } from "../support/server";

const site = await testSite();
const browser = await testBrowser();

test("the home page opens in a browser without a complaint", async () => {
  const page = await openPage(browser);
  const response = await page.goto(site.origin + routes.home());
  expect(response?.status()).toBe(200);
  expect(await page.locator("html").getAttribute("lang")).toBe("it");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).count()).toBe(1);
});

test("a web process that is killed comes back on its port, with the database as it was", async () => {
  const zones = "select count(*)::int as n from zone";
  const before = await site.database.owner.query(zones);
  await site.kill9("web");
  await expect(fetch(site.origin + routes.health())).rejects.toThrow();
  await site.start("web");
  const answer = await fetch(site.origin + routes.ready());
  expect(await answer.json()).toEqual({ ready: true });
  expect((await site.database.owner.query(zones)).rows).toEqual(before.rows);
});

test("asked to end, it finishes and says so", async () => {
  await expect.poll(() => site.log(), { timeout: 30_000 }).toContain("worker is running");
  await site.stop("web");
  await site.stop("worker");
  expect(site.log()).toContain("web has stopped");
  expect(site.log()).toContain("worker has stopped");
});

test("connections that the database ends are replaced", async () => {
  await site.start("web");
  const ready = async () => (await fetch(site.origin + routes.ready())).json();
  await site.database.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await expect.poll(ready, { timeout: 10_000 }).toEqual({ ready: true });
});
