import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { draftPage } from "@/lib/applications/queries/draft-page";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  somebody,
} from "../support/applications";
import { testDatabase } from "../support/database";
import { formOf, preparedRectification, publishIn, rectifiableCall } from "../support/rectify";
import { sampleForm } from "../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

let officer: Applicant;
beforeAll(async () => {
  officer = await somebody(db, "Chiara");
});

const answers = sampleForm.sections.find((section) => section.id === "answers")?.fields ?? [];
const organisation = sampleForm.sections.find((one) => one.id === "organisation")?.fields ?? [];
const [why] = answers;
const more = { ...why, id: "more", required: true } as Field;

/** A call with complete drafts, and a rectification of its form ready to be published. */
async function ready(drafts: number, change: (form: FormDefinition) => FormDefinition) {
  const { ctx, callId } = await rectifiableCall(officer);
  const written = await Promise.all(
    Array.from({ length: drafts }, async (_, at) => {
      const applicant = await somebody(db, `Persona ${at}`);
      const id = await completeDraft(applicant, callId, { code: bodyCode(4000 + at) });
      const { sections } = await draftPage(applicant.ctx, id);
      const input = await confirmation(applicant.ctx, id, { version: 1 });
      return { applicant, id, sections, input };
    }),
  );
  const act = await preparedRectification(ctx, callId, change);
  const later = () => new Promise((go) => setImmediate(go)).then(() => publishIn(ctx, act));
  return { callId, ctx, written, publish: later };
}

test("among twenty submissions: each holds the form that was in force, or is refused and keeps all", async () => {
  const asking = (form: FormDefinition) => formOf(form, { answers: [...answers, more] });
  const { callId, written, publish } = await ready(20, asking);
  const [act, ...results] = await Promise.allSettled([
    publish(),
    ...written.map(({ applicant, input }) => submitApplication(applicant.ctx, input)),
  ]);
  expect(act.status).toBe("fulfilled");
  const { rows } = await database.owner.query<{ before: string; version: number; state: string }>(
    `select a.state, s.call_version as version, a.form_definition_id = (c.before ->> 'form')::uuid
       and s.snapshot::jsonb #>> '{call,formDefinitionId}' = c.before ->> 'form' as before
     from application a join call_act c on c.call_id = a.call_id
     left join submission s on s.application_id = a.id where a.call_id = $1`,
    [callId],
  );
  const sent = rows.filter((row) => row.state === "submitted");
  expect(sent).toHaveLength(results.filter((one) => one.status === "fulfilled").length);
  for (const row of sent) expect(row).toMatchObject({ version: 1, before: true });
  for (const [at, result] of results.entries()) {
    const one = written[at];
    if (result.status === "fulfilled" || !one) continue;
    expect(result.reason).toMatchObject({ reason: "call_rectified" });
    const page = await draftPage(one.applicant.ctx, one.id);
    expect(page.values).toMatchObject({ why: "Perché serve", name: "Rete Passaparola APS" });
    expect(page.news?.changes.added.map((field) => field.id)).toEqual(["more"]);
  }
});

test("while drafts are saved: what was acknowledged is there, in one place; the rest is given back", async () => {
  const moved = (form: FormDefinition) =>
    formOf(form, {
      organisation: [...organisation, ...answers.slice(0, 1)],
      answers: answers.slice(1),
    });
  const { written, publish } = await ready(12, moved);
  const [act, ...results] = await Promise.allSettled([
    publish(),
    ...written.map(({ applicant, id, sections }) =>
      saveSections(applicant.ctx, {
        applicationId: id,
        shown: ["why"],
        revisions: Object.fromEntries(
          Object.entries(sections).map(([name, section]) => [name, section.revision]),
        ),
        entries: [["why", "Scritto adesso"]],
      }),
    ),
  ]);
  expect(act.status).toBe("fulfilled");
  for (const [at, result] of results.entries()) {
    const one = written[at];
    if (result.status !== "fulfilled" || !one) throw new Error("a save failed", { cause: result });
    const { sections, values } = await draftPage(one.applicant.ctx, one.id);
    const places = Object.entries(sections).filter(([, section]) => "why" in section.answers);
    expect(places.map(([name]) => name)).toEqual(["organisation"]);
    const kept = result.value.conflicts.length === 0 ? "Scritto adesso" : "Perché serve";
    expect(values.why).toBe(kept);
    expect(JSON.stringify(result.value.conflicts)).toContain(
      kept === "Perché serve" ? "Scritto adesso" : "[]",
    );
  }
});

test("who begins at the same moment answers the new form, whichever was there first", async () => {
  const asking = (form: FormDefinition) => formOf(form, { answers: [...answers, more] });
  const { callId, publish } = await ready(0, asking);
  const applicants = await Promise.all(Array.from({ length: 10 }, () => somebody(db)));
  const [act, ...started] = await Promise.all([
    publish(),
    ...applicants.map(({ ctx }) => startApplication(ctx, { callId, track: "citizen" })),
  ]);
  expect(act.actId).toBeTruthy();
  const [row] = await db.select().from(call).where(eq(call.id, callId));
  for (const [at, { applicationId }] of started.entries()) {
    const applicant = applicants[at];
    if (!applicant) throw new Error("nobody");
    const page = await draftPage(applicant.ctx, applicationId);
    expect(page.application.formDefinitionId).toBe(row?.formDefinitionId);
    expect(page.definition.sections.flatMap(({ fields }) => fields)).toContainEqual(more);
  }
});
