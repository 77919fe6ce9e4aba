import { and, eq, isNull } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call, formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import { isPublic } from "@/lib/calls/core/call-status";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { databaseClock } from "@/lib/transaction";
import { mayStart } from "../core/rules";
import { timingOf } from "../core/timing";
import type { ApplicationTrack } from "../core/tracks";
import { applicationPolicy } from "../policy";
import { callFacts } from "../queries/application-for-command";
import { profileOf } from "../queries/profile-of";
import { keepRefusedStart } from "./keep-refused-start";
import { openDraft } from "./open-draft";

type StartInput = {
  callId: string;
  track: ApplicationTrack;
  /** One that the person works for; left out: another, or none. */
  organisationId?: string | undefined;
};

/**
 * Opens a draft for a person or one of its organisations, a call and a track, with what is known
 * filled in. Where that draft exists, also a colleague's, it is the one that is opened again: two
 * clicks make one. Whoever comes after the end leaves
 * a trace, as who sends then does.
 */
export async function startApplication(
  ctx: Ctx,
  input: StartInput & { receivedAt?: string },
): Promise<{ applicationId: string; started: boolean }> {
  const clock = input.receivedAt ?? (await databaseClock(ctx));
  return keepRefusedStart(ctx, { callId: input.callId, clock }, (tx) => start(tx, input, clock));
}

async function start(
  tx: Ctx,
  input: StartInput,
  clock: string,
): Promise<{ applicationId: string; started: boolean }> {
  const [row] = await tx.db
    .select({ call, definition: formDefinition.definition })
    .from(call)
    .innerJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(eq(call.id, input.callId));
  if (!row || !isPublic(row.call, new Date(clock))) throw new NotFound();
  applicationPolicy.authorize(tx.actor, "application.start", row.call);
  if (tx.actor.kind !== "person") throw new Unauthenticated();
  const { personId, organisationIds } = tx.actor;
  const { organisationId } = input;
  if (organisationId && !organisationIds.includes(organisationId)) throw new NotFound();
  const verdict = mayStart(callFacts(row.call, tx.actor), timingOf(row.call, clock), input.track);
  const existing = await draftOf(tx, input, personId);
  if (existing) return { applicationId: existing, started: false };
  if (!verdict.ok) throw new Refused(verdict.reason);
  const applicationId = await openDraft(tx, row, {
    ...{ personId, track: input.track, organisationId, writtenBy: personId },
    profile: await profileOf(tx, personId, input.track, organisationId),
  });
  // Somebody else's click came first between the look and the writing.
  if (!applicationId) {
    const first = await draftOf(tx, input, personId);
    if (first) return { applicationId: first, started: false };
    throw new NotFound();
  }
  await recordEvent(tx, {
    bodyId: row.call.bodyId,
    action: "application.start",
    subjectType: "application",
    subjectId: applicationId,
    facts: { track: input.track },
  });
  return { applicationId, started: true };
}

async function draftOf(tx: Ctx, input: StartInput, personId: string): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        ...[eq(application.callId, input.callId), eq(application.state, "draft")],
        eq(application.channel, "web"),
        input.organisationId
          ? eq(application.organisationId, input.organisationId)
          : and(
              ...[eq(application.personId, personId), eq(application.track, input.track)],
              isNull(application.organisationId),
            ),
      ),
    );
  return row?.id;
}
