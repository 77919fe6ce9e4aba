import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { exportApplications } from "@/lib/review/commands/export-applications";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import {
  COLUMNS,
  type ExportWords,
  INTEGRATION_COLUMNS,
} from "@/lib/review/core/application-table";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";
import { ASKED, answer, asked, requestOf, termOf, write } from "../../support/integrations";
import { formOf, rectifiableCall, rectifyForm } from "../../support/rectify";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const words: ExportWords = {
  columns: Object.fromEntries(
    [...COLUMNS, ...INTEGRATION_COLUMNS].map((one) => [one, one]),
  ) as ExportWords["columns"],
  track: (track) => track,
  state: (state) => state,
  moment: (at) => at,
  outcome: (state) => `is ${state}`,
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
    expect(head).not.toContain("asked");
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

  test("says when an integration was asked for, until when, and what came of it", async () => {
    const { callId, officer, applicationId, applicant } = await asked(database.app);
    await cancelIntegration(officer, {
      applicationId,
      reason: "Il documento era già tra gli atti.",
    });
    const again = [{ field: "why", row: null, missing: "Manca il perché." }];
    const input = { applicationId, items: again, reason: ASKED, term: termOf(10) };
    await requestIntegration(officer, input);
    const open = await requestOf(db, applicationId);
    await write(applicant, applicationId, { why: "Per ascoltare chi è solo" });
    const given = async (now = officer.now) => {
      const { rows } = await exportApplications({ ...officer, now }, { callId, request, words });
      const [head = [], line = []] = rows;
      expect(rows).toHaveLength(2);
      return INTEGRATION_COLUMNS.map((column) => line[head.indexOf(column)]?.split("; "));
    };
    const past = await given(new Date(open.closesAt.getTime() + 1000));
    expect(past[3]).toEqual(["is cancelled", "is expired"]);
    const { receivedAt } = await answer(applicant, applicationId);
    const [when, until, answered, outcome] = await given();
    const moments = (all: string[] | undefined) => all?.map((one) => Date.parse(one));
    expect(moments(when)).toHaveLength(2);
    expect(moments(when)?.[1]).toBe(Date.parse(open.requestedAt));
    expect(moments(until)?.[1]).toBe(open.closesAt.getTime());
    expect(answered?.[0]).toBe("–");
    expect(Date.parse(answered?.[1] ?? "")).toBe(Date.parse(receivedAt));
    expect(outcome).toEqual(["is cancelled", "is answered"]);
  });
});
