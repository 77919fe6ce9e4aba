import type { Locator, Page } from "playwright";
import { expect } from "vitest";

/** More controls than any page of ours has. */
const MOST = 250;

/** Moves by Tab alone until the focus is on what is meant; fails when it is never reached. */
export async function tabTo(page: Page, meant: Locator): Promise<void> {
  await meant.waitFor({ state: "attached" });
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    if (await hasFocus(meant)) {
      const seen = await meant.evaluate((node) => node.matches(":focus-visible"));
      expect(seen, "the focus can be seen").toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${meant} was not reached by Tab`);
}

/** Chooses one of a group of radio buttons with the arrows. */
export async function choose(page: Page, meant: Locator): Promise<void> {
  const name = await meant.getAttribute("name");
  const group = page.locator(`input[type=radio][name="${name}"]`);
  await tabTo(
    page,
    (await group.and(page.locator(":checked")).count())
      ? group.and(page.locator(":checked"))
      : group.first(),
  );
  await page.keyboard.press("Space");
  for (let at = await group.count(); at > 0 && !(await meant.isChecked()); at -= 1) {
    await page.keyboard.press("ArrowDown");
  }
  expect(await meant.isChecked()).toBe(true);
}

/** Writes into the control with this id; in a list the first letters choose. */
export async function type(page: Page, id: string, text: string): Promise<void> {
  const control = page.locator(`[id="${id}"]`);
  await tabTo(page, control);
  await page.keyboard.type(text);
}

export async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press("Space");
  expect(await box.isChecked()).toBe(true);
}

export async function pressByKeyboard(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole("button", { name, exact: typeof name === "string" }));
  await page.keyboard.press("Enter");
}

function hasFocus(meant: Locator): Promise<boolean> {
  return meant.evaluate((node) => node === document.activeElement);
}
