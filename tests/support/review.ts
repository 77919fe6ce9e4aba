import { eq } from "drizzle-orm";
import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { person, staffMember } from "@/db/schema/people";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";
import { startReview } from "@/lib/calls/commands/start-review";
import type { Ctx } from "@/lib/context";
import { makeContext } from "@/lib/context";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { recordCheck } from "@/lib/review/commands/record-check";
import type { CheckAnswer } from "@/lib/review/core/requirements";
import { lockReviewed } from "@/lib/review/queries/reviewed-application";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "./applications";

/** A member of staff of a body as requests have it: behind the wall of that body. */
export async function staffOf(
  pool: Pool,
  bodyId: string,
  roles: readonly StaffRole[] = ["officer"],
): Promise<Ctx> {
  const wide = scopedDatabase(pool, "*");
  const base = makeContext({
    db: wide,
    actor: { kind: "system", job: "test" },
    now: new Date(),
    requestId: "test-staff",
  });
  const personId = base.newId();
  await wide.insert(person).values({
    id: personId,
    givenName: "Chiara",
    familyName: "Bandini",
    email: `${personId}@ente.example`,
    createdAt: base.now,
  });
  await wide.insert(staffMember).values(roles.map((role) => ({ bodyId, personId, role })));
  const actor: Actor = { kind: "staff", personId, roles: roles.map((role) => ({ bodyId, role })) };
  return { ...base, actor, db: scopedDatabase(pool, [bodyId]) };
}

let numbers = 5_000;

/** A call that has closed, with applications that arrived in time, and its review begun. */
export async function callUnderReview(pool: Pool, count: number, given = {}) {
  const db = scopedDatabase(pool, "*");
  const starter = await somebody(db);
  const { bodyId, callId } = await openCall(starter.ctx, given);
  const applications: string[] = [];
  for (let index = 0; index < count; index += 1) {
    numbers += 1;
    const applicant = await somebody(db, `Persona ${index}`);
    const id = await completeDraft(applicant, callId, { code: bodyCode(numbers) });
    await submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
    applications.push(id);
  }
  const draft = await somebody(db, "Chi non ha inviato");
  const draftId = await completeDraft(draft, callId, { code: bodyCode(numbers + 900_000) });
  await db
    .update(call)
    .set({ closesAt: new Date(Date.now() - 60_000) })
    .where(eq(call.id, callId));
  const officer = await staffOf(pool, bodyId);
  await startReview(officer, { callId });
  return { db, bodyId, callId, applications, draftId, officer };
}

/** Answers all lines of the checklist. */
export async function checkAll(ctx: Ctx, applicationId: string, answer: CheckAnswer) {
  const { requirements } = await lockReviewed(ctx, applicationId);
  for (const requirement of requirements) {
    await recordCheck(ctx, { applicationId, requirement, answer, note: "" });
  }
}

export const WHY = "Il referente indicato non risulta collegato all’organizzazione.";
export const ACT = { actNumber: "Determina n. 420", actDate: "2026-11-20" };

/** Checks everything and admits. */
export async function admit(ctx: Ctx, applicationId: string): Promise<void> {
  await checkAll(ctx, applicationId, "yes");
  await decideAdmissibility(ctx, { applicationId, result: "admissible", reasons: "" });
}

/** Finds requirements that are not met, and refuses with reasons. */
export async function refuse(ctx: Ctx, applicationId: string): Promise<void> {
  await checkAll(ctx, applicationId, "no");
  await decideAdmissibility(ctx, {
    applicationId,
    result: "inadmissible",
    reasonCode: "requirementMissing",
    reasons: WHY,
  });
}
