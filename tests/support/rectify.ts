import { eq } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { call, formDefinition } from "@/db/schema/calls";
import { rectifiedFieldsOf } from "@/db/seed/data/editor-fields";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { placesTaken } from "@/lib/applications/queries/act-recipients";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { prepareForm } from "@/lib/calls/commands/prepare-form";
import { type ActPublication, publishAct } from "@/lib/calls/commands/publish-act";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { preparedDocumentsOf } from "@/lib/calls/queries/prepared-documents";
import { preparedFormOf } from "@/lib/calls/queries/prepared-form";
import { actSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { romeDate } from "@/lib/kernel/rome-time";
import { type Applicant, openCall } from "./applications";
import { sampleContent } from "./sample-form";

const measure = { placesTaken, carryAnswers };

/** An open call whose texts are complete, so that a rectification can change its form alone. */
export async function rectifiableCall(
  officer: Applicant,
  given: Parameters<typeof openCall>[1] = {},
) {
  const sheet = { ...sampleContent.sheet, audience: "Tutti", howTo: "Così", needed: "Poco" };
  const content = { ...sampleContent, sheet: { ...sheet, obtained: "Un posto" } };
  const { bodyId, callId } = await openCall(officer.ctx, {
    summary: "In breve",
    content,
    ...given,
  });
  const roles = [{ bodyId, role: "officer" as const }];
  const ctx: Ctx = { ...officer.ctx, actor: { kind: "staff", personId: officer.personId, roles } };
  return { bodyId, callId, ctx };
}

/** A rectification of the form, written and looked at; nothing is published yet. */
export async function preparedRectification(
  ctx: Ctx,
  callId: string,
  change: (form: FormDefinition) => FormDefinition,
) {
  await prepareForm(ctx, { callId });
  const before = await preparedFormOf(ctx, callId);
  if (!before) throw new Error("no form is prepared");
  const copies = ctx.db.select({ id: preparedForm.formDefinitionId }).from(preparedForm);
  await ctx.db
    .update(formDefinition)
    .set({ definition: change(before.after) })
    .where(eq(formDefinition.id, copies.where(eq(preparedForm.callId, callId))));
  return writtenRectification(ctx, callId);
}

/** A rectification of what was changed on pages of their own, written and looked at. */
export async function writtenRectification(ctx: Ctx, callId: string) {
  const [row] = await ctx.db.select().from(call).where(eq(call.id, callId));
  if (!row) throw new Error("no call");
  const act = actSchema.parse({
    ...rectifiedFieldsOf(row),
    ...{ kind: "rectification", callId, callRevision: row.revision },
    ...{ actNumber: "Determina n. 1", actDate: romeDate(new Date()), reason: "Mancava qualcosa." },
  });
  const { revision } = await prepareAct(ctx, act, measure);
  const form = (await preparedFormOf(ctx, callId))?.seen ?? "";
  const documents = (await preparedDocumentsOf(ctx, callId))?.seen ?? "";
  return { callId, revision, form, documents };
}

export const publishIn = (ctx: Ctx, input: ActPublication) => publishAct(ctx, input, measure);

/** The same, published. */
export async function rectifyForm(
  ctx: Ctx,
  callId: string,
  change: (form: FormDefinition) => FormDefinition,
): Promise<string> {
  const { actId } = await publishIn(ctx, await preparedRectification(ctx, callId, change));
  return actId;
}

/** A form whose sections hold the given questions; those that are not named stay out. */
export const formOf = (
  form: FormDefinition,
  sections: Readonly<Record<string, readonly Field[]>>,
): FormDefinition => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    fields: sections[section.id] ?? section.fields,
  })),
});
