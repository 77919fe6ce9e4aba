import { eq, sql } from "drizzle-orm";
import { application, applicationSection } from "@/db/schema/applications";
import { person } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mergeSections, type PageAnswers } from "../core/merge-sections";
import { mayEdit } from "../core/rules";
import { type Merged, type SaveResult, savedAnswers, writersOf } from "../core/saved-answers";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";

export type SaveInput = PageAnswers & {
  applicationId: string;
  /** The opening of the page that saves, and which of its saves this is. */
  page?: { id: string; number: number };
  /** When the request arrived, by the clock of the database; left out: now. */
  receivedAt?: string;
};

/**
 * Saves what stands on a page of a draft as it was typed, right or wrong. An answer that somebody
 * wrote since the page was read is left alone and given back beside what was sent.
 */
export function saveSections(ctx: Ctx, input: SaveInput): Promise<SaveResult> {
  return inTransaction(ctx, async (tx) => {
    const by = personOf(tx.actor);
    if (!by) throw new Unauthenticated();
    const found = await applicationForCommand(tx, input.applicationId, {
      lock: true,
      ...(input.receivedAt ? { receivedAt: input.receivedAt } : {}),
    });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const verdict = mayEdit(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const { id: page, number } = input.page ?? { id: tx.newId(), number: 0 };
    const writer = { by, at: tx.now.toISOString(), page, number };
    const merged = mergeSections(found.definition.sections, found.sections, input, writer);
    const names = await write(tx, input.applicationId, merged, by);
    return { ...savedAnswers(merged, names, writer.at), form: found.application.formDefinitionId };
  });
}

/** Returns the names of the others whose answers are told of. Nothing new is nothing written. */
async function write(
  tx: Ctx,
  applicationId: string,
  merged: readonly Merged[],
  self: string,
): Promise<ReadonlyMap<string, string>> {
  const writers = writersOf(merged, self);
  const named = sql<Names>`(
    select coalesce(jsonb_object_agg(p.id, coalesce(
      nullif(trim(p.given_name || ' ' || p.family_name), ''), p.email, '')), '{}')
    from ${person} p where p.id = any(${sql.param([...writers])}::uuid[]))`;
  const rows = merged.filter(({ merge, before }) => merge.revision > before);
  if (rows.length > 0) return writeRows(tx, applicationId, rows, named, self);
  if (writers.length === 0) return new Map();
  const { rows: found } = await tx.db.execute<{ names: Names }>(sql`select ${named} as names`);
  return new Map(Object.entries(found[0]?.names ?? {}));
}

type Names = Record<string, string>;

async function writeRows(
  tx: Ctx,
  applicationId: string,
  rows: readonly Merged[],
  named: ReturnType<typeof sql<Names>>,
  updatedBy: string,
): Promise<ReadonlyMap<string, string>> {
  const touched = tx.db
    .$with("touched")
    .as(
      tx.db
        .update(application)
        .set({ updatedAt: tx.now })
        .where(eq(application.id, applicationId))
        .returning({ id: application.id }),
    );
  const values = rows.map(({ sectionId, merge: { answers, changes, revision } }) => {
    return { applicationId, sectionId, answers, changes, revision, updatedAt: tx.now, updatedBy };
  });
  const [written] = await tx.db
    .with(touched)
    .insert(applicationSection)
    .values(values)
    .onConflictDoUpdate({
      target: [applicationSection.applicationId, applicationSection.sectionId],
      set: {
        answers: sql`excluded.answers`,
        changes: sql`excluded.changes`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
        updatedBy: sql`excluded.updated_by`,
      },
    })
    .returning({ names: named });
  return new Map(Object.entries(written?.names ?? {}));
}
