import { eq, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Database } from "@/db/client";
import { application } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { answerIntegration } from "@/lib/applications/commands/answer-integration";
import { saveIntegration } from "@/lib/applications/commands/save-integration";
import {
  integrationDigest,
  integrationForCommand,
} from "@/lib/applications/queries/integration-for-command";
import type { Ctx } from "@/lib/context";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { databaseClock } from "@/lib/transaction";
import { applicantContext } from "./prepared-drafts";
import { callUnderReview } from "./review";

export const ASKED = "Per valutare la domanda serve quanto elencato.";

/** A term as the page of the officer offers it today. */
export const termOf = (days: number, from = romeDate(new Date())) => {
  return { days, on: addTermDays(from, days) };
};

/** An application that was sent, and the office asking for the text and the document of it. */
export async function asked(
  pool: Pool,
  given: { fields?: readonly string[]; days?: number; call?: object } = {},
) {
  const review = await callUnderReview(pool, 1, given.call);
  const [applicationId = ""] = review.applications;
  const items = (given.fields ?? ["why", "paper"]).map((field) => {
    return { field, row: null, missing: `Manca qualcosa in ${field}.` };
  });
  await requestIntegration(review.officer, {
    ...{ applicationId, items, reason: ASKED, term: termOf(given.days ?? 10) },
  });
  const applicant = await applicantOf(pool, review.db, applicationId);
  return {
    ...review,
    applicationId,
    applicant,
    request: await requestOf(review.db, applicationId),
  };
}

export async function applicantOf(pool: Pool, db: Database, id: string): Promise<Ctx> {
  const [row] = await db.select().from(application).where(eq(application.id, id));
  return applicantContext(pool, row?.personId ?? "");
}

export async function requestOf(db: Database, applicationId: string) {
  const rows = await db
    .select()
    .from(integrationRequest)
    .where(eq(integrationRequest.applicationId, applicationId))
    .orderBy(sql`${integrationRequest.requestedAt} desc`);
  const [row] = rows;
  if (!row) throw new Error("nothing was asked");
  return row;
}

/** What a page with these questions posts. */
export async function write(ctx: Ctx, applicationId: string, answers: Record<string, string>) {
  const { request } = await integrationForCommand(ctx, applicationId);
  const revisions = Object.fromEntries(
    Object.entries(request?.sections ?? {}).map(([id, section]) => [id, section.revision]),
  );
  const shown = Object.keys(answers).map((name) => name.split(".")[0] ?? name);
  return saveIntegration(ctx, {
    ...{ applicationId, shown, revisions, intent: "save" },
    entries: Object.entries(answers),
  });
}

/** What the summary of an answer would post at this moment. */
export async function sending(
  ctx: Ctx,
  applicationId: string,
  given: { receivedAt?: string } = {},
) {
  const found = await integrationForCommand(ctx, applicationId);
  const { request } = found;
  if (!request) throw new Error("nothing was asked");
  return {
    applicationId,
    key: `key-of-${request.id}`,
    content: integrationDigest({ ...found, request }),
    receivedAt: given.receivedAt ?? (await databaseClock(ctx)),
  };
}

export async function answer(ctx: Ctx, applicationId: string, given: { receivedAt?: string } = {}) {
  return answerIntegration(ctx, await sending(ctx, applicationId, given));
}
