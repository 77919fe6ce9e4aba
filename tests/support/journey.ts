import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { expect } from "vitest";
import { routes } from "@/lib/routes";

/** Signs in by the link of the mail, as a person does with the trial mailbox open beside. */
export async function signInByLink(
  page: Page,
  origin: string,
  email: string,
  mailTo: (recipient: string) => Promise<string>,
): Promise<void> {
  await page.goto(origin + routes.signIn());
  await page.getByRole("textbox", { name: "La tua e-mail" }).fill(email);
  await page.getByRole("button", { name: "link" }).click();
  await page.getByRole("heading", { level: 1, name: /posta|mail/i }).waitFor();
  const text = await mailTo(email);
  const link = /https?:\/\/\S*chiave=[\w-]+/.exec(text)?.[0];
  await page.goto(link ?? "");
  await page.getByRole("main").getByRole("button").click();
  await page.waitForURL(/area-personale|candidature|avvisi/);
}

/** All of axe's rules for WCAG 2.2 AA and its best practices. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
}

/** Picks one of the cards of a question. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole("group", { name: question });
  await group.getByRole("radio", { name: answer, exact: true }).check();
}
