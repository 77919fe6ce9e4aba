import { eq, inArray } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { bodiesOf, personOf } from "@/lib/auth/actor";
import { bodiesWithRole, hasRegionalRole } from "@/lib/auth/can";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";
import { territoryPolicy } from "@/lib/territory/policy";
import { type StaffCall, staffCalls } from "./staff-calls";

/** What stands around every page of staff: who works, for whom, on which calls. */
export type StaffFrame = {
  name: string;
  initials: string;
  bodies: { id: string; name: string }[];
  calls: StaffCall[];
  /** Whether one administers one of the bodies, and so its staff. */
  administers: boolean;
  /** Whether one answers what applicants write. */
  answers: boolean;
  /** Whether one works for the region, which answers for all zones. */
  regional: boolean;
  /** Whether one administers the region, and so zones and bodies. */
  keepsTerritory: boolean;
  now: Date;
};

/** Three queries. */
export async function staffFrame(ctx: Ctx): Promise<StaffFrame> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const [[who], bodies, calls] = await Promise.all([
    ctx.db
      .select({ given: person.givenName, family: person.familyName })
      .from(person)
      .where(eq(person.id, personId)),
    ctx.db
      .select({ id: body.id, name: body.name })
      .from(body)
      .where(inArray(body.id, bodiesOf(ctx.actor)))
      .orderBy(body.name),
    staffCalls(ctx),
  ]);
  const { given = "", family = "" } = who ?? {};
  return {
    name: `${given} ${family}`.trim(),
    initials: `${given.slice(0, 1)}${family.slice(0, 1)}`.toUpperCase(),
    bodies,
    calls,
    administers: bodiesWithRole(ctx.actor, "administrator").length > 0,
    answers: bodiesWithRole(ctx.actor, ...officeRoles).length > 0,
    regional: hasRegionalRole(ctx.actor, "officer", "administrator"),
    keepsTerritory: territoryPolicy.can(ctx.actor, "territory.administer", {}),
    now: ctx.now,
  };
}
