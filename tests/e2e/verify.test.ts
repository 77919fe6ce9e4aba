import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { expectSoundAt } from "../support/axe";
import { openPage, testBrowser } from "../support/browser";
import { testContext } from "../support/context";
import { issueSample, sampleBody } from "../support/documents";
import { eventually } from "../support/outbox";
import { sharedSite } from "../support/server";
import { fileStorageAt } from "../support/stored-file";

const site = await sharedSite();
const browser = await testBrowser();
const ctx = testContext(site.database.app, { now: new Date(), seed: "verify" });
const bodyId = await sampleBody(site.database.owner, "verifica");
const subjectId = ctx.newId();
const replaced = await issueSample(ctx, { bodyId, subjectId });
const valid = await issueSample(ctx, { bodyId, subjectId });

async function fileHash(id: string): Promise<string | undefined> {
  const { rows } = await site.database.owner.query<{ hash: string }>(
    "select file_hash as hash from issued_document where id = $1 and file_hash is not null",
    [id],
  );
  return rows[0]?.hash;
}

test("a code as people type it leads to the answer, also without scripts", async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(site.origin + routes.verify());
  await page.getByLabel("Codice di verifica").fill(valid.code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Verifica" }).click();
  expect(new URL(page.url()).pathname).toBe(routes.verifyCode(valid.code));
  expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe(
    "Il documento è valido",
  );
  const words = await page.locator("main").textContent();
  expect(words).toContain("SdS verifica");
  expect(words).not.toContain("Passaparola");
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
});

test("each answer is accessible: form, valid, replaced, unknown code, unknown file", async () => {
  const page = await openPage(browser);
  const answers = [
    [routes.verify(), "Verifica un documento"],
    [routes.verifyCode(valid.code), "Il documento è valido"],
    [routes.verifyCode(replaced.code), "Il documento è stato sostituito"],
    [`${routes.verify()}?codice=ABC`, "Nessun documento con questo codice"],
    [`${routes.verify()}?impronta=${"0".repeat(64)}`, "Questo file non è un nostro originale"],
    [`${routes.verify()}?codice=`, "Verifica un documento"],
  ] as const;
  for (const [address, heading] of answers) {
    await page.goto(site.origin + address);
    await page.getByRole("heading", { name: heading }).waitFor();
    await expectSoundAt(page, [1280, 375]);
  }
});

test("a file is compared: with scripts only its hash leaves, without it is sent", async () => {
  await eventually("drawn", async () => (await fileHash(valid.id)) !== undefined);
  const bytes = await fileStorageAt(site.files, (await fileHash(valid.id)) ?? "");
  const original = { name: "ricevuta.pdf", mimeType: "application/pdf", buffer: bytes };
  const altered = { ...original, buffer: Buffer.concat([bytes, Buffer.from(" ")]) };
  for (const javaScriptEnabled of [true, false]) {
    const page = await openPage(browser, { javaScriptEnabled });
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    for (const [file, heading] of [
      [original, "Il documento è valido"],
      [altered, "Questo file non è un nostro originale"],
    ] as const) {
      await page.goto(site.origin + routes.verify());
      if (javaScriptEnabled) await page.getByText("Il file resta sul tuo dispositivo").waitFor();
      await page.getByLabel("File PDF", { exact: true }).setInputFiles(file);
      await page.getByRole("button", { name: "Confronta" }).click();
      await page.getByRole("heading", { name: heading }).waitFor();
    }
    expect(posts).toHaveLength(javaScriptEnabled ? 0 : 2);
  }
});

test("a visitor who follows the link of a mail is asked to sign in, whatever the document", async () => {
  for (const id of [valid.id, ctx.newId()]) {
    const answer = await fetch(site.origin + routes.document(id), { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(
      `${routes.signIn()}?ritorno=${encodeURIComponent(routes.document(id))}`,
    );
  }
});

test("the thirty-first verification of a minute is refused", async () => {
  const form = () => {
    const data = new FormData();
    data.set("file", new Blob(["no document"]), "a.pdf");
    return data;
  };
  const answers = await Promise.all(
    Array.from({ length: 31 }, () =>
      fetch(`${site.origin}${routes.compareFile()}`, {
        method: "POST",
        body: form(),
        headers: { "x-forwarded-for": "203.0.113.31" },
        redirect: "manual",
      }),
    ),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
});
