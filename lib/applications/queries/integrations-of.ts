import { desc, eq, sql } from "drizzle-orm";
import { integrationExtension, integrationRequest } from "@/db/schema/integrations";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import type { IntegrationItem } from "../core/integration-items";
import { integrationStatus } from "../core/integration-rules";
import type { IntegrationState } from "../core/integration-states";
import type { IntegrationRequestView } from "../core/integration-views";

/** A request of the office as pages show it. */
export type IntegrationView = {
  id: string;
  /** As it is written down. */
  state: IntegrationState;
  /** As the clock has it: an end that is past is past. */
  status: IntegrationState;
  items: IntegrationItem[];
  reason: string;
  /** "0000202/2026" */
  registerNumber: string;
  requestedAt: Date;
  requestedBy: string;
  closesAt: Date;
  settledAt: Date | null;
  cancelReason: string | null;
  /** Null where its text was erased with the answers it is about. */
  letterId: string | null;
  /** The submission that answers it. */
  answer: { number: number; receiptId: string } | null;
  /** Later ends that it was given, the first one first. */
  extensions: { before: string; until: string; reason: string }[];
  /** Attempts to answer after its end. */
  attempts: string[];
};

/** All that the office has asked about an application, the latest first. One query. */
export async function integrationsOf(ctx: Ctx, applicationId: string): Promise<IntegrationView[]> {
  const rows = await ctx.db
    .select({
      request: integrationRequest,
      letter: issuedDocument,
      by: sql<string>`(select trim(p.given_name || ' ' || p.family_name) from person p
        where p.id = ${integrationRequest.requestedBy})`,
      answer: sql<IntegrationView["answer"]>`(
        select jsonb_build_object('number', s.number, 'receiptId', s.receipt_id)
        from submission s where s.id = ${integrationRequest.answerId})`,
      extensions: sql<IntegrationView["extensions"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('before', e.before, 'until', e.until,
          'reason', e.reason) order by e.until), '[]')
        from ${integrationExtension} e where e.request_id = ${integrationRequest.id})`,
      attempts: sql<string[]>`array(
        select to_char(a.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        from refused_attempt a where a.integration_id = ${integrationRequest.id}
          and a.call_id = (select call_id from application where id = ${applicationId}::uuid)
        order by a.received_at desc limit 5)`,
    })
    .from(integrationRequest)
    .innerJoin(issuedDocument, eq(issuedDocument.id, integrationRequest.documentId))
    .where(eq(integrationRequest.applicationId, applicationId))
    .orderBy(desc(integrationRequest.requestedAt));
  return rows.map(({ request, letter, by, answer, extensions, attempts }) => {
    const state = request.state as IntegrationState;
    const { closesAt, settledAt } = request;
    return {
      ...{ id: request.id, state, items: request.items, reason: request.reason, closesAt },
      status: integrationStatus({ state, closesAt }, ctx.now),
      registerNumber: (letter.view as unknown as IntegrationRequestView).registerNumber,
      requestedAt: new Date(request.requestedAt),
      requestedBy: by,
      settledAt: settledAt === null ? null : new Date(settledAt),
      cancelReason: request.cancelReason,
      letterId: letter.erasedAt === null ? letter.id : null,
      ...{ answer, extensions, attempts },
    };
  });
}
