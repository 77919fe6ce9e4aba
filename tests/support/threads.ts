import { eq } from "drizzle-orm";
import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { application } from "@/db/schema/applications";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { tellMessages } from "@/lib/applications/commands/tell-messages";
import type { Ctx } from "@/lib/context";
import { makeContext } from "@/lib/context";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "./applications";
import { asMember, colleague } from "./members";
import { staffOf } from "./review";

let numbers = 70_000;

/** An application of an organisation that was sent, a colleague of its author, and the office. */
export async function sentTogether(pool: Pool) {
  const db = scopedDatabase(pool, "*");
  const person = await somebody(db, "Lucia");
  const { bodyId, callId } = await openCall(person.ctx);
  numbers += 1;
  const applicationId = await completeDraft(person, callId, { code: bodyCode(numbers) });
  await submitApplication(person.ctx, await confirmation(person.ctx, applicationId));
  const author = await asMember(person);
  const [row] = await db
    .select({ id: application.organisationId })
    .from(application)
    .where(eq(application.id, applicationId));
  const organisationId = row?.id ?? "";
  const marta = await colleague(author, organisationId);
  const officer = await staffOf(pool, bodyId);
  return { db, bodyId, callId, applicationId, organisationId, author, marta: marta.ctx, officer };
}

/** The same people, so many seconds from now. */
export const later = (ctx: Ctx, seconds: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1000),
});

/** Writes a message; `seen`: what stood on the page. */
export const say = (ctx: Ctx, applicationId: string, text: string, seen = 0, key = ctx.newId()) =>
  sendMessage(ctx, { applicationId, key, text, seen });

/** A run of the job that writes the letters, so many minutes from now. */
export const tell = (pool: Pool, minutes: number, batch?: number) =>
  tellMessages(
    makeContext({
      db: scopedDatabase(pool, "*"),
      actor: { kind: "system", job: "tell-messages" },
      now: new Date(Date.now() + minutes * 60_000),
      requestId: "test-notices",
    }),
    batch,
  );

/** The letters about new messages that were written, with the jobs that send them. */
export async function notices(owner: Pool, applicationId: string) {
  const { rows } = await owner.query<{
    recipient: string;
    view: Record<string, unknown>;
    jobs: number;
  }>(
    `select recipient, view, (select count(*)::int from graphile_worker.jobs j
       where j.key = 'send-message:' || m.id) as jobs
     from message m where kind = 'threadNotice' and subject_id = $1 order by queued_at, recipient`,
    [applicationId],
  );
  return rows;
}
