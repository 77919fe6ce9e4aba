import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { integrationRequest } from "@/db/schema/integrations";
import { registerEntry } from "@/db/schema/register";
import { arrivalOf } from "@/lib/calls/core/cut-offs";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import type { ExportedApplication, ExportedIntegration } from "../core/application-table";
import type { QueueRequest } from "../core/queue-views";
import { filterOf } from "./review-queue";
import type { StaffCall } from "./staff-calls";

/** Read at once: a few megabytes of snapshots. */
const PAGE = 500;

/** The forms that the applications of a call were sent with, the newest first. One query. */
export async function exportedForms(
  ctx: Ctx,
  callId: string,
): Promise<ReadonlyMap<string, FormDefinition>> {
  const rows = await ctx.db
    .select({ id: formDefinition.id, definition: formDefinition.definition })
    .from(formDefinition)
    .where(
      sql`${formDefinition.id} in (select a.form_definition_id from ${application} a
        where a.call_id = ${callId} and a.submitted_at is not null)`,
    )
    .orderBy(desc(formDefinition.createdAt), desc(formDefinition.id));
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}

/** Whether the office has asked for an integration of any application that a queue shows. */
export async function anyIntegration(
  ctx: Ctx,
  callId: string,
  request: QueueRequest,
): Promise<boolean> {
  const found = await ctx.db
    .select({ id: application.id })
    .from(integrationRequest)
    .innerJoin(application, eq(application.id, integrationRequest.applicationId))
    .where(filterOf(callId, request))
    .limit(1);
  return found.length > 0;
}

/** All applications that a queue shows, page by page, in the order of their ids. */
export async function* exportedPages(
  ctx: Ctx,
  call: StaffCall,
  request: QueueRequest,
  { forms, integrations }: { forms: ReadonlyMap<string, FormDefinition>; integrations: boolean },
): AsyncGenerator<ExportedApplication[]> {
  for (let after: string | undefined; ; ) {
    const found = await pageOf(ctx, call.id, request, { after, integrations });
    yield found.flatMap((row) => {
      const definition = forms.get(row.form);
      return definition ? [exported(ctx, call, row, definition)] : [];
    });
    const last = found.at(-1);
    if (found.length < PAGE || !last) return;
    after = last.id;
  }
}

function pageOf(
  ctx: Ctx,
  callId: string,
  request: QueueRequest,
  { after, integrations }: { after: string | undefined; integrations: boolean },
) {
  // The content of the last sending, with number and arrival of the first.
  const latest = sql<string>`(select l.snapshot from submission l
    where l.application_id = ${application.id} order by l.number desc limit 1)`;
  return ctx.db
    .select({
      id: application.id,
      code: application.code,
      applicant: application.applicantName,
      track: application.track,
      state: application.state,
      form: application.formDefinitionId,
      snapshot: latest,
      receivedAt: submission.receivedAt,
      number: registerEntry.number,
      year: registerEntry.year,
      checkedAt: sql<string | null>`(select min(d.decided_at)::text from decision d
        where d.application_id = ${application.id})`,
      integrations: integrations ? requestsOf : sql<ExportedIntegration[]>`'[]'::jsonb`,
    })
    .from(application)
    .innerJoin(
      submission,
      and(eq(submission.applicationId, application.id), eq(submission.number, 1)),
    )
    .innerJoin(registerEntry, eq(registerEntry.id, submission.registerEntryId))
    .where(and(filterOf(callId, request), after ? gt(application.id, after) : undefined))
    .orderBy(asc(application.id))
    .limit(PAGE);
}

const requestsOf = sql<ExportedIntegration[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('requestedAt', r.requested_at, 'closesAt', r.closes_at,
    'answeredAt', s.received_at, 'state', r.state) order by r.requested_at), '[]')
  from ${integrationRequest} r left join ${submission} s on s.id = r.answer_id
  where r.application_id = ${application.id})`;

type Found = Awaited<ReturnType<typeof pageOf>>[number];

function exported(
  ctx: Ctx,
  call: StaffCall,
  row: Found,
  definition: FormDefinition,
): ExportedApplication {
  return {
    code: row.code ?? "",
    applicant: row.applicant,
    track: row.track ?? "",
    state: row.state,
    registerNumber: registerNumber(row.number, row.year),
    receivedAt: row.receivedAt,
    integrations: row.integrations,
    late: arrivalOf(call, row.receivedAt, ctx.now).late,
    definition,
    snapshot: JSON.parse(row.snapshot),
    starts: {
      outcome: call.outcomeAt,
      check: row.checkedAt === null ? null : new Date(row.checkedAt),
      // Needs for taking part are in no export at all.
      lastWorkshop: null,
    },
  };
}
