import { and, eq } from "drizzle-orm";
import { call, formDefinition } from "@/db/schema/calls";
import { deskEntry } from "@/db/schema/desk";
import { person } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { isPublic } from "@/lib/calls/core/call-status";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { databaseClock, violatedConstraint } from "@/lib/transaction";
import { countedFrom } from "../core/arrival";
import { mayStart } from "../core/rules";
import { timingOf } from "../core/timing";
import { applicationPolicy } from "../policy";
import { callFacts } from "../queries/application-for-command";
import type { AssistedStart } from "../schema/desk";
import { keepRefusedStart } from "./keep-refused-start";
import { openDraft } from "./open-draft";
import { refuseOwnMailbox } from "./refuse-own-mailbox";
import { requireSoundArrival } from "./require-sound-arrival";
import { writeDeskEntry } from "./write-desk-entry";

/**
 * Opens a draft for somebody who comes to the desk, telephones or wrote: a person of its own, who
 * needs no mailbox, and what the desk wrote down of how it came. The rule is the one of
 * `startApplication`; for paper and PEC it looks at the declared arrival. Sent twice with the same
 * key it makes one.
 */
export async function startAssistedApplication(
  ctx: Ctx,
  input: AssistedStart & { receivedAt?: string },
): Promise<{ applicationId: string }> {
  const clock = input.receivedAt ?? (await databaseClock(ctx));
  const begin = () =>
    keepRefusedStart(ctx, { callId: input.callId, clock, desk: input }, (tx) =>
      start(tx, input, clock),
    );
  // The same beginning twice at once: the second reads what the first has made.
  return begin().catch((error: unknown) => {
    if (violatedConstraint(error) === "desk_entry_pkey") return begin();
    throw error;
  });
}

async function start(tx: Ctx, input: AssistedStart, clock: string) {
  const writtenBy = personOf(tx.actor);
  if (!writtenBy) throw new Unauthenticated();
  const row = await openedCall(tx, input.callId, clock);
  applicationPolicy.authorize(tx.actor, "application.assist", row.call);
  const begun = await begunWith(tx, input.key, writtenBy);
  if (begun) return { applicationId: begun };
  await refuseOwnMailbox(tx, input.email);
  requireSoundArrival(input, row.call, clock);
  const counted = countedFrom(input, clock);
  const { channel, track } = input;
  const facts = callFacts(row.call, tx.actor, counted, channel);
  const verdict = mayStart(facts, timingOf(row.call, counted), track);
  if (!verdict.ok) throw new Refused(verdict.reason);
  const privacyVersion = row.call.content.procedure.privacyNoticeVersion;
  const arrivedAt = input.arrivedAt?.toISOString() ?? null;
  const personId = await newPerson(tx, input);
  const applicationId = await openDraft(tx, row, {
    ...{ personId, track, writtenBy, profile: profileOf(input) },
    desk: {
      ...{ channel, arrivedAt },
      ...{ privacyAcknowledgedAt: tx.now, privacyNoticeVersion: privacyVersion },
    },
  });
  if (!applicationId) throw new NotFound();
  await writeDeskEntry(tx, {
    ...{ ...input, id: input.key, applicationId, bodyId: row.call.bodyId, arrivedAt },
    ...{ purpose: "application", privacyVersion, enteredAt: clock },
  });
  await recordEvent(tx, {
    bodyId: row.call.bodyId,
    action: "application.startAssisted",
    subjectType: "application",
    subjectId: applicationId,
    facts: { track, channel, arrivedAt, entry: input.key },
  });
  return { applicationId };
}

async function openedCall(tx: Ctx, callId: string, clock: string) {
  const [row] = await tx.db
    .select({ call, definition: formDefinition.definition })
    .from(call)
    .innerJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(eq(call.id, callId));
  if (!row || !isPublic(row.call, new Date(clock))) throw new NotFound();
  return row;
}

async function begunWith(tx: Ctx, key: string, enteredBy: string): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ applicationId: deskEntry.applicationId })
    .from(deskEntry)
    .where(and(eq(deskEntry.id, key), eq(deskEntry.enteredBy, enteredBy)));
  return row?.applicationId;
}

/** Never an account that exists: a name at a counter proves no mailbox. */
async function newPerson(tx: Ctx, input: AssistedStart): Promise<string> {
  const id = tx.newId();
  const { givenName, familyName, phone, locale } = input;
  await tx.db
    .insert(person)
    .values({ id, givenName, familyName, phone, locale, createdAt: tx.now });
  return id;
}

function profileOf({ givenName, familyName, phone, email }: AssistedStart) {
  return {
    "person.firstName": givenName,
    "person.lastName": familyName,
    "person.fullName": `${givenName} ${familyName}`,
    "person.email": email ?? "",
    "person.phone": phone ?? "",
  };
}
