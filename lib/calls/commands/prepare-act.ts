import { eq } from "drizzle-orm";
import { preparedAct } from "@/db/schema/acts";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Refused, Stale, Unauthenticated } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import type { ActGiven } from "../core/act-kinds";
import { decideAct } from "../core/acts";
import type { FormDefinition } from "../core/form-definition";
import type { Rectified } from "../core/version-texts";
import { writtenContent } from "../core/written-content";
import { callPolicy } from "../policy";
import { actFacts, type PlacesTaken } from "../queries/act-facts";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import { placesToReopen } from "../queries/places-to-reopen";
import type { ActInput } from "../schema/acts";

/** What an act is measured by beyond the call itself; `at` is given where it was on another day. */
export type ActMeasure = {
  placesTaken: PlacesTaken;
  carryAnswers: CarryAnswers;
  at?: string;
};

/** How the answers of drafts follow questions that stand elsewhere; the applications know. */
export type CarryAnswers = (
  tx: Ctx,
  callId: string,
  form: { before: FormDefinition; after: FormDefinition },
) => Promise<void>;

/**
 * Keeps an act that staff have written, to be looked at before it is published; nobody else sees
 * it. InvalidInput names the field of a refusal. Stale: the call, or the act that somebody else is
 * writing, has moved on since it was read.
 */
export async function prepareAct(
  ctx: Ctx,
  input: ActInput,
  measure: ActMeasure,
): Promise<{ revision: number }> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockedCall(tx, input.callId);
    callPolicy.authorize(tx.actor, "call.publishAct", before);
    if (before.revision !== input.callRevision) throw new Stale();
    const given = await givenOf(tx, input, before);
    const at = measure.at ?? (await databaseClock(tx));
    const facts = await actFacts(tx, before, given, at, measure.placesTaken);
    const verdict = decideAct(before, input.kind, given, facts);
    if (!verdict.ok && verdict.field) throw new InvalidInput({ [verdict.field]: verdict.reason });
    if (!verdict.ok) throw new Refused(verdict.reason);
    return write(tx, input, given);
  });
}

async function write(
  tx: Ctx,
  { callId, kind, callRevision, revision }: ActInput,
  given: ActGiven,
): Promise<{ revision: number }> {
  const updatedBy = personOf(tx.actor);
  if (!updatedBy) throw new Unauthenticated();
  const [stored] = await tx.db
    .select({ revision: preparedAct.revision })
    .from(preparedAct)
    .where(eq(preparedAct.callId, callId));
  if ((stored?.revision ?? 0) !== revision) throw new Stale();
  const row = { kind, given, callRevision, revision: revision + 1, updatedAt: tx.now, updatedBy };
  await tx.db
    .insert(preparedAct)
    .values({ callId, ...row })
    .onConflictDoUpdate({ target: preparedAct.callId, set: row });
  return { revision: row.revision };
}

async function givenOf(tx: Ctx, input: ActInput, before: LockedCall): Promise<ActGiven> {
  const end = input.kind === "extension" || input.kind === "reopening" ? input : undefined;
  return {
    number: input.actNumber,
    actDate: input.actDate,
    reason: input.reason,
    closesOn: end?.closesOn ?? "",
    closesAtTime: end?.closesAtTime ?? "",
    scope: input.kind === "reopening" ? input.scope : "all",
    within: input.kind === "reopening" ? await partGiven(tx, input, before) : null,
    until: input.kind === "suspension" ? input.until : "",
    rectified: input.kind === "rectification" ? rectifiedOf(input, before) : null,
  };
}

/** The part of the applicants that a re-opening names; null where it names none. */
async function partGiven(
  tx: Ctx,
  { natures, towns, seats }: Extract<ActInput, { kind: "reopening" }>,
  { zoneId }: LockedCall,
) {
  if (natures.length + towns.length === 0) {
    if (seats !== null) throw new InvalidInput({ seats: "seats_of_whom" });
    return null;
  }
  const offered = await placesToReopen(tx, zoneId);
  const places = offered.filter(({ value }) => towns.includes(value));
  if (places.length < new Set(towns).size) throw new InvalidInput({ towns: "missing" });
  return { natures, seats, places: places.map(({ label: name, codes }) => ({ name, codes })) };
}

function rectifiedOf(
  input: Extract<ActInput, { kind: "rectification" }>,
  { content }: LockedCall,
): Rectified {
  const { actNumber, actDate } = content.procedure;
  return {
    title: input.title,
    summary: input.summary,
    places: input.places,
    minimumAge: input.minimumAge,
    content: {
      ...writtenContent({ ...input, actNumber, actDate }, content),
      ...(content.questionsUntil && { questionsUntil: content.questionsUntil }),
      ...(content.funding && { funding: content.funding }),
    },
  };
}
