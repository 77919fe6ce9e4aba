import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { application, attachment, submission } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { admissibilityCheck } from "@/db/schema/review";
import { hasRows, isAskable, pathOf } from "@/lib/applications/core/integration-items";
import { integrationDays, termChoices } from "@/lib/applications/core/integration-term";
import type { Snapshot } from "@/lib/applications/core/snapshot";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { arrivalOf } from "@/lib/calls/core/cut-offs";
import { readAnswer } from "@/lib/calls/core/form-answers";
import type { Field, Localised } from "@/lib/calls/core/form-definition";
import { visibleSections } from "@/lib/calls/core/form-visibility";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { romeDate } from "@/lib/kernel/rome-time";
import { municipalityNames } from "@/lib/territory/queries";
import type { Requirement } from "../core/requirements";
import { mayRequestIntegration, REASONS_MINIMUM } from "../core/rules";
import { isLocked, type SheetAnswer } from "../core/sheet-sections";
import { reviewPolicy } from "../policy";
import { staffCall } from "./staff-calls";

/** A question that can be opened, with what was answered, and its rows. */
export type AskableQuestion = SheetAnswer & {
  path: string;
  files: string[];
  rows: { path: string; number: number; name: Localised; answer: SheetAnswer }[];
};

export type IntegrationDesk = Awaited<ReturnType<typeof integrationDesk>>;

/** Long enough to pass: whether the reason typed will do is asked when it is sent. */
const SOME_REASON = "x".repeat(REASONS_MINIMUM);

/**
 * All that an officer can ask an applicant about, and the ends that a term can have today. NotFound
 * for who may not ask, for a draft and for another call's.
 */
export async function integrationDesk(ctx: Ctx, callId: string, id: string) {
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "integration.request", call) || !isUuid(id))
    throw new NotFound();
  const { row, files, checks, municipalities } = await read(ctx, callId, id);
  if (!row) throw new NotFound();
  const { answers }: Snapshot = JSON.parse(row.snapshot);
  const flat: Record<string, unknown> = Object.assign({}, ...Object.values(answers));
  const track = (row.application.track ?? "citizen") as ApplicationTrack;
  const office = reviewPolicy.can(ctx.actor, "review.viewContacts", call);
  const names = new Map(files.map((file) => [file.id, file.name]));
  const arrival = arrivalOf(call, row.application.submittedAt ?? ctx.now, ctx.now);
  const facts = {
    state: row.application.state as ApplicationState,
    windowOpen: arrival.windowOpen,
  };
  const days = integrationDays(call.rules);
  return {
    call,
    id,
    code: row.application.code ?? "",
    applicant: row.application.applicantName,
    sections: visibleSections(row.definition, track, flat)
      .map(({ id: section, title, fields }) => ({
        id: section,
        title,
        questions: fields
          .filter(isAskable)
          .map((field) => question(field, flat[field.id], office, names)),
      }))
      .filter((section) => section.questions.length > 0),
    marked: checks.map(({ requirement, note }) => {
      return { requirement: requirement as Requirement, note };
    }),
    municipalities,
    usual: days.usual,
    terms: termChoices(romeDate(ctx.now), days),
    verdict: mayRequestIntegration(facts, call, { items: 1, reason: SOME_REASON }),
  };
}

async function read(ctx: Ctx, callId: string, id: string) {
  const [[row], files, checks, municipalities] = await Promise.all([
    ctx.db
      .select({ application, snapshot: submission.snapshot, definition: formDefinition.definition })
      .from(application)
      .innerJoin(submission, eq(submission.applicationId, application.id))
      .innerJoin(formDefinition, eq(formDefinition.id, application.formDefinitionId))
      .where(and(eq(application.id, id), eq(application.callId, callId)))
      .orderBy(desc(submission.number))
      .limit(1),
    ctx.db
      .select({ id: attachment.id, name: attachment.name })
      .from(attachment)
      .where(eq(attachment.applicationId, id))
      .orderBy(asc(attachment.createdAt)),
    ctx.db
      .select({ requirement: admissibilityCheck.requirement, note: admissibilityCheck.note })
      .from(admissibilityCheck)
      .where(
        and(
          eq(admissibilityCheck.applicationId, id),
          inArray(admissibilityCheck.answer, ["ask", "no"]),
        ),
      ),
    municipalityNames(ctx),
  ]);
  return { row, files, checks, municipalities };
}

function question(
  field: Field,
  raw: unknown,
  office: boolean,
  files: ReadonlyMap<string, string>,
): AskableQuestion {
  const locked = isLocked(field, office);
  const answer = locked ? null : readAnswer(field, raw);
  const rows = hasRows(field) && Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  const ids = field.type === "file" && Array.isArray(answer) ? answer.map(String) : [];
  return {
    ...{ id: field.id, path: field.id, label: field.label, field, answer, locked },
    files: ids.flatMap((id) => files.get(id) ?? []),
    rows: rows.map((row, at) => {
      const number = at + 1;
      const whole: SheetAnswer = {
        id: field.id,
        label: field.label,
        field,
        locked,
        answer: readAnswer(field, [row]),
      };
      const name = field.type === "group" ? field.rowLabel : field.label;
      return { path: pathOf({ field: field.id, row: at }), number, name, answer: whole };
    }),
  };
}
