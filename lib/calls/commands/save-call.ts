import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import { romeInstant } from "@/lib/kernel/rome-time";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import type { CallContent } from "../core/content";
import { writtenContent } from "../core/written-content";
import { endAsWritten } from "../core/written-times";
import { callPolicy } from "../policy";
import { type LockedCall, lockedCall } from "../queries/locked-call";
import type { SaveCallInput } from "../schema";

/**
 * Saves a draft. Whoever read an older revision is refused with Stale, which names the fields in
 * which the stored call differs from what was sent; nothing is written then.
 */
export async function saveCall(ctx: Ctx, given: SaveCallInput): Promise<{ revision: number }> {
  try {
    return await inTransaction(ctx, (tx) => save(tx, given));
  } catch (error) {
    // Only the database sees the addresses of other bodies' calls.
    if (violatedConstraint(error) === "call_slug_unique") throw new InvalidInput({ slug: "taken" });
    throw error;
  }
}

async function save(tx: Ctx, given: SaveCallInput): Promise<{ revision: number }> {
  const before = await lockedCall(tx, given.callId);
  callPolicy.authorize(tx.actor, "call.edit", before);
  if (before.state !== "draft") throw new Refused("wrong_state");
  const after = columnsOf(given, before.content);
  if (before.revision !== given.revision) throw new Stale(changedFields(before, after));
  const revision = before.revision + 1;
  await tx.db
    .update(call)
    .set({ ...after, revision, updatedAt: tx.now })
    .where(eq(call.id, before.id));
  await recordEvent(tx, {
    bodyId: before.bodyId,
    action: "call.saved",
    subjectType: "call",
    subjectId: before.id,
    facts: { revision, changed: changedFields(before, after).join(",") },
  });
  return { revision };
}

function columnsOf(given: SaveCallInput, stored: CallContent) {
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

/** Names of columns and of parts of the content in which two versions differ. */
function changedFields(before: LockedCall, after: ReturnType<typeof columnsOf>): string[] {
  const { content: stored, ...row } = before;
  const { content: sent, ...columns } = after;
  const flat = (content: CallContent) => ({
    ...content.sheet,
    ...content.procedure,
    ...content.contacts,
    meetings: content.meetings,
    questionsUntil: content.questionsUntil,
    funding: content.funding,
  });
  const old: Record<string, unknown> = { ...row, ...flat(stored) };
  const said: Record<string, unknown> = { ...columns, ...flat(sent) };
  return Object.keys(said).filter((field) => written(old[field]) !== written(said[field]));
}

const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(written).join()
    : value instanceof Date
      ? value.toISOString()
      : canonicalJson(value ?? null);

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
