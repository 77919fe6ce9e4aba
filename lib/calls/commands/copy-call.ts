import { asc, inArray, sql } from "drizzle-orm";
import { callSet } from "@/db/schema/call-sets";
import { call, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { auditEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Forbidden, InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { romeInstant } from "@/lib/kernel/rome-time";
import { inTransaction } from "@/lib/transaction";
import { type LocalRow, localContent } from "../core/local-copy";
import { slugOf } from "../core/slug";
import { endAsWritten } from "../core/written-times";
import { callPolicy } from "../policy";
import { formOfCall } from "../queries/copy-source";
import { type LockedCall, lockedCall } from "../queries/locked-call";

export type Copies = { sourceId: string; key: string; rows: readonly LocalRow[] };

type Draft = typeof call.$inferInsert;
type Issuer = typeof body.$inferSelect;

/**
 * Copies a call into drafts of several bodies, all of them or none: common texts and form, each with
 * its own days, contacts and places. The key names the set: asked for twice, there is one. Throws
 * NotFound for a call or a body that is not the actor's to copy.
 */
export async function copyCall(ctx: Ctx, given: Copies): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    // The lock of the call is what two clicks queue at.
    const source = await lockedCall(tx, given.sourceId);
    callPolicy.authorize(tx.actor, "call.copy", source);
    if (await alreadyMade(tx, given, source)) return { id: given.key };
    const bodies = await issuers(tx, given.rows);
    const form = await formOfCall(tx, source);
    if (!form) throw new Refused("no_form");
    const author = personOf(tx.actor);
    if (!author) throw new Forbidden();
    await tx.db.insert(callSet).values({
      id: given.key,
      bodyId: source.bodyId,
      sourceId: source.id,
      title: source.title,
      createdBy: author,
      createdAt: tx.now,
    });
    const drafts = given.rows.map((row) => {
      const issuer = bodies.get(row.bodyId);
      if (!issuer) throw new NotFound();
      return draftOf(tx, given.key, { source, issuer, row });
    });
    await tx.db.insert(formDefinition).values(
      drafts.map(({ bodyId, formDefinitionId }) => ({
        ...{ id: formDefinitionId, bodyId, definition: form, createdAt: tx.now },
      })),
    );
    await insertUnderFreeSlugs(tx, drafts, bodies);
    await record(tx, source, drafts);
    return { id: given.key };
  });
}

async function alreadyMade(tx: Ctx, { key }: Copies, source: LockedCall): Promise<boolean> {
  const [set] = await tx.db
    .select({ sourceId: callSet.sourceId })
    .from(callSet)
    .where(sql`${callSet.id} = ${key}`);
  if (set && set.sourceId !== source.id) throw new NotFound();
  return set !== undefined;
}

/** The bodies of the rows, which nobody renames meanwhile; each has to be the actor's to copy into. */
async function issuers(tx: Ctx, rows: readonly LocalRow[]): Promise<Map<string, Issuer>> {
  const ids = rows.map(({ bodyId }) => bodyId);
  const found = await tx.db
    .select()
    .from(body)
    .where(inArray(body.id, ids))
    .orderBy(asc(body.id))
    .for("share");
  if (found.length !== new Set(ids).size) throw new NotFound();
  for (const { id } of found) callPolicy.authorize(tx.actor, "call.copyInto", { bodyId: id });
  return new Map(found.map((one) => [one.id, one]));
}

type Parts = { source: LockedCall; issuer: Issuer; row: LocalRow };

function draftOf(tx: Ctx, setId: string, { source, issuer, row }: Parts) {
  const id = tx.newId();
  return {
    ...{ id, setId, bodyId: issuer.id, zoneId: issuer.zoneId, formDefinitionId: tx.newId() },
    regime: source.regime,
    title: row.title,
    summary: source.summary,
    audiences: source.audiences,
    themes: source.themes,
    opensAt: row.opensOn ? beginning(row) : null,
    closesAt: row.closesOn ? end(row) : null,
    closesOn: row.closesOn || null,
    closesAtTime: row.closesOn && row.closesAtTime ? row.closesAtTime : null,
    peremptory: source.peremptory,
    cutOffs: source.cutOffs.filter((cutOff) => cutOff > tx.now),
    places: row.places,
    minimumAge: source.minimumAge,
    content: localContent(source.content, issuer, row),
    createdAt: tx.now,
    updatedAt: tx.now,
  } satisfies Omit<Draft, "slug">;
}

function beginning({ opensOn, opensAtTime }: LocalRow): Date {
  const found = romeInstant(opensOn, opensAtTime || "00:00");
  if (!found.ok) throw new InvalidInput({ opensAtTime: found.reason });
  return found.instant;
}

function end({ closesOn, closesAtTime }: LocalRow): Date {
  const found = endAsWritten(closesOn, closesAtTime);
  if (!found.ok) throw new InvalidInput({ closesAtTime: found.reason });
  return found.instant;
}

/** All in one statement; those whose address is taken, which only the database sees, once more. */
async function insertUnderFreeSlugs(
  tx: Ctx,
  drafts: readonly Omit<Draft, "slug">[],
  bodies: ReadonlyMap<string, Issuer>,
): Promise<void> {
  let waiting = drafts;
  for (let attempt = 1; waiting.length > 0; attempt += 1) {
    const slugOfDraft = ({ bodyId, title }: Omit<Draft, "slug">) =>
      [slugOf(title), bodies.get(bodyId)?.code.toLowerCase(), attempt > 1 && attempt]
        .filter(Boolean)
        .join("-");
    const inserted = await tx.db
      .insert(call)
      .values(waiting.map((draft) => ({ ...draft, slug: slugOfDraft(draft) })))
      .onConflictDoNothing({ target: call.slug })
      .returning({ id: call.id });
    const done = new Set(inserted.map(({ id }) => id));
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
}

/** An event in the chain of each body, always in the same order, and one where the call is from. */
async function record(
  tx: Ctx,
  source: LockedCall,
  drafts: readonly { id: string; bodyId: string; setId: string; regime: string }[],
): Promise<void> {
  const events = drafts.map(({ id, bodyId, setId, regime }) => ({
    ...{ bodyId, action: "call.created", subjectType: "call", subjectId: id },
    facts: { regime, copyOf: source.id, set: setId },
  }));
  const copied = {
    ...{ bodyId: source.bodyId, action: "call.copied", subjectType: "call", subjectId: source.id },
    facts: { copies: drafts.length, set: drafts[0]?.setId ?? "" },
  };
  const inOrder = [...events, copied].sort((one, other) => one.bodyId.localeCompare(other.bodyId));
  await tx.db.execute(
    sql`select ${sql.join(
      inOrder.map((event) => auditEvent(tx, event)),
      sql`, `,
    )}`,
  );
}
