import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application, applicationSection } from "@/db/schema/applications";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { openedWith } from "@/lib/applications/core/opened-with";
import { applicantsOfCall } from "@/lib/applications/queries/act-recipients";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { announceAct } from "@/lib/calls/commands/announce-act";
import { dropForm } from "@/lib/calls/commands/drop-form";
import { editForm } from "@/lib/calls/commands/edit-form";
import { prepareForm } from "@/lib/calls/commands/prepare-form";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { callVersions } from "@/lib/calls/queries/call-versions";
import { formBuilder } from "@/lib/calls/queries/form-for-edit";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  somebody,
} from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import {
  formOf,
  preparedRectification,
  publishIn,
  rectifiableCall,
  rectifyForm,
} from "../../support/rectify";
import { sampleForm } from "../../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

let officer: Applicant;
beforeAll(async () => {
  officer = await somebody(db, "Chiara");
});

const both = (text: string) => ({ it: text, en: text });
const question = (id: string, given: Partial<Field> = {}): Field =>
  ({
    ...{ id, type: "text", label: both(id), purpose: both("Valutare"), visibility: "reviewer" },
    ...{ retentionDays: 30, required: false },
    ...given,
  }) as Field;
const fieldsIn = (form: FormDefinition, section: string) =>
  form.sections.find((one) => one.id === section)?.fields ?? [];

/** The form with a question more, asked of everybody. */
const withBudget = (form: FormDefinition) =>
  formOf(form, {
    answers: [...fieldsIn(form, "answers"), question("budget", { required: true })],
  });

const save = async (applicant: Applicant, id: string, answers: Record<string, string>) => {
  const { sections } = await draftPage(applicant.ctx, id);
  const revisions = Object.entries(sections).map(([name, { revision }]) => [name, revision]);
  return saveSections(applicant.ctx, {
    applicationId: id,
    shown: Object.keys(answers),
    revisions: Object.fromEntries(revisions),
    entries: Object.entries(answers),
  });
};

describe("a rectification that changes the form", () => {
  test("asks drafts the new form, tells what is new, and keeps what was sent as it was sent", async () => {
    const { ctx, callId } = await rectifiableCall(officer);
    const [writing, sent] = [await somebody(db, "Lucia"), await somebody(db, "Anna")];
    const draft = await completeDraft(writing, callId, { code: bodyCode(1) });
    const other = await completeDraft(sent, callId, { code: bodyCode(2) });
    await submitApplication(sent.ctx, await confirmation(sent.ctx, other));

    const actId = await rectifyForm(ctx, callId, withBudget);
    const page = await draftPage(writing.ctx, draft);
    expect(page.news?.acts).toMatchObject([{ number: "Determina n. 1" }]);
    expect(page.news?.changes.added.map((field) => field.id)).toEqual(["budget"]);
    expect(page.values).toMatchObject({ why: "Perché serve", name: "Rete Passaparola APS" });
    expect(page.maySubmit).toEqual({ ok: false, reason: "incomplete" });
    await save(writing, draft, { budget: "200 euro" });
    const result = await submitApplication(writing.ctx, await confirmation(writing.ctx, draft));
    const snapshot = JSON.parse(result.snapshot);
    expect(snapshot.answers.answers).toMatchObject({ budget: "200 euro", why: "Perché serve" });
    const forms = await db.select().from(application).where(eq(application.callId, callId));
    const formOfOne = (id: string) => forms.find((one) => one.id === id)?.formDefinitionId;
    expect(snapshot.call.formDefinitionId).toBe(formOfOne(draft));
    expect(formOfOne(draft)).not.toBe(formOfOne(other));

    const kept = await draftPage(sent.ctx, other);
    expect(kept.definition).toEqual(sampleForm);
    expect(kept.news?.changes.added.map((field) => field.id)).toEqual(["budget"]);
    expect(kept.mayReplace).toBe(true);

    await announceAct(testContext(database.app, { seed: actId }), { actId }, [applicantsOfCall]);
    const letters = await database.owner.query<{ added: string }>(
      "select distinct view -> 'form' -> 'added' -> 0 ->> 'it' as added from message where subject_id = $1",
      [actId],
    );
    expect(letters.rows).toEqual([{ added: "budget" }]);
  });

  test("is learnt by a page that was open: its next save is stored and names the other form", async () => {
    const { ctx, callId } = await rectifiableCall(officer);
    const writing = await somebody(db, "Lucia");
    const draft = await completeDraft(writing, callId, { code: bodyCode(3) });
    const { form: asked } = await save(writing, draft, { why: "Prima" });
    await rectifyForm(ctx, callId, withBudget);
    const { form } = await save(writing, draft, { why: "Dopo" });
    expect(form).not.toBe(asked);
    expect(openedWith(await draftPage(writing.ctx, draft)).form).toBe(form);
  });

  test("is read by everybody beside the version before it", async () => {
    const { ctx, callId } = await rectifiableCall(officer);
    await rectifyForm(ctx, callId, withBudget);
    const { rows } = await database.owner.query("select slug from call where id = $1", [callId]);
    const found = await callVersions(testContext(database.app, { now: new Date() }), rows[0].slug);
    const [now] = found?.versions ?? [];
    expect(now?.act?.after.form).not.toBe(now?.act?.before.form);
    expect(now && fieldsIn(now.form, "answers").map(({ id }) => id)).toContain("budget");
  });

  test("freezes the form with the act; what was left before that nobody sees", async () => {
    const { ctx, callId } = await rectifiableCall(officer);
    await prepareForm(ctx, { callId });
    const add = { do: "add", what: "text", where: "answers", label: "Nuova" } as const;
    await editForm(ctx, { callId, seen: "", edits: [add] });
    const builder = await formBuilder(ctx, callId);
    expect(builder.inForce).toEqual(sampleForm);
    expect(fieldsIn(builder.definition, "answers")).toHaveLength(3);
    await dropForm(ctx, { callId });
    expect((await formBuilder(ctx, callId)).inForce).toBeUndefined();
    await expect(editForm(ctx, { callId, seen: "", edits: [] })).rejects.toMatchObject({
      reason: "wrong_state",
    });
    await rectifyForm(ctx, callId, withBudget);
    await expect(
      database.owner.query(
        `update form_definition set definition = '{}' where id in
           (select form_definition_id from call where id = $1)`,
        [callId],
      ),
    ).rejects.toThrow(/never changed/);
  });

  test("publishes the form that was looked at, or is told that it is another", async () => {
    const { ctx, callId } = await rectifiableCall(officer);
    const looked = await preparedRectification(ctx, callId, withBudget);
    await expect(publishIn(ctx, { ...looked, form: "another" })).rejects.toMatchObject({
      code: "stale",
    });
    await publishIn(ctx, looked);
  });

  test.each<[string, (form: FormDefinition) => FormDefinition, string]>([
    ["that is as it was", (form) => form, "nothing_changed"],
    [
      "with something amiss",
      (form) => formOf(form, { answers: [question("why"), question("why")] }),
      "form_unsound",
    ],
    [
      "that asks something else under an old name",
      (form) => formOf(form, { answers: [question("why", { type: "email" })] }),
      "form_retyped",
    ],
  ])("refuses a form %s", async (_, change, reason) => {
    const { ctx, callId } = await rectifiableCall(officer);
    const refused = preparedRectification(ctx, callId, change);
    const field = reason === "nothing_changed" ? "title" : "form";
    await expect(refused).rejects.toMatchObject({ fields: { [field]: reason } });
  });

  test("is not of people without the right", async () => {
    const { ctx, bodyId, callId } = await rectifiableCall(officer);
    const roles = [{ bodyId, role: "desk" as const }];
    const desk = { ...ctx, actor: { kind: "staff" as const, personId: officer.personId, roles } };
    for (const command of [prepareForm, dropForm]) {
      await expect(command(desk, { callId })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

const IDS = ["why", "one", "two", "three"];
const change = fc.oneof(
  fc.record({
    do: fc.constant("rectify" as const),
    order: fc.shuffledSubarray(IDS, { minLength: 1 }),
    cut: fc.nat(4),
    required: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("write" as const),
    answers: fc.dictionary(fc.constantFrom(...IDS), fc.stringMatching(/^[a-z]{1,12}$/)),
  }),
);

describe("over any run of rectifications", () => {
  test("no answer is ever lost, and each stands in one place", async () => {
    const run = async (
      steps: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
    ) => {
      const { ctx, callId } = await rectifiableCall(officer);
      const applicant = await somebody(db, "Lucia");
      const id = await completeDraft(applicant, callId, { track: "citizen" });
      const written = new Map<string, unknown>([["why", "Perché serve"]]);
      for (const step of steps) {
        if (step.do === "rectify") {
          const fields = step.order.map((one) => question(one, { required: step.required }));
          const citizen = fieldsIn(sampleForm, "citizen");
          const next = (form: FormDefinition) =>
            formOf(form, {
              citizen: [...citizen, ...fields.slice(0, step.cut)],
              answers: fields.slice(step.cut),
            });
          await rectifyForm(ctx, callId, next).catch((error) => {
            expect(error).toMatchObject({ fields: { title: "nothing_changed" } });
          });
        } else {
          const { definition } = await draftPage(applicant.ctx, id);
          const asked = new Set(
            definition.sections.flatMap(({ fields }) => fields.map((one) => one.id)),
          );
          const answers = Object.entries(step.answers).filter(([name]) => asked.has(name));
          const saved = await save(applicant, id, Object.fromEntries(answers));
          expect(saved.conflicts).toEqual([]);
          for (const [name, answer] of answers) written.set(name, answer);
        }
        const stored = await db
          .select()
          .from(applicationSection)
          .where(eq(applicationSection.applicationId, id));
        const places = stored.flatMap((section) => Object.entries(section.answers));
        const page = await draftPage(applicant.ctx, id);
        for (const [name, answer] of written) {
          expect(places.filter(([field]) => field === name)).toEqual([[name, answer]]);
        }
        expect(page.values).toMatchObject({ firstName: "Lucia", age: "adult" });
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 7 }), run), {
      numRuns: 8,
    });
  });
});
