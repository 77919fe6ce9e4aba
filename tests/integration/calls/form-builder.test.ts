import { beforeAll, describe, expect, test } from "vitest";
import { createCall } from "@/lib/calls/commands/create-call";
import { editForm } from "@/lib/calls/commands/edit-form";
import { importForm } from "@/lib/calls/commands/import-form";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { formAsFile } from "@/lib/calls/core/foreign-form";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { formBuilder, partDigest } from "@/lib/calls/queries/form-for-edit";
import { marksOf } from "@/lib/calls/queries/marks";
import type { Ctx } from "@/lib/context";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers, valdera } from "../../support/drafts";

const database = await testDatabase();
let ctx: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  await seedOfficers(database.owner);
  ctx = officerContext(database.app, coeso);
  stranger = officerContext(database.app, valdera);
});

async function newDraft(): Promise<string> {
  const given = { title: "Prova del modulo", regime: "participatoryPath", template: "" } as const;
  return (await createCall(ctx, { bodyId: coeso, ...given })).id;
}

const rename = (at: string, words: string) =>
  ({ do: "save", at, posted: { "label.it": [words], required: ["yes"] }, step: "" }) as const;
const labelOf = async (callId: string, id: string) => {
  const { definition } = await formBuilder(ctx, callId);
  return fieldsOf(definition).find((field) => field.id === id)?.label.it;
};

describe("the form of a draft", () => {
  test("is changed field by field: two authors of two fields do not disturb each other", async () => {
    const callId = await newDraft();
    const { definition } = await formBuilder(ctx, callId);
    const [one, other] = [partDigest(definition, "motivation"), partDigest(definition, "brings")];
    await editForm(ctx, { callId, seen: one, edits: [rename("motivation", "Perché?")] });
    await editForm(ctx, { callId, seen: other, edits: [rename("brings", "Che cosa?")] });
    expect(await labelOf(callId, "motivation")).toBe("Perché?");
    expect(await labelOf(callId, "brings")).toBe("Che cosa?");
  });

  test("two authors of one field keep both, where each wrote another text of it", async () => {
    const callId = await newDraft();
    const { definition } = await formBuilder(ctx, callId);
    const field = fieldsOf(definition).find(({ id }) => id === "motivation");
    const { id: _, ...own } = field ?? { id: "" };
    const given = { callId, seen: "", was: marksOf(own), automatic: true };
    const hinted = { ...rename("motivation", field?.label.it ?? ""), step: "" };
    const posted = { ...hinted.posted, "label.en": [field?.label.en ?? ""] };
    await editForm(ctx, { ...given, edits: [rename("motivation", "Perché?")] });
    const saved = await editForm(ctx, {
      ...given,
      edits: [{ ...hinted, posted: { ...posted, "hint.it": ["In breve."] } }],
    });
    expect(saved.conflicts.map((conflict) => conflict.field)).not.toContain("hint");
    const stored = fieldsOf((await formBuilder(ctx, callId)).definition);
    const after = stored.find(({ id }) => id === "motivation");
    expect([after?.label.it, after?.hint?.it]).toEqual(["Perché?", "In breve."]);
  });

  test("is not overwritten by who read an older field", async () => {
    const callId = await newDraft();
    const { definition } = await formBuilder(ctx, callId);
    const seen = partDigest(definition, "motivation");
    await editForm(ctx, { callId, seen, edits: [rename("motivation", "La prima")] });
    const late = editForm(ctx, { callId, seen, edits: [rename("motivation", "La seconda")] });
    await expect(late).rejects.toMatchObject({ code: "stale" });
    expect(await labelOf(callId, "motivation")).toBe("La prima");
  });

  test("does not exist for staff of another body", async () => {
    const callId = await newDraft();
    await expect(formBuilder(stranger, callId)).rejects.toMatchObject({ code: "not_found" });
    const edits = [{ do: "up", at: "motivation" } as const];
    await expect(editForm(stranger, { callId, seen: "", edits })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("with something amiss cannot be published; sound, it is frozen", async () => {
    const draft = await completeDraft(ctx, coeso);
    const { callId } = draft;
    const { revision } = await saveCall(ctx, draft);
    const read = await formBuilder(ctx, callId);
    const valderas = { kind: "template", key: "valderaOrganisations" } as const;
    await importForm(ctx, { callId, seen: read.seen, source: valderas });
    const { definition } = await formBuilder(ctx, callId);
    const edits = [{ do: "remove", at: "givesGuidance" } as const];
    await editForm(ctx, { callId, seen: partDigest(definition, "givesGuidance"), edits });
    const { problems, seen } = await formBuilder(ctx, callId);
    expect(problems).toEqual([
      { code: "refers_to_unknown_field", at: "deskHours", about: "givesGuidance" },
    ]);
    const publish = () => publishCall(ctx, { callId, revision, overrideReason: "" });
    await expect(publish()).rejects.toMatchObject({ fields: { form: "missing" } });
    await importForm(ctx, { callId, seen, source: { kind: "template", key: "coesoBothTracks" } });
    await publish();
    const frozen = editForm(ctx, { callId, seen: "", edits: [{ do: "up", at: "missing" }] });
    await expect(frozen).rejects.toMatchObject({ reason: "wrong_state" });
  });
});

describe("a form from outside", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test("takes the place of the former one, which stays stored", async () => {
    const callId = await newDraft();
    const { seen } = await formBuilder(ctx, callId);
    const stored = await database.owner.query<{ form: string }>(
      "select form_definition_id as form from call where id = $1",
      [callId],
    );
    const former = stored.rows[0]?.form;
    const file = formAsFile("Progetti", FORM_TEMPLATES.projectProposals);
    const source = { kind: "file", bytes: bytes(file) } as const;
    expect(await importForm(ctx, { callId, seen, source })).toEqual({ callId, problems: [] });
    expect((await formBuilder(ctx, callId)).definition).toEqual(FORM_TEMPLATES.projectProposals);
    const { rows } = await database.owner.query("select 1 from form_definition where id = $1", [
      former,
    ]);
    expect(rows).toHaveLength(1);
  });

  test.each([
    ["five megabytes", `[${" ".repeat(5 * 1024 * 1024)}]`, "too_large"],
    ["another version", '{"version":7,"sections":[]}', "other_version"],
    ["a condition on nothing", unsound(), "refers_to_unknown_field"],
  ])("of %s changes nothing and says why", async (_, text, code) => {
    const callId = await newDraft();
    const before = await formBuilder(ctx, callId);
    const source = { kind: "file", bytes: bytes(text) } as const;
    const { problems } = await importForm(ctx, { callId, seen: before.seen, source });
    expect(problems[0]?.code).toBe(code);
    expect(await formBuilder(ctx, callId)).toEqual(before);
  });
});

function unsound(): string {
  const { sections, version } = FORM_TEMPLATES.communityActivators;
  const [first, ...rest] = sections;
  const fields = first?.fields.filter((field) => field.id !== "hasFiscalCode");
  return JSON.stringify({ version, sections: [{ ...first, fields }, ...rest] });
}
