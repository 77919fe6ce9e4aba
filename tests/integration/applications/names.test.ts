import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { assessApplication } from "@/lib/applications/queries/assess-application";
import { municipalityCodes } from "@/lib/applications/queries/municipality-codes";
import { sha256 } from "@/lib/platform/digest";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";

// Names as people bring them: none is mended, cut or refused, and none breaks what holds it.

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

async function write({ ctx }: Applicant, applicationId: string, name: string): Promise<void> {
  const { sections } = await applicationForCommand(ctx, applicationId);
  await saveSections(ctx, {
    ...{ applicationId, shown: ["name"], entries: [["name", name]] },
    revisions: { organisation: sections.organisation?.revision ?? 0 },
  });
}

const nameIn = async ({ ctx }: Applicant, id: string) =>
  (await applicationForCommand(ctx, id)).sections.organisation?.answers.name;

test.each([
  ["apostrophes", "L'Ora d’Aria «D'Amico»"],
  ["a comma below and a breve", "Asociația Ștefănescu ă â"],
  ["Arabic", "جمعية السلام"],
  ["characters of four bytes", "Circolo 𝒜𝓂𝒾𝒸𝒾 🌱"],
  ["a mark that turns the direction", "Rete \u202Eitatilibasid\u202C odv"],
  ["a right-to-left mark", "شباب \u200F2026\u200F"],
  ["markup and a formula", `=1+1 <img src=x onerror="alert(1)"> {name} $1`],
])("%s", async (_, name) => {
  const applicant = await somebody(db, "Lucía ă 🌱");
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(700) });
  await write(applicant, id, name);
  expect(await nameIn(applicant, id)).toBe(name);
  const sent = await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  const snapshot = JSON.parse(sent.snapshot) as { answers: { organisation: { name: string } } };
  expect(snapshot.answers.organisation.name).toBe(name);
  expect(sha256(sent.snapshot)).toBe(sent.digest);
  const { rows } = await database.owner.query<{
    view: ReceiptView;
    listed: string;
    letter: string;
  }>(
    `select d.view, a.applicant_name as listed, m.view ->> 'applicant' as letter
     from application a join issued_document d on d.subject_id = a.id
     join message m on m.subject_id = a.id where a.id = $1`,
    [id],
  );
  expect(rows[0]).toMatchObject({ listed: name, view: { applicant: { name } } });
});

test("ten thousand characters are kept as they were typed, told as too many, and stop nothing else", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(701) });
  const long = "Associazione 🌱 ă ".repeat(700).slice(0, 10_000);
  await write(applicant, id, long);
  expect(await nameIn(applicant, id)).toBe(long);
  const found = await applicationForCommand(applicant.ctx, id);
  const { errors } = assessApplication(found, await municipalityCodes(applicant.ctx));
  expect(errors.name).toMatchObject({ code: "text.tooLong" });
  const sending = submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  await expect(sending).rejects.toMatchObject({ reason: "incomplete" });
  expect(await nameIn(applicant, id)).toBe(long);
  await write(applicant, id, "Associazione Ă");
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
});
