import { sql } from "drizzle-orm";
import { personOf } from "@/lib/auth/actor";
import { bodiesWithRole } from "@/lib/auth/can";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";

/**
 * Switches the letters about messages of applicants off or on, for oneself and every office that one
 * works in. Throws NotFound for who works in none.
 */
export async function chooseOfficeMail(ctx: Ctx, { wanted }: { wanted: boolean }): Promise<void> {
  const bodies = bodiesWithRole(ctx.actor, ...officeRoles);
  const personId = personOf(ctx.actor);
  if (!personId || bodies.length === 0) throw new NotFound();
  await ctx.db.execute(sql`
    insert into office_notice (body_id, person_id, muted)
    select body_id, ${personId}::uuid, ${!wanted}
    from unnest(${sql.param(bodies)}::uuid[]) as body_id order by body_id
    on conflict (body_id, person_id) do update set muted = excluded.muted`);
}
