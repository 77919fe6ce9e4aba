import { eq, type SQL, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { application } from "@/db/schema/applications";
import { person } from "@/db/schema/people";
import { participant, seriesCall } from "@/db/schema/workshops";
import type { StaffRole } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { testContext } from "./context";
import { convenedMeeting } from "./workshop-fixture";

/** A member of staff of a body, behind its wall. */
export async function staffIn(ctx: Ctx, pool: Pool, bodyId: string, role: StaffRole): Promise<Ctx> {
  const personId = ctx.newId();
  await ctx.db.insert(person).values({ id: personId, createdAt: ctx.now });
  const actor = { kind: "staff" as const, personId, roles: [{ bodyId, role }] };
  return testContext(pool, { actor, scope: [bodyId], seed: `${role}-${personId}` });
}

/** An application as its submission and its admission leave it. */
export const submitted = <Key extends string | SQL>(key: Key) => ({
  state: "admitted",
  track: "citizen",
  applicantKey: key,
  code: key,
  submittedAt: "2026-11-01T09:00:00.000000Z",
});

/** A convened meeting whose people are admitted by the call of the cycle. */
export async function admittedMeeting(ctx: Ctx, pool: Pool, capacity: number, people: number) {
  const made = await convenedMeeting(ctx, capacity, people);
  const rows = await ctx.db
    .select()
    .from(participant)
    .where(eq(participant.seriesId, made.seriesId));
  const [first] = await ctx.db
    .select({ callId: application.callId })
    .from(application)
    .where(eq(application.id, rows[0]?.applicationId ?? ""));
  if (!first) throw new Error("no call");
  await ctx.db.insert(seriesCall).values({ seriesId: made.seriesId, callId: first.callId });
  await ctx.db
    .update(application)
    .set(submitted(sql`'K-' || ${application.id}`))
    .where(eq(application.callId, first.callId));
  return {
    ...made,
    callId: first.callId,
    people: rows,
    officer: await staffIn(ctx, pool, made.bodyId, "officer"),
  };
}

export type Admitted = Awaited<ReturnType<typeof admittedMeeting>>;
