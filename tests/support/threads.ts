import { eq } from "drizzle-orm";
import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { application } from "@/db/schema/applications";
import { staffCredential } from "@/db/schema/people";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { tellMessages } from "@/lib/applications/commands/tell-messages";
import { tellOffice } from "@/lib/applications/commands/tell-office";
import { personOf } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";
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

/** A run, at that moment, of the job that writes to the office. */
export const tellOfficeAt = (pool: Pool, now: Date, batch?: number) =>
  tellOffice(
    makeContext({
      db: scopedDatabase(pool, "*"),
      actor: { kind: "system", job: "tell-office" },
      now,
      requestId: "test-office",
    }),
    batch,
  );

/** Somebody of the office who has accepted the invitation. */
export async function officeMember(pool: Pool, bodyId: string, role: StaffRole = "officer") {
  const ctx = await staffOf(pool, bodyId, [role]);
  const personId = personOf(ctx.actor) ?? "";
  await scopedDatabase(pool, "*")
    .insert(staffCredential)
    .values({ personId, passwordHash: "x", totpSecret: Buffer.from("x") });
  return { ctx, personId };
}

/** What `sentTogether` gives, and two of its office who can sign in. */
export async function officeOfSent(pool: Pool) {
  const found = await sentTogether(pool);
  const ada = await officeMember(pool, found.bodyId);
  const ugo = await officeMember(pool, found.bodyId, "administrator");
  return { ...found, ada, ugo };
}

/** One more application to the same call, of somebody alone. */
export async function anotherSent(db: Ctx["db"], callId: string) {
  const applicant = await somebody(db, "Besnik");
  numbers += 1;
  const id = await completeDraft(applicant, callId, { code: bodyCode(numbers) });
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  return { ...applicant, id };
}

/** The letters to an office, in the order they were written, with the jobs that send them. */
export async function officeLetters(owner: Pool, bodyId: string) {
  const { rows } = await owner.query<{
    personId: string;
    at: Date;
    view: { count: number; since: string; calls: { title: string; count: number }[] };
    jobs: number;
  }>(
    `select split_part(recipient, '@', 1) as "personId", queued_at as at, view,
       (select count(*)::int from graphile_worker.jobs j
         where j.key = 'send-message:' || m.id) as jobs
     from message m where kind = 'officeNotice' and body_id = $1 order by queued_at, recipient`,
    [bodyId],
  );
  return rows;
}
