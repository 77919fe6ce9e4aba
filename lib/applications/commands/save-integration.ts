import { eq } from "drizzle-orm";
import { integrationRequest } from "@/db/schema/integrations";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { inTransaction } from "@/lib/transaction";
import { openQuestions, prepared } from "../core/integration-answers";
import { mayPrepare } from "../core/integration-rules";
import { mergeSections } from "../core/merge-sections";
import { type Merged, type SaveResult, savedAnswers, writersOf } from "../core/saved-answers";
import { applicationPolicy } from "../policy";
import { assessIntegration, integrationForCommand } from "../queries/integration-for-command";
import { municipalityCodes } from "../queries/municipality-codes";
import { writerNames } from "../queries/writer-names";
import type { SaveInput } from "./save-sections";
import type { StepResult } from "./save-step";

export type IntegrationInput = SaveInput & {
  intent: "save" | "next" | "back";
  rows?: { field: string; count: number } | undefined;
};

/**
 * Keeps what stands on the page of an answer to the office, right or wrong, beside what was sent.
 * Questions that were not opened are not looked at, whatever a form posts. Then goes where the
 * button says: on, if nothing that was opened is missing or wrong.
 */
export async function saveIntegration(ctx: Ctx, input: IntegrationInput): Promise<StepResult> {
  const saved = await store(ctx, input);
  const here = routes.applicationIntegration(input.applicationId);
  if (saved.conflicts.length > 0) return { ...saved, to: undefined };
  if (input.rows) {
    const { field, count } = input.rows;
    return { ...saved, to: `${here}?righe=${field}.${count}#${field}` };
  }
  if (input.intent === "save") return { ...saved, to: undefined };
  if (input.intent === "back") return { ...saved, to: routes.myApplication(input.applicationId) };
  const found = await integrationForCommand(ctx, input.applicationId);
  const { request } = found;
  if (!request) return { ...saved, to: undefined };
  const { errors } = assessIntegration({ ...found, request }, await municipalityCodes(ctx));
  const wrong = Object.keys(errors).length > 0;
  return {
    ...saved,
    to: wrong ? `${here}?errori=1` : routes.applicationIntegrationCheck(input.applicationId),
  };
}

function store(ctx: Ctx, input: IntegrationInput): Promise<SaveResult> {
  return inTransaction(ctx, async (tx) => {
    const by = personOf(tx.actor);
    if (!by) throw new Unauthenticated();
    const { receivedAt } = input;
    const found = await integrationForCommand(tx, input.applicationId, {
      lock: true,
      ...(receivedAt ? { receivedAt } : {}),
    });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const { application, request, definition, sent } = found;
    const verdict = mayPrepare(application, request);
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (!request) throw new Refused("wrong_state");
    const track = application.track ?? "citizen";
    const questions = openQuestions({ definition, track, sent, items: request.items });
    const { sections, definition: open } = prepared(questions, request.sections);
    const { id: page, number } = input.page ?? { id: tx.newId(), number: 0 };
    const writer = { by, at: tx.now.toISOString(), page, number };
    const merged = mergeSections(open.sections, sections, input, writer);
    await write(tx, request, merged);
    const names = await writerNames(tx, writersOf(merged, by));
    return { ...savedAnswers(merged, names, writer.at), form: application.formDefinitionId };
  });
}

/** Nothing new is nothing written. */
async function write(
  tx: Ctx,
  request: Pick<typeof integrationRequest.$inferSelect, "id" | "sections">,
  merged: readonly Merged[],
): Promise<void> {
  const changed = merged.filter(({ merge, before }) => merge.revision > before);
  if (changed.length === 0) return;
  const sections = { ...request.sections };
  for (const { sectionId, merge } of changed) {
    const { answers, changes, revision } = merge;
    sections[sectionId] = { answers, changes, revision };
  }
  await tx.db
    .update(integrationRequest)
    .set({ sections })
    .where(eq(integrationRequest.id, request.id));
}
