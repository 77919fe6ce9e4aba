import { expect, test } from "vitest";
import { withdrawDocument } from "@/lib/documents/commands/withdraw-document";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { bodyCode } from "../support/applications";
import {
  answerAsAssociation,
  begin,
  describeAssociation,
  describePerson,
  heading,
  send,
} from "../support/apply-steps";
import { openPage, testBrowser } from "../support/browser";
import { fillIn, press as pressExactly } from "../support/journey";
import { admitOpen, publishOutcome, refuseOpen } from "../support/review-steps";
import { testSite } from "../support/server";
import { fillEditor, fillSection, officerContext, press, staffPages } from "../support/staff-pages";
import { verify, workshopSteps } from "../support/workshop-steps";

const site = await testSite();
const browser = await testBrowser();
const staffPage = staffPages(browser, site.origin);
const workshops = workshopSteps(site);
const today = romeDate(new Date());
const phone = { viewport: { width: 375, height: 812 }, expected: /favicon\.ico/ };
const people = { association: "rete@example.org", citizen: "amina@example.org" };
const { owner } = site.database;

test("the whole path: from the template of a call to a certificate that anybody verifies", async () => {
  const call = await publishCall();
  await applyAsAssociation(call.slug);
  await applyAsCitizen(call.slug);
  const codes = await review(call.id);
  await expectPublicOutcome(call.slug, codes);
  const certificate = await holdWorkshops(call.id);
  await verifyAll(call.id, certificate);
}, 600_000);

async function publishCall(): Promise<{ id: string; slug: string }> {
  const page = await staffPage("chiara-bandini");
  await page.goto(site.origin + routes.staffNewCall());
  await page.fill("#title", "Abitare insieme la salute");
  await page.locator("input[value='participatoryPath/workshopsForAll']").check();
  await press(page, "Crea la bozza");
  await page.waitForURL(/\/modifica$/);
  const id = /avvisi\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  const days = { opensOn: addDays(today, -1), closesOn: addDays(today, 40) };
  await fillEditor(page, { ...days, actDate: addDays(today, -3) });
  await fillSection(page, "procedimento", { responsibleOfficer: "Sergio Lari" });
  await press(page, "Pubblica l’avviso");
  await page.waitForURL(/fatto=pubblicato/);
  const href = await page.getByRole("link", { name: "Pagina pubblica" }).getAttribute("href");
  return { id, slug: href?.split("/").at(-1) ?? "" };
}

async function applyAsAssociation(slug: string): Promise<void> {
  const page = await openPage(browser, phone);
  await begin(page, site, { slug, track: /organizzazione/, email: people.association });
  await fillIn(page, { legalNature: "APS (associazione di promozione sociale)" });
  await page.getByRole("radio", { name: "Non so" }).check();
  await describeAssociation(page, "Rete Passaparola APS", bodyCode(771));
  await pressExactly(page, "Avanti");
  await heading(page, "Dati specifici");
  await answerAsAssociation(page);
  await pressExactly(page, "Avanti");
  await heading(page, "Riepilogo");
  await send(page, true);
}

async function applyAsCitizen(slug: string): Promise<void> {
  const page = await openPage(browser, phone);
  await begin(page, site, { slug, track: /Solo io/, email: people.citizen });
  const name = { firstName: "Amina", lastName: "D'Angelo", code: "RSSMRA85T10A562S" };
  await describePerson(page, { ...name, age: "18 anni o più" });
  await pressExactly(page, "Avanti");
  await heading(page, "Dati specifici");
  await fillIn(page, {
    meetsAsPerson: "I miei vicini",
    missing: "Un posto dove chiedere",
    bringsAsPerson: "Le mie sere",
  });
  await pressExactly(page, "Avanti");
  await heading(page, "Riepilogo");
  await send(page, true);
}

type Codes = { association: string; citizen: string };

/** Admits the association, refuses the citizen with reasons, publishes; returns their codes. */
async function review(callId: string): Promise<Codes> {
  // Forty days go by: no clock of ours can be set.
  await owner.query("update call set closes_at = now() - interval '1 minute' where id = $1", [
    callId,
  ]);
  const page = await staffPage("chiara-bandini");
  await page.goto(site.origin + routes.staffCall(callId));
  await press(page, "Inizia l’istruttoria");
  await expect.poll(() => stateOf(callId)).toBe("underReview");
  const association = await applicationOf(callId, people.association);
  const citizen = await applicationOf(callId, people.citizen);
  await page.goto(site.origin + routes.staffApplication(callId, association.id));
  await page.getByText("Rete Passaparola APS").first().waitFor();
  await admitOpen(page);
  await page.goto(site.origin + routes.staffApplication(callId, citizen.id));
  await refuseOpen(page);
  await publishOutcome(page, site, { callId, actDate: today, letters: 2 });
  return { association: association.code, citizen: citizen.code };
}

async function applicationOf(callId: string, email: string) {
  const { rows } = await owner.query<{ id: string; code: string }>(
    `select a.id, a.code from application a join person p on p.id = a.person_id
     where a.call_id = $1 and p.email = $2`,
    [callId, email],
  );
  return rows[0] ?? { id: "", code: "" };
}

async function stateOf(callId: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ state: string }>("select state from call where id = $1", [
    callId,
  ]);
  return rows[0]?.state;
}

async function expectPublicOutcome(slug: string, codes: Codes): Promise<void> {
  const page = await openPage(browser, phone);
  await page.goto(site.origin + routes.callOutcome(slug));
  const row = (code: string) => page.getByRole("row", { name: new RegExp(code) }).textContent();
  expect(await row(codes.association)).toMatch(/Ammessa/);
  expect(await row(codes.citizen)).toMatch(/Non ammissibile/);
  expect(await page.content()).not.toContain("Passaparola");
}

/** Four workshops of the one who was admitted; it misses the last and still gets a certificate. */
async function holdWorkshops(callId: string): Promise<string> {
  const title = "Laboratori di abitare insieme";
  const page = await staffPage("chiara-bandini");
  const seriesId = await workshops.plan(page, callId, title);
  expect(await workshops.convene(page, title)).toBe(1);
  const [mail] = await workshops.mails(title);
  expect(mail?.recipient).toBe(people.association);
  const person = await openPage(browser, phone);
  const link = await workshops.accept(person, mail?.text ?? "");
  await workshops.letWeeksPass(seriesId);
  await workshops.hold(page, seriesId, (_, meeting) => (meeting === 3 ? "Assente" : "Presente"));
  const letters = await workshops.certify(page, { seriesId, title, count: 1 });
  const { type, bytes, code } = await workshops.certificateOf(
    letters.get(people.association) ?? "",
  );
  expect(type).toBe("application/pdf");
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await person.goto(link);
  await person.getByRole("link", { name: /Scarica l’attestato/ }).waitFor();
  return code;
}

async function verifyAll(callId: string, code: string): Promise<void> {
  const visitor = await openPage(browser, phone);
  await verify(visitor, site, code, "Il documento è valido");
  expect(await visitor.locator("main").textContent()).not.toContain("Passaparola");
  const { rows } = await owner.query<{ id: string }>(
    "select id from issued_document where code = $1",
    [code],
  );
  const reason = "Rilasciato per errore";
  const ctx = await officerContext(site, callId);
  await withdrawDocument(ctx, { documentId: rows[0]?.id ?? "", reason });
  await verify(visitor, site, code, "Il documento è stato ritirato");
  await visitor.getByText(reason).waitFor();
  await verify(visitor, site, "AAAA-BBBB-CCCC-D", "Nessun documento con questo codice");
}
