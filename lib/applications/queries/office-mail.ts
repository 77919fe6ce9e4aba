import { sql } from "drizzle-orm";
import { personOf } from "@/lib/auth/actor";
import { bodiesWithRole } from "@/lib/auth/can";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";

/**
 * Whether who asks is written to about messages of applicants; undefined for who works in no office.
 * One statement.
 */
export async function wantsOfficeMail(ctx: Ctx): Promise<boolean | undefined> {
  const bodies = bodiesWithRole(ctx.actor, ...officeRoles);
  if (bodies.length === 0) return undefined;
  const { rows } = await ctx.db.execute<{ muted: number }>(sql`
    select count(*)::int as muted from office_notice
    where person_id = ${personOf(ctx.actor)}::uuid and muted
      and body_id = any(${sql.param(bodies)}::uuid[])`);
  return (rows[0]?.muted ?? 0) < bodies.length;
}
