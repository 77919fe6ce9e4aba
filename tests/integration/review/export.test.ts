import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { exportApplications } from "@/lib/review/commands/export-applications";
import { COLUMNS, type ExportWords } from "@/lib/review/core/application-table";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";
import { formOf, rectifiableCall, rectifyForm } from "../../support/rectify";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const words: ExportWords = {
  columns: Object.fromEntries(COLUMNS.map((one) => [one, one])) as ExportWords["columns"],
  track: (track) => track,
  state: (state) => state,
  moment: (at) => at,
  late: "late",
  over: "over",
  names: {
    ...({ locale: "it", yes: "Sì", no: "No", total: "Totale" } as const),
    municipality: (code) => code,
    legalNature: (code) => code,
  },
};
const request = readQueueRequest({});

/** The first question is for the office alone, and an answer is kept for a year after the outcome. */
const locked = (form: FormDefinition): FormDefinition => {
  const fields = form.sections.find((one) => one.id === "answers")?.fields ?? [];
  const secret = { ...fields[0], id: "phone", visibility: "staff", required: false };
  const label = { it: "Telefono", en: "Phone" };
  return formOf(form, { answers: [...fields, { ...secret, label } as Field] });
};

let officer: Applicant;
beforeAll(async () => {
  officer = await somebody(db, "Chiara");
});

async function sentTwice() {
  const { ctx, callId, bodyId } = await rectifiableCall(officer);
  for (const [at, why] of ["=SOMMA(A1)", "Per l’ascolto; ogni giorno"].entries()) {
    const applicant = await somebody(db, `Persona ${at}`);
    const id = await completeDraft(applicant, callId, { code: bodyCode(600 + at), why });
    await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
    if (at === 0) await rectifyForm(ctx, callId, locked);
  }
  const as = (role: "officer" | "reviewer" | "facilitator"): Ctx => ({
    ...ctx,
    actor: { kind: "staff", personId: officer.personId, roles: [{ bodyId, role }] },
  });
  return { callId, bodyId, as };
}

describe("an export of applications", () => {
  test("has a row for each, a column for each question of all forms, and leaves a trace", async () => {
    const { callId, as } = await sentTwice();
    const { rows } = await exportApplications(as("officer"), { callId, request, words });
    const [head = [], ...lines] = rows;
    expect(head.slice(0, COLUMNS.length)).toEqual([...COLUMNS]);
    expect(head).toContain("Telefono");
    const why = head.indexOf("Perché");
    expect(lines.map((line) => line[why])).toEqual(["=SOMMA(A1)", "Per l’ascolto; ogni giorno"]);
    expect(lines.map((line) => line[4])).toEqual([
      expect.stringMatching(/^0000001\//),
      expect.stringMatching(/^0000002\//),
    ]);
    const events = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, callId));
    const taken = events.filter(({ action }) => action === "application.export");
    expect(taken.map(({ entry }) => JSON.parse(entry).facts)).toEqual([
      { applications: 2, office: true },
    ]);
  });

  test("shows reviewers no column of the office, and to others nothing at all", async () => {
    const { callId, as } = await sentTwice();
    const { rows } = await exportApplications(as("reviewer"), { callId, request, words });
    expect(rows[0]).toContain("Perché");
    expect(rows[0]).not.toContain("Telefono");
    await expect(
      exportApplications(as("facilitator"), { callId, request, words }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("keeps to the filters of the queue, and to the days of each question", async () => {
    const { callId, bodyId, as } = await sentTwice();
    const ctx = as("officer");
    const none = readQueueRequest({ stato: "ammesse" });
    const few = await exportApplications(ctx, { callId, request: none, words });
    expect(few.rows).toHaveLength(1);
    await database.owner.query(
      `insert into outcome
         (id, body_id, call_id, act_number, act_date, published_at, expires_at, published_by)
       values (gen_random_uuid(), $2, $1, '1', '2025-11-01', now() - interval '366 days', now(), $3)`,
      [callId, bodyId, officer.personId],
    );
    const { rows } = await exportApplications(ctx, { callId, request, words });
    const why = rows[0]?.indexOf("Perché") ?? -1;
    expect(rows.slice(1).map((line) => line[why])).toEqual(["over", "over"]);
  });
});
