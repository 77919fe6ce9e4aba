import { asc, eq } from "drizzle-orm";
import { submission } from "@/db/schema/applications";
import type { Snapshot } from "@/lib/applications/core/snapshot";
import { type IntegrationView, integrationsOf } from "@/lib/applications/queries/integrations-of";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { type SheetChange, sheetChanges } from "../core/sheet-changes";

/** A request of the office with what its answer has changed. */
export type SheetIntegration = IntegrationView & { changes: SheetChange[] };

/** What was asked about an application, the latest first: one query, two where there is an answer. */
export async function sheetIntegrations(
  ctx: Ctx,
  id: string,
  of: { definition: FormDefinition; office: boolean },
): Promise<SheetIntegration[]> {
  const integrations = await integrationsOf(ctx, id);
  const answered = integrations.some((one) => one.answer !== null);
  const sendings: Snapshot[] = answered
    ? (
        await ctx.db
          .select({ snapshot: submission.snapshot })
          .from(submission)
          .where(eq(submission.applicationId, id))
          .orderBy(asc(submission.number))
      ).map(({ snapshot }) => JSON.parse(snapshot))
    : [];
  return integrations.map((one) => {
    const number = one.answer?.number ?? 0;
    const [before, after] = [sendings[number - 2], sendings[number - 1]];
    const changes = before && after ? sheetChanges(of.definition, before, after, of.office) : [];
    return { ...one, changes };
  });
}
