import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import {
  type ExportWords,
  exportedFields,
  headOf,
  rowOf,
  type Shown,
} from "../core/application-table";
import type { QueueRequest } from "../core/queue-views";
import { reviewPolicy } from "../policy";
import { anyIntegration, exportedForms, exportedPages } from "../queries/exported-applications";
import { staffCall } from "../queries/staff-calls";

/**
 * The applications that a queue shows, as a table: what the reader may see of the answers, and none
 * that is past its days; and, where the office has asked for something, when, until when and what came of it. The event says who took how many. NotFound for who does not review for the
 * body.
 */
export async function exportApplications(
  ctx: Ctx,
  given: { callId: string; request: QueueRequest; words: ExportWords },
): Promise<{ code: string; rows: string[][] }> {
  const { callId, request, words } = given;
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "review.view", call)) throw new NotFound();
  const office = reviewPolicy.can(ctx.actor, "review.viewContacts", call);
  const forms = await exportedForms(ctx, callId);
  const fields = exportedFields([...forms.values()], office);
  const integrations = await anyIntegration(ctx, callId, request);
  const shown: Shown = { fields, office, integrations };
  const rows = [headOf(shown, words)];
  for await (const page of exportedPages(ctx, call, request, { forms, integrations })) {
    rows.push(...page.map((one) => rowOf(one, shown, words, ctx.now)));
  }
  await inTransaction(ctx, (tx) =>
    recordEvent(tx, {
      bodyId: call.bodyId,
      action: "application.export",
      subjectType: "call",
      subjectId: callId,
      facts: { applications: rows.length - 1, office },
    }),
  );
  return { code: call.code ?? "", rows };
}
