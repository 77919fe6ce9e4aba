import { and, eq, isNull } from "drizzle-orm";
import { membership, organisation } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { MembershipRole } from "../core/membership";

/**
 * An organisation with those who work for it, its row held until the transaction ends. Throws
 * NotFound to who does not work for it.
 */
export async function membersForCommand(tx: Ctx, organisationId: string) {
  const [found] = await tx.db
    .select()
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for("update");
  const rows = await tx.db
    .select({ personId: membership.personId, role: membership.role })
    .from(membership)
    .where(and(eq(membership.organisationId, organisationId), isNull(membership.endedAt)));
  const members = rows.map((row) => ({ ...row, role: row.role as MembershipRole }));
  const own = members.find((one) => one.personId === personOf(tx.actor));
  if (!found || !own) throw new NotFound();
  return { organisation: found, members, own };
}
