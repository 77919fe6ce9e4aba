import type { Page } from "playwright";
import { expect } from "vitest";
import { routes } from "@/lib/routes";
import type { OpenSite } from "./server";

/** Signs in by the link in the mail, as a person does, and comes back to `returnTo`. */
export async function signInByLink(
  page: Page,
  site: OpenSite,
  email: string,
  returnTo: string,
): Promise<void> {
  await page.goto(site.origin + routes.signIn(returnTo));
  await page.fill("#email", email);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/controlla-la-posta$/);
  const link = async () => {
    const { rows } = await site.database.owner.query<{ text: string }>(
      "select text from trial_mail where recipient = $1 and text like '%chiave=%' order by sent_at desc limit 1",
      [email],
    );
    return rows[0]?.text.match(/http\S+chiave=[\w-]{43}/)?.[0];
  };
  await expect.poll(link, { timeout: 20_000 }).toBeDefined();
  await page.goto((await link()) ?? "");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(site.origin + returnTo);
}

/** Fills texts and lists by the id of their control. */
export async function fillIn(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [id, answer] of Object.entries(answers)) {
    const control = page.locator(`[id="${id}"]`);
    const isList = (await control.evaluate((node) => node.tagName)) === "SELECT";
    if (isList) await control.selectOption({ label: answer });
    else await control.fill(answer);
  }
}

/** Presses a button of the bar and waits for the answer of the server. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
