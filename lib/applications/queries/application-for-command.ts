import { eq, sql } from "drizzle-orm";
import { builtOnce } from "@/db/built-once";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import type { Actor } from "@/lib/auth/actor";
import { microsOf } from "@/lib/calls/core/deadline";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { admitsStrength, type RegimeRules, rulesOf } from "@/lib/calls/core/regimes";
import type { ReopenedWithin } from "@/lib/calls/core/reopening";
import { withSeniority } from "@/lib/calls/core/runts-seniority";
import type { CallState } from "@/lib/calls/core/states";
import { callGate } from "@/lib/calls/queries/call-gate";
import { frozenForm } from "@/lib/calls/queries/frozen-form";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { type ApplicationChannel, type AssistedChannel, admittedAs } from "../core/channels";
import { withOptionalMailbox } from "../core/desk-form";
import type { Change } from "../core/merge-answers";
import type { AttachmentState, CallFacts, Timing } from "../core/rules";
import type { ApplicationState } from "../core/states";
import type { ApplicationTrack } from "../core/tracks";
import { deskFacts } from "./desk-facts";

/** How something comes, and when it came, if not now. */
export type Coming = { channel: string; arrivedAt: string | null };

const ONLINE: Coming = { channel: "web", arrivedAt: null };

export type StoredSection = {
  answers: Record<string, unknown>;
  revision: number;
  /** Who wrote each answer last. */
  changes: Record<string, Change>;
  /** ISO, UTC */
  updatedAt: string;
};

export type StoredAttachment = {
  id: string;
  fieldId: string;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
  state: AttachmentState;
};

export type LoadedApplication = Awaited<ReturnType<typeof applicationForCommand>>;

/**
 * One application with all that a command needs to decide. With `lock` its row is held first,
 * until the transaction ends. `receivedAt` (UTC, microseconds) is compared with the call's
 * times by the database; without it, its clock now is. For a draft of the desk the arrival of the
 * paper is; what is done to one that was sent comes `by` a way of its own.
 */
export async function applicationForCommand(
  tx: Ctx,
  id: string,
  options: { lock?: boolean; receivedAt?: string; by?: Coming } = {},
) {
  // Both are sent at once, in this order: the second begins, and takes its view of the database,
  // when the first holds the row.
  const locked = options.lock ? locking(tx.db).execute({ id }) : undefined;
  const at = options.by?.arrivedAt ?? options.receivedAt;
  const loaded = loading(tx.db).execute({ id, at: at ?? null });
  const [, [row]] = await Promise.all([locked, loaded]);
  if (!row) throw new NotFound();
  const state = row.application.state as ApplicationState;
  const track = row.application.track as ApplicationTrack | null;
  const coming = options.by ?? (state === "draft" ? row.application : ONLINE);
  const facts = callFacts(row.call, tx.actor, coming.arrivedAt ?? at, coming.channel);
  const begunWith = row.application.formDefinitionId;
  // A draft answers the form of its call; what was sent keeps the one that it was sent with.
  const formDefinitionId = state === "draft" ? (row.call.formDefinitionId ?? begunWith) : begunWith;
  const form = await frozenForm(tx, formDefinitionId);
  const channel = row.application.channel as ApplicationChannel;
  const asked = channel === "web" ? form : withOptionalMailbox(form);
  const definition = withSeniority(asked, rulesOf(row.call), row.call.publishedAt);
  const attachments =
    formDefinitionId === begunWith ? row.attachments : askedFor(row.attachments, definition);
  const application = { ...row.application, state, track, formDefinitionId };
  const desk = channel === "web" ? undefined : await deskFacts(tx, id);
  return {
    ...{ ...row, definition, attachments, begunWith, facts, desk },
    application: { ...application, channel },
  };
}

/** Without the files to questions that a new version of the form does not ask any more: they stay. */
function askedFor(attachments: StoredAttachment[], definition: FormDefinition): StoredAttachment[] {
  const asked = new Set(fieldsOf(definition).map((field) => field.id));
  return attachments.filter((file) => asked.has(file.fieldId));
}

/**
 * Holds the row, and the gate of its call open, until the transaction ends. A statement of its own:
 * what waits for a lock goes on with the snapshot it began with, and would read answers, files and
 * acts as they were before.
 */
const locking = builtOnce((db) =>
  db
    .select({ gate: sql`pg_advisory_xact_lock_shared(${callGate(sql`${application.callId}`)})` })
    .from(application)
    .where(eq(application.id, sql.placeholder("id")))
    .for("update")
    .prepare("lock_application"),
);

/**
 * What the rules want to know of a call. Visitors are told of the channels when they sign in, and
 * jobs and staff come by none. A request that came before a suspension was published is served, as
 * one that came before the end is.
 */
export function callFacts(
  row: {
    state: string;
    audiences: readonly string[];
    peremptory: boolean;
    suspendedAt: string | null;
    reopenedFor: readonly string[] | null;
    reopenedWithin: ReopenedWithin | null;
    regime: string;
    regimeRules: RegimeRules | null;
  },
  actor: Actor,
  receivedAt?: string,
  channel = "web",
): CallFacts {
  const { audiences, peremptory, suspendedAt, reopenedFor, reopenedWithin } = row;
  const rules = rulesOf(row);
  const channelAdmitted =
    channel === "web"
      ? actor.kind !== "person" || admitsStrength(rules, actor.strength)
      : rules.channels.includes(admittedAs(channel as AssistedChannel));
  const inBefore =
    suspendedAt !== null &&
    receivedAt !== undefined &&
    microsOf(receivedAt) < microsOf(suspendedAt);
  const state = inBefore ? "published" : (row.state as CallState);
  return { state, audiences, reopenedFor, reopenedWithin, peremptory, channelAdmitted };
}

/** When it arrived: the paper that a draft of the desk is typed from, else the request, else now. */
const at = sql`coalesce(case when ${application.state} = 'draft' then ${application.arrivedAt} end,
  ${sql.placeholder("at")}::timestamptz, clock_timestamp())`;

/** The deadline as law: the last good second is compared in whole seconds (Cons. Stato 8546/2024). */
const timing = sql<Timing>`case
  when ${call.opensAt} is null or ${at} < ${call.opensAt} then 'early'
  when ${call.closesAt} is null or date_trunc('second', ${at}) <= ${call.closesAt} then 'inTime'
  else 'late' end`;

const sections = sql<Record<string, StoredSection>>`(
  select coalesce(jsonb_object_agg(s.section_id, jsonb_build_object(
    'answers', s.answers, 'revision', s.revision, 'changes', s.changes,
    'updatedAt', s.updated_at)), '{}')
  from application_section s where s.application_id = "application"."id")`;

const attachments = sql<StoredAttachment[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', a.id, 'fieldId', a.field_id, 'name', a.name, 'size', f.size, 'sha256', f.sha256,
    'mediaType', f.media_type, 'state', a.state) order by a.created_at, a.id), '[]')
  from attachment a join file_object f on f.sha256 = a.file_hash
  where a.application_id = "application"."id" and a.since_submission is not null
    and a.until_submission is null)`;

// What no command asks for stays where it is: each column costs something on the way.
const callColumns = {
  id: call.id,
  bodyId: call.bodyId,
  zoneId: call.zoneId,
  code: call.code,
  slug: call.slug,
  regime: call.regime,
  regimeRules: call.regimeRules,
  state: call.state,
  title: call.title,
  audiences: call.audiences,
  opensAt: call.opensAt,
  closesAt: call.closesAt,
  peremptory: call.peremptory,
  minimumAge: call.minimumAge,
  formDefinitionId: call.formDefinitionId,
  version: call.version,
  textVersion: call.textVersion,
  content: call.content,
  publishedAt: call.publishedAt,
  suspendedAt: call.suspendedAt,
  reopenedFor: call.reopenedFor,
  reopenedWithin: call.reopenedWithin,
};

const bodyColumns = {
  id: body.id,
  name: body.name,
  code: body.code,
  ipaCode: body.ipaCode,
  officeName: body.officeName,
  address: body.address,
  pec: body.pec,
  email: body.email,
  phone: body.phone,
};

const personColumns = {
  id: person.id,
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  fiscalCode: person.fiscalCode,
  phone: person.phone,
  locale: person.locale,
};

const loading = builtOnce((db) =>
  db
    .select({
      application,
      call: callColumns,
      body: bodyColumns,
      person: personColumns,
      timing,
      sections,
      attachments,
    })
    .from(application)
    .innerJoin(call, eq(call.id, application.callId))
    .innerJoin(body, eq(body.id, application.bodyId))
    .innerJoin(person, eq(person.id, application.personId))
    .where(eq(application.id, sql.placeholder("id")))
    .prepare("load_application"),
);
