import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { formDefinition } from "@/db/schema/calls";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { draftPage } from "@/lib/applications/queries/draft-page";
import type { Field } from "@/lib/calls/core/form-definition";
import { standardRules } from "@/lib/calls/core/regimes";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { bodyCode, completeDraft, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { formOf } from "../../support/rectify";
import { sampleForm } from "../../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const [organisation] = sampleForm.sections;
const [first] = organisation?.fields ?? [];
const since = { ...first, id: "runtsSince", type: "date" } as Field;
const asking = formOf(sampleForm, { organisation: [...(organisation?.fields ?? []), since] });

test("the months in RUNTS are counted back from the day of the call, by the rules it has", async () => {
  const applicant = await somebody(db);
  const { ctx } = applicant;
  const regimeRules = { ...standardRules.codesign55, runtsMonths: 6 };
  const formDefinitionId = ctx.newId();
  const { bodyId, callId } = await openCall(ctx, { regime: "codesign55", regimeRules });
  const form = { id: formDefinitionId, bodyId, definition: asking, createdAt: ctx.now };
  await db.insert(formDefinition).values(form);
  await database.owner.query("update call set form_definition_id = $1 where id = $2", [
    formDefinitionId,
    callId,
  ]);
  const applicationId = await completeDraft(applicant, callId, { code: bodyCode(7) });
  const write = async (day: string) => {
    const { sections } = await draftPage(ctx, applicationId);
    const revisions = Object.entries(sections).map(([id, { revision }]) => [id, revision]);
    await saveSections(ctx, {
      ...{ applicationId, shown: ["runtsSince"], entries: [["runtsSince", day]] },
      revisions: Object.fromEntries(revisions),
    });
    return (await draftPage(ctx, applicationId)).maySubmit;
  };
  const today = romeDate(new Date());
  expect(await write(addDays(today, -20))).toEqual({ ok: false, reason: "not_eligible" });
  expect(await write(addDays(today, -400))).toEqual({ ok: true });
});
