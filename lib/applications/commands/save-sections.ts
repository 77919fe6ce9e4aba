import { eq, sql } from "drizzle-orm";
import { application, applicationSection } from "@/db/schema/applications";
import { personOf } from "@/lib/auth/actor";
import type { Section } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type StoredSection } from "../queries/application-for-command";

export type SaveInput = {
  applicationId: string;
  /** Ids of the fields that stood on the page: only they are written. */
  shown: readonly string[];
  /** Revision of each section when the page was read; 0 for one never saved. */
  revisions: Readonly<Record<string, number>>;
  /** Names and values as the form posts them. */
  entries: readonly (readonly [string, unknown])[];
  /** When the request arrived, by the clock of the database; left out: now. */
  receivedAt?: string;
};

export type SaveResult = {
  /** Sections now stored, with their revision. */
  revisions: Record<string, number>;
  /** UTC, ISO. */
  savedAt: string;
  /** Sections that somebody saved in between: both texts, and nothing of them overwritten. */
  conflicts: Conflict[];
};

export type Conflict = {
  sectionId: string;
  revision: number;
  stored: Record<string, unknown>;
  sent: Record<string, unknown>;
};

/**
 * Saves what stands on a page of a draft as it was typed, right or wrong. A section that has moved
 * on since the page was read is left alone and given back beside what was sent.
 */
export function saveSections(ctx: Ctx, input: SaveInput): Promise<SaveResult> {
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, {
      lock: true,
      ...(input.receivedAt ? { receivedAt: input.receivedAt } : {}),
    });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const verdict = mayEdit(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const result: SaveResult = { revisions: {}, savedAt: tx.now.toISOString(), conflicts: [] };
    const rows: NewRow[] = [];
    for (const section of found.definition.sections) {
      const sent = answersOf(section, input);
      if (sent === undefined) continue;
      const stored = found.sections[section.id];
      const outcome = merged(section.id, stored, sent, input.revisions[section.id] ?? 0);
      if ("stored" in outcome) result.conflicts.push(outcome);
      else result.revisions[section.id] = outcome.revision;
      if ("answers" in outcome) rows.push(outcome);
    }
    await write(tx, input.applicationId, rows);
    return result;
  });
}

type NewRow = { sectionId: string; answers: Record<string, unknown>; revision: number };

function answersOf(section: Section, input: SaveInput): Record<string, unknown> | undefined {
  const fields = section.fields.filter(
    (field) => input.shown.includes(field.id) && field.type !== "file" && field.type !== "info",
  );
  return fields.length === 0 ? undefined : answersFromEntries(fields, input.entries);
}

/** Nothing new keeps its revision, so that an autosave of nothing disturbs no other tab. */
function merged(
  sectionId: string,
  stored: StoredSection | undefined,
  sent: Record<string, unknown>,
  readAt: number,
): NewRow | { revision: number } | Conflict {
  const before = stored?.answers ?? {};
  const revision = stored?.revision ?? 0;
  const answers = { ...before, ...sent };
  if (stored && canonicalJson(answers) === canonicalJson(before)) return { revision };
  if (readAt !== revision) return { sectionId, revision, stored: before, sent };
  return { sectionId, answers, revision: revision + 1 };
}

async function write(tx: Ctx, applicationId: string, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const updatedBy = personOf(tx.actor);
  if (!updatedBy) throw new Unauthenticated();
  const touched = tx.db
    .$with("touched")
    .as(
      tx.db
        .update(application)
        .set({ updatedAt: tx.now })
        .where(eq(application.id, applicationId))
        .returning({ id: application.id }),
    );
  await tx.db
    .with(touched)
    .insert(applicationSection)
    .values(rows.map((row) => ({ applicationId, ...row, updatedAt: tx.now, updatedBy })))
    .onConflictDoUpdate({
      target: [applicationSection.applicationId, applicationSection.sectionId],
      set: {
        answers: sql`excluded.answers`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
        updatedBy: sql`excluded.updated_by`,
      },
    });
}
