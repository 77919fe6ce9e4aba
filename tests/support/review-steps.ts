import type { Page } from "playwright";
import { expect } from "vitest";
import { routes } from "@/lib/routes";
import { WHY } from "./review";
import type { OpenSite } from "./server";
import { press } from "./staff-pages";

/** Answers the lines of the checklist that is open: "Sì" where nothing else is said. */
export async function answerRequirements(page: Page, words: readonly string[] = []): Promise<void> {
  const rows = await page.locator(".reqs li").all();
  for (const [row, one] of rows.entries()) {
    await one.getByRole("radio", { name: words[row] ?? "Sì", exact: true }).check();
  }
  await press(page, "Salva i requisiti");
  await page.waitForURL(/fatto=si/);
}

export async function admitOpen(page: Page): Promise<void> {
  await answerRequirements(page);
  await press(page, "Ammetti");
  await page.getByText("Decisioni", { exact: true }).waitFor();
}

/** Refuses with a reason of the list and one in words; `looked` sees the page that asks for both. */
export async function refuseOpen(
  page: Page,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  await answerRequirements(page, ["No"]);
  await press(page, "Dichiara non ammissibile");
  await page.locator(".ct-errsum").waitFor();
  await page.selectOption("#reasonCode", { index: 1 });
  await page.fill("#reasons", WHY);
  await looked();
  await press(page, "Dichiara non ammissibile");
  await page.getByText("Decisioni", { exact: true }).waitFor();
  await page.getByText(WHY).first().waitFor();
}

/** Publishes the outcome and waits until all its letters have gone out. */
export async function publishOutcome(
  page: Page,
  site: OpenSite,
  given: { callId: string; actDate: string; letters: number },
): Promise<void> {
  await page.goto(site.origin + routes.staffOutcome(given.callId));
  await page.fill("#actNumber", "Determina n. 420");
  await page.fill("#actDate", given.actDate);
  await press(page, /^Pubblica l’esito/);
  await page.waitForURL(/lettere\?fatto=esito/);
  const sent = async () => {
    const { rows } = await site.database.owner.query<{ n: number }>(
      `select count(*)::int as n from message m join decision d on d.id = m.subject_id
       join application a on a.id = d.application_id
       where a.call_id = $1 and m.kind = 'decision' and m.state in ('sent', 'delivered')`,
      [given.callId],
    );
    return rows[0]?.n;
  };
  await expect.poll(sent, { timeout: 90_000 }).toBe(given.letters);
}
