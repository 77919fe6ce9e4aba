import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import {
  chosenMarks,
  type FieldConflict,
  type FieldMerge,
  type Marks,
  mergeFields,
} from "@/lib/kernel/merge-fields";
import { romeInstant } from "@/lib/kernel/rome-time";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { fieldsOfCall, textOfField, type WrittenCall, withCallFields } from "../core/call-fields";
import type { CallContent } from "../core/content";
import { writtenContent } from "../core/written-content";
import { endAsWritten } from "../core/written-times";
import { callPolicy } from "../policy";
import { beginsSitting, noteAuthor } from "../queries/call-edits";
import { conflictsIn } from "../queries/edit-conflicts";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import { digestOf, marksOfCall } from "../queries/marks";
import type { SaveCallInput } from "../schema";

export type CallSaving = SaveCallInput & {
  /** Marks of the fields as the page had read them; left out: those of the revision. */
  was?: Marks | undefined;
  /** For fields written twice: "theirs", or the mark of the text that one's own replaces. */
  choices?: Readonly<Record<string, string>> | undefined;
  /** By the page itself, while its author writes: conflicts come back instead of being thrown. */
  automatic?: boolean | undefined;
};

export type SavedCall = {
  revision: number;
  /** ISO, UTC. */
  savedAt: string;
  /** What the page has read now. */
  was: Marks;
  conflicts: FieldConflict[];
};

/**
 * Saves a draft, field by field: what nobody else wrote since the page was read. A field that
 * somebody else wrote meanwhile stays as it is stored. Where both wrote, both texts are given back
 * with who wrote the stored one, as the result of an automatic saving and else with Stale; whatever
 * is in no conflict is stored all the same.
 */
export async function saveCall(ctx: Ctx, given: CallSaving): Promise<SavedCall> {
  try {
    const saved = await inTransaction(ctx, (tx) => save(tx, given));
    if (saved.conflicts.length === 0 || given.automatic) return saved;
    const fields = saved.conflicts.map((conflict) => conflict.field);
    throw new Stale(fields, saved.conflicts);
  } catch (error) {
    // Only the database sees the addresses of other bodies' calls.
    if (violatedConstraint(error) === "call_slug_unique") throw new InvalidInput({ slug: "taken" });
    if (violatedConstraint(error) === "call_times") {
      throw new InvalidInput({ closesOn: "ends_before_start" });
    }
    throw error;
  }
}

async function save(tx: Ctx, given: CallSaving): Promise<SavedCall> {
  const before = await lockedCall(tx, given.callId);
  callPolicy.authorize(tx.actor, "call.edit", before);
  if (before.state !== "draft") throw new Refused("wrong_state");
  const sent = columnsOf(given, before.content);
  const merge = mergeFields(
    fieldsOfCall(before),
    fieldsOfCall(sent),
    marksRead(given, before, sent),
    digestOf,
  );
  const conflicts = await conflictsIn(tx, before.id, merge.conflicts, {
    mine: fieldsOfCall(sent),
    stored: fieldsOfCall(before),
    textOf: textOfField,
  });
  const revision = merge.taken.length === 0 ? before.revision : before.revision + 1;
  if (merge.taken.length > 0) await write(tx, before, { given, sent, merge, revision });
  const savedAt = (merge.taken.length > 0 ? tx.now : before.updatedAt).toISOString();
  return { revision, savedAt, was: merge.was, conflicts };
}

/** Of a page that says no marks, its revision does: an older one has read nothing of what stands. */
function marksRead(given: CallSaving, before: LockedCall, sent: WrittenCall): Marks {
  const read = given.was ?? (given.revision === before.revision ? marksOfCall(before) : {});
  return chosenMarks(read, given.choices ?? {}, fieldsOfCall(sent), digestOf);
}

type Writing = { given: CallSaving; sent: WrittenCall; merge: FieldMerge; revision: number };

async function write(tx: Ctx, before: LockedCall, { given, sent, merge, revision }: Writing) {
  const after = withCallFields(writtenPart(before), sent, new Set(merge.taken));
  // Asked before the fields get their new author.
  const isEvent = !given.automatic || (await beginsSitting(tx, before.id));
  await tx.db
    .update(call)
    .set({ ...after, revision, updatedAt: tx.now })
    .where(eq(call.id, before.id));
  await noteAuthor(tx, before.id, merge.taken);
  if (!isEvent) return;
  await recordEvent(tx, {
    bodyId: before.bodyId,
    action: "call.saved",
    subjectType: "call",
    subjectId: before.id,
    facts: { revision, changed: merge.taken.join(",") },
  });
}

/** Of a stored call what an author writes, and nothing else. */
function writtenPart(stored: LockedCall): WrittenCall {
  const { title, slug, summary, audiences, themes, peremptory, places, minimumAge } = stored;
  const { opensAt, closesAt, closesOn, closesAtTime, cutOffs, content } = stored;
  return {
    ...{ title, slug, summary, audiences, themes, peremptory, places, minimumAge },
    ...{ opensAt, closesAt, closesOn, closesAtTime, cutOffs, content },
  };
}

function columnsOf(given: SaveCallInput, stored: CallContent): WrittenCall {
  return {
    title: given.title,
    slug: given.slug,
    summary: given.summary,
    audiences: given.audiences,
    themes: given.themes,
    opensAt: given.opensOn ? at(given.opensOn, given.opensAtTime || "00:00") : null,
    closesAt: given.closesOn ? endOf(given.closesOn, given.closesAtTime, "closesAtTime") : null,
    closesOn: given.closesOn || null,
    closesAtTime: given.closesOn && given.closesAtTime ? given.closesAtTime : null,
    peremptory: given.peremptory,
    cutOffs: cutOffsOf(given),
    places: given.places,
    minimumAge: given.minimumAge,
    content: {
      ...writtenContent(given, stored),
      ...(given.questionsUntil && { questionsUntil: given.questionsUntil }),
      ...fundingOf(given),
    },
  };
}

/** The cut-offs in their order; a row without a day is an empty one. */
function cutOffsOf({ cutOffOn, cutOffAt }: SaveCallInput): Date[] {
  return cutOffOn
    .flatMap((on, row) => (on === "" ? [] : endOf(on, cutOffAt[row] ?? "", "cutOffAt")))
    .sort((one, other) => one.getTime() - other.getTime());
}

/** The sum and its lots; a row without a name and an amount is an empty one. */
function fundingOf({ budget, lotTitle, lotAmount }: SaveCallInput): Pick<CallContent, "funding"> {
  const lots = lotTitle.flatMap((title, row) => {
    const amount = lotAmount[row] ?? null;
    return title === "" && amount === null ? [] : { title, amount: amount ?? 0 };
  });
  return budget === null && lots.length === 0 ? {} : { funding: { budget: budget ?? 0, lots } };
}

function at(on: string, time: string): Date {
  const found = romeInstant(on, time);
  if (!found.ok) throw new InvalidInput({ opensAtTime: found.reason });
  return found.instant;
}

/** "ore 12:00" ends with 12:00:00; a day without an hour ends with 23:59:59. */
function endOf(on: string, time: string, field: "closesAtTime" | "cutOffAt"): Date {
  const found = endAsWritten(on, time);
  if (!found.ok) throw new InvalidInput({ [field]: found.reason });
  return found.instant;
}
