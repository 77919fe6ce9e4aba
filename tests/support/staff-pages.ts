import type { Browser, Page } from "playwright";
import { DEMONSTRATION_PASSWORD, demonstrationCode, demonstrationStaff } from "@/db/seed/accounts";
import { personId } from "@/db/seed/people";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { expectSoundAt } from "./axe";
import { openPage } from "./browser";
import { testContext } from "./context";
import type { OpenSite } from "./server";

type State = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

/**
 * Pages of members of staff of one site. A one-time code works once, so each member signs in once,
 * and later pages start with the cookie of the first. Browsers ask for an icon by themselves; there
 * is none.
 */
export function staffPages(browser: Browser, origin: string, expected = /favicon\.ico/) {
  const known = new Map<string, State>();
  return async function staffPage(
    key: string,
    options: { javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    const storageState = known.get(key);
    const page = await openPage(browser, {
      ...options,
      expected,
      ...(storageState && { storageState }),
    });
    if (storageState) return page;
    const member = demonstrationStaff.find((one) => one.key === key);
    await page.goto(`${origin}${routes.staffHome()}`);
    await page.waitForURL(/accedi\/personale/);
    await page.fill("#email", member?.email ?? "");
    await page.fill("#password", DEMONSTRATION_PASSWORD);
    await page.fill("#code", demonstrationCode(member?.secret ?? "", new Date()));
    await page.locator("main form button[type=submit]").first().click();
    await page.waitForURL(`${origin}${routes.staffHome()}`);
    known.set(key, await page.context().storageState());
    return page;
  };
}

/** No finding of axe and no sideways scrolling, at both widths. */
export const isSound = (page: Page): Promise<void> => expectSoundAt(page, [1280, 375]);

/** A member of staff as an officer of the body of a call, as the requests of a browser have it. */
export async function officerContext(
  site: OpenSite,
  callId: string,
  key = "chiara-bandini",
): Promise<Ctx> {
  const { rows } = await site.database.owner.query<{ body_id: string }>(
    "select body_id from call where id = $1",
    [callId],
  );
  const bodyId = rows[0]?.body_id ?? "";
  return testContext(site.database.app, {
    actor: { kind: "staff", personId: personId(key), roles: [{ bodyId, role: "officer" }] },
    scope: [bodyId],
    now: new Date(),
    seed: `e2e-${key}`,
  });
}

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

/** Opens a section of the editor, fills its fields and saves. */
export async function fillSection(
  page: Page,
  section: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(`${page.url().split("?")[0]}?sezione=${section}`);
  for (const [name, text] of Object.entries(fields)) await page.fill(`#${name}`, text);
  await press(page, "Salva");
  await page.waitForURL(/salvato=si/);
}

/** Everything but the responsible officer, section by section, as an author does. */
export async function fillEditor(
  page: Page,
  days: { opensOn: string; closesOn: string; actDate: string },
): Promise<void> {
  const { actDate, ...times } = days;
  await fillSection(page, "oggetto", {
    summary: "Cerchiamo gruppi che aprano un punto di ascolto.",
  });
  await fillSection(page, "destinatari", {
    audience: "Alle organizzazioni e ai gruppi della zona.",
  });
  await fillSection(page, "tempi", { ...times, closesAtTime: "12:00" });
  await fillSection(page, "partecipazione", {
    howTo: "1. Compila e invia.",
    needed: "- Un indirizzo e-mail",
    obtained: "Un posto ai laboratori.",
  });
  await fillSection(page, "procedimento", {
    object: "Manifestazione d’interesse",
    substituteHolder: "Direttore della Società della Salute",
    actNumber: "Determina n. 9",
    actDate,
  });
  await fillSection(page, "privacy", { privacyNoticeVersion: "2026-1" });
}
