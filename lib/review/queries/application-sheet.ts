import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { application, attachment, submission } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { fileObject } from "@/db/schema/files";
import type { ApplicationChannel } from "@/lib/applications/core/channels";
import type { AttachmentState } from "@/lib/applications/core/rules";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { erasedAnswers } from "@/lib/applications/queries/erased-answers";
import { type Arrival, arrivalOf } from "@/lib/calls/core/cut-offs";
import { fieldsOf, type Localised } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { municipalityNames } from "@/lib/territory/queries";
import {
  type CheckAnswer,
  type CheckProgress,
  checkProgress,
  type Requirement,
  requirementsFor,
} from "../core/requirements";
import { mayOpen, type SheetSection, sheetSections } from "../core/sheet-sections";
import { snapshotFacts } from "../core/snapshot-facts";
import { reviewPolicy } from "../policy";
import { contestsOf, type SheetContest, type Unreached, unreachedOf } from "./sheet-facts";
import { type SheetIntegration, sheetIntegrations } from "./sheet-integrations";
import {
  checksOf,
  decisionsOf,
  neighbours,
  type SheetDecision,
  type SheetEvent,
  timelineOf,
} from "./sheet-records";
import { type StaffCall, staffCall } from "./staff-calls";

export type SheetCheck = {
  requirement: Requirement;
  answer: CheckAnswer | undefined;
  note: string;
  by: string | undefined;
  at: Date | undefined;
};

/** An application as a reviewer sees it: everything from the stored snapshot of what was sent. */
export type ApplicationSheet = {
  call: StaffCall;
  id: string;
  code: string;
  applicant: string;
  track: ApplicationTrack;
  state: ApplicationState;
  /** UTC with microseconds: the first sending, and the last where it was integrated since. */
  submittedAt: string;
  receivedAt: string;
  /** Why the desk entered it after the end, and when; null: it did not. */
  enteredLate: { reason: string; at: string } | null;
  /** Late, or to be assessed at a cut-off. */
  arrival: Arrival;
  windowOpen: boolean;
  channel: ApplicationChannel;
  identityLevel: string;
  digest: string;
  /** Answers whose days were over. */
  erased: { count: number; on: string } | null;
  receiptId: string;
  submissions: number;
  sections: SheetSection[];
  /** Names of all questions of the form, answered or not. */
  questions: { id: string; label: Localised }[];
  files: {
    id: string;
    fieldId: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    state: AttachmentState;
  }[];
  municipalities: ReadonlyMap<string, string>;
  checks: SheetCheck[];
  progress: CheckProgress;
  decisions: SheetDecision[];
  timeline: SheetEvent[];
  /** What the office has asked the applicant to mend, the latest first. */
  integrations: SheetIntegration[];
  /** Others who were refused because this one has their fiscal code; who, for the office alone. */
  contests: SheetContest[];
  /** The telephone is for the office alone. Null: mail reaches somebody. */
  unreached: Unreached | null;
  /** Neighbours in the order of arrival. */
  previous: string | undefined;
  next: string | undefined;
};

/**
 * One application for its reviewers. Eleven queries, twelve once it was integrated. NotFound for a draft, for another call's, and
 * for who does not review for the body.
 */
export async function applicationSheet(
  ctx: Ctx,
  callId: string,
  id: string,
): Promise<ApplicationSheet> {
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "review.view", call)) throw new NotFound();
  const row = await submitted(ctx, callId, id);
  const office = reviewPolicy.can(ctx.actor, "review.viewContacts", call);
  const [checks, decisions, timeline, files, places, near, integrations] = await Promise.all([
    checksOf(ctx, id),
    decisionsOf(ctx, id),
    timelineOf(ctx, id),
    filesOf(ctx, id),
    municipalityNames(ctx),
    neighbours(ctx, callId, row),
    sheetIntegrations(ctx, id, { definition: row.definition, office }),
  ]);
  const snapshot = JSON.parse(row.snapshot);
  const track = row.track as ApplicationTrack;
  const facts = snapshotFacts(snapshot);
  // An answer to the office comes later than what it belongs to.
  const arrival = arrivalOf(call, row.submittedAt, ctx.now);
  const requirements = requirementsFor({ ...call.rules, track, ...facts });
  const answers = Object.fromEntries(checks.map((one) => [one.requirement, one.answer]));
  return {
    call,
    id,
    code: row.code ?? "",
    applicant: row.applicant,
    track,
    state: row.state as ApplicationState,
    submittedAt: row.submittedAt,
    receivedAt: row.receivedAt,
    enteredLate: row.enteredLate,
    arrival,
    windowOpen: arrival.windowOpen,
    channel: row.channel as ApplicationChannel,
    identityLevel: row.identityLevel,
    ...{ digest: row.digest, erased: row.erased },
    receiptId: row.receiptId,
    submissions: row.number,
    sections: sheetSections(row.definition, snapshot, track, office),
    questions: fieldsOf(row.definition).map(({ id: field, label }) => ({ id: field, label })),
    files: files
      .filter((file) => mayOpen(row.definition, file.fieldId, office))
      .map((file) => ({ ...file, state: file.state as AttachmentState })),
    municipalities: places,
    checks: requirements.map((requirement) => checkOf(requirement, checks)),
    progress: checkProgress(requirements, answers as Partial<Record<Requirement, CheckAnswer>>),
    decisions,
    timeline,
    integrations,
    unreached: row.unreached && { phone: office ? row.unreached.phone : "" },
    contests: row.contests.map(({ at, who }) => ({ at, who: office ? who : null })),
    ...near,
  };
}

function checkOf(
  requirement: Requirement,
  checks: Awaited<ReturnType<typeof checksOf>>,
): SheetCheck {
  const given = checks.find((one) => one.requirement === requirement);
  return {
    requirement,
    answer: given?.answer as CheckAnswer | undefined,
    note: given?.note ?? "",
    by: given?.by,
    at: given?.at,
  };
}

async function submitted(ctx: Ctx, callId: string, id: string) {
  if (!UUID.test(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({
      code: application.code,
      applicant: application.applicantName,
      track: application.track,
      state: application.state,
      enteredLate: sql<ApplicationSheet["enteredLate"]>`(
        select jsonb_build_object('reason', e.late_reason, 'at', e.entered_at) from desk_entry e
        where e.application_id = ${application.id} and e.late_reason <> ''
          and e.purpose in ('application', 'reason') order by e.entered_at desc limit 1)`,
      unreached: unreachedOf,
      contests: contestsOf,
      submittedAt: sql<string>`to_char(${application.submittedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      number: submission.number,
      snapshot: submission.snapshot,
      digest: submission.digest,
      channel: submission.channel,
      identityLevel: submission.identityLevel,
      receiptId: submission.receiptId,
      erased: erasedAnswers,
      receivedAt: sql<string>`to_char(${submission.receivedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      definition: formDefinition.definition,
    })
    .from(application)
    .innerJoin(submission, eq(submission.applicationId, application.id))
    .innerJoin(formDefinition, eq(formDefinition.id, application.formDefinitionId))
    .where(
      and(
        eq(application.id, id),
        eq(application.callId, callId),
        sql`${application.state} <> 'draft'`,
      ),
    )
    .orderBy(desc(submission.number))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The files of the last sending. */
function filesOf(ctx: Ctx, id: string) {
  return ctx.db
    .select({
      id: attachment.id,
      fieldId: attachment.fieldId,
      name: attachment.name,
      state: attachment.state,
      mediaType: fileObject.mediaType,
      size: fileObject.size,
      sha256: fileObject.sha256,
    })
    .from(attachment)
    .innerJoin(fileObject, eq(fileObject.sha256, attachment.fileHash))
    .where(
      and(
        eq(attachment.applicationId, id),
        isNotNull(attachment.sinceSubmission),
        isNull(attachment.untilSubmission),
      ),
    )
    .orderBy(asc(attachment.createdAt), asc(attachment.id));
}
