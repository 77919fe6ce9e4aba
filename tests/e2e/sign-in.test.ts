import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { DEMONSTRATION_PASSWORD, demonstrationCode, demonstrationStaff } from "@/db/seed/accounts";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { sharedSite } from "../support/server";

const site = await sharedSite();
const browser = await testBrowser();

const submit = (page: Page) => page.locator("main form button[type=submit]").first().click();

/** Asks for a link on the page and waits for the address in the mail that the worker wrote. */
async function linkFor(page: Page, email: string): Promise<string> {
  await page.goto(`${site.origin}/accedi?ritorno=/esci`);
  await page.fill("#email", email);
  await submit(page);
  await page.waitForURL(/controlla-la-posta$/);
  const mail = async () => {
    const { rows } = await site.database.owner.query<{ text: string }>(
      "select text from trial_mail where recipient = $1",
      [email],
    );
    return rows[0]?.text.match(/http\S+chiave=[\w-]{43}/)?.[0];
  };
  await expect.poll(mail, { timeout: 20_000 }).toBeDefined();
  return (await mail()) ?? "";
}

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("%s", (_what, javaScriptEnabled) => {
  test("a magic link: looked at twice, used once, in this browser alone", async () => {
    const page = await openPage(browser, { javaScriptEnabled });
    const address = await linkFor(page, `amica-${javaScriptEnabled}@example.org`);
    const stranger = await openPage(browser, { javaScriptEnabled });
    await stranger.goto(address);
    expect(await stranger.title()).toMatch(/^Errore: Apri il link nell’altro browser/);
    await page.goto(address);
    await page.reload();
    await submit(page);
    await page.waitForURL(`${site.origin}/esci`);
    expect(await page.locator(".ct-lead").innerText()).toContain(`amica-${javaScriptEnabled}@`);
    expect(await page.locator(".ct-login").textContent()).toBe("Area personale");
    const { value, ...cookie } = (await page.context().cookies()).find(({ name }) =>
      name.endsWith("cantieri-session"),
    ) ?? { value: "" };
    expect(value).toHaveLength(43);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    await page.goto(address);
    expect(await page.title()).toMatch(/^Errore: Questo link è già stato usato/);
    await page.goto(`${site.origin}/esci`);
    await submit(page);
    await page.waitForURL(/fatto=uscita$/);
    await expect.poll(() => page.locator(".ct-login").textContent()).toBe("Accedi");
    await page.goto(`${site.origin}/area-personale/accessi`);
    expect(new URL(page.url()).search).toBe("?ritorno=%2Farea-personale%2Faccessi");
  });

  test("staff: what was typed stays after an error, then the code opens the session", async () => {
    const member = demonstrationStaff[javaScriptEnabled ? 1 : 2];
    if (!member) throw new Error("no staff in the demonstration");
    const page = await openPage(browser, { javaScriptEnabled });
    await page.goto(`${site.origin}/accedi/personale?ritorno=/esci`);
    const fill = async (password: string) => {
      await page.fill("#email", member.email);
      await page.fill("#password", password);
      const code = demonstrationCode(member.secret, new Date());
      await page.fill("#code", `${code.slice(0, 3)} ${code.slice(3)}`);
      await submit(page);
    };
    await fill("non è questa");
    await page.waitForSelector(".ct-errsum");
    await expect.poll(() => page.title()).toMatch(/^Errore: Accesso del personale - /);
    expect(await page.inputValue("#email")).toBe(member.email);
    expect(await page.inputValue("#password")).toBe("");
    await fill(DEMONSTRATION_PASSWORD);
    await page.waitForURL(`${site.origin}/esci`);
    expect(await page.locator(".ct-lead").innerText()).toContain(member.familyName);
  });
});

test("a wrong mailbox is explained, the summary has the focus, the title says so", async () => {
  const page = await openPage(browser);
  await page.goto(`${site.origin}/en/accedi`);
  await page.fill("#email", "nessuna-chiocciola");
  await submit(page);
  await page.waitForSelector(".ct-errsum:focus");
  await expect.poll(() => page.title()).toMatch(/^Error: Sign in/);
  expect(await page.inputValue("#email")).toBe("nessuna-chiocciola");
});

/** Each sign-in page as it opens, and as it answers an empty form. */
const forms = [
  { name: "sign-in", address: "/accedi" },
  { name: "sign-in of staff", address: "/accedi/personale" },
  { name: "used link", address: `/accedi/link?chiave=${"x".repeat(43)}` },
  { name: "link that was sent", address: "/accedi/controlla-la-posta" },
  { name: "invitation that is gone", address: "/accedi/invito?chiave=x" },
  { name: "sign-out", address: "/esci" },
];

test.each(forms)("sound on both widths: $name", async ({ address }) => {
  const page = await openPage(browser);
  await page.goto(site.origin + address);
  await expectSoundAt(page, [375, 1280]);
  if ((await page.locator("main form input:visible").count()) === 0) return;
  await submit(page);
  await page.waitForSelector(".ct-errsum");
  await expectSoundAt(page, [375, 1280]);
});

test.each(["/favicon.ico", "/icon.svg", "/apple-touch-icon.png", "/icon-192.png", "/icon-512.png"])(
  "browsers find the icon %s",
  async (address) => {
    const answer = await fetch(site.origin + address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^image\//);
  },
);

test("the manifest names the programme and icons that are there", async () => {
  const answer = await fetch(`${site.origin}/manifest.webmanifest`);
  expect(answer.headers.get("content-type")).toBe("application/manifest+json");
  const { name, icons } = (await answer.json()) as { name: string; icons: { src: string }[] };
  expect(name).toBe("Cantieri della Salute");
  for (const { src } of icons) expect((await fetch(site.origin + src)).status).toBe(200);
});
