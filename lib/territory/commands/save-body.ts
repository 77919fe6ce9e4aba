import { eq, sql } from "drizzle-orm";
import { body, zone } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { type BodyFields, contentsOf, differences } from "../core/body-fields";
import { territoryPolicy } from "../policy";
import { plainName } from "../queries";
import type { BodyInput } from "../schema";

/**
 * Writes a body, a new one or one that was read with this digest. Its code stands in numbers that
 * were given out: it changes only while there are none. Documents and versions that were issued keep
 * the name that they were issued with.
 */
export async function saveBody(ctx: Ctx, given: BodyInput): Promise<{ id: string }> {
  territoryPolicy.authorize(ctx.actor, "territory.administer", {});
  try {
    return await inTransaction(ctx, (tx) =>
      given.bodyId === "" ? create(tx, fieldsOf(given)) : change(tx, given),
    );
  } catch (error) {
    if (violatedConstraint(error) === "body_code_unique") throw new InvalidInput({ code: "taken" });
    throw error;
  }
}

function fieldsOf({ bodyId: _id, seen: _seen, ...given }: BodyInput): BodyFields {
  const optional = (text: string) => text || null;
  return {
    ...given,
    zoneId: optional(given.zoneId),
    ipaCode: optional(given.ipaCode),
    pec: optional(given.pec),
    email: optional(given.email),
    phone: optional(given.phone),
    helpHours: optional(given.helpHours),
    address: optional(given.address),
  };
}

async function create(tx: Ctx, fields: BodyFields): Promise<{ id: string }> {
  if (fields.kind === "region") throw new InvalidInput({ kind: "region_stays" });
  await inForce(tx, fields.zoneId);
  const id = tx.newId();
  const wanted = plainName(fields.name) || fields.code.toLowerCase();
  for (let attempt = 1; ; attempt += 1) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const made = await tx.db
      .insert(body)
      .values({ id, slug, ...fields })
      .onConflictDoNothing({ target: body.slug })
      .returning({ id: body.id });
    if (made.length > 0) break;
  }
  await recordEvent(tx, {
    bodyId: id,
    action: "body.created",
    subjectType: "body",
    subjectId: id,
    facts: { kind: fields.kind, code: fields.code },
  });
  return { id };
}

async function change(tx: Ctx, given: BodyInput): Promise<{ id: string }> {
  const [before] = await tx.db.select().from(body).where(eq(body.id, given.bodyId)).for("update");
  if (!before) throw new NotFound();
  const after = fieldsOf(given);
  const changed = differences(before, after);
  if (sha256(contentsOf(before)) !== given.seen) throw new Stale(changed);
  if (changed.length === 0) throw new Refused("nothing_changed");
  if (changed.includes("zoneId")) await inForce(tx, after.zoneId);
  if (changed.includes("code") && (await codeIsOut(tx, before.id))) {
    throw new InvalidInput({ code: "code_in_use" });
  }
  // Staff of the region answer for all zones: nobody becomes it, or stops being it, by a form.
  if (changed.includes("kind") && [before.kind, after.kind].includes("region")) {
    throw new InvalidInput({ kind: "region_stays" });
  }
  await tx.db.update(body).set(after).where(eq(body.id, before.id));
  await recordEvent(tx, {
    bodyId: before.id,
    action: "body.changed",
    subjectType: "body",
    subjectId: before.id,
    facts: { changed: changed.join(","), contents: sha256(contentsOf(after)) },
  });
  return { id: before.id };
}

/** Whether something carries the code: a published call, or a number of the register. */
async function codeIsOut(tx: Ctx, bodyId: string): Promise<boolean> {
  const { rows } = await tx.db.execute<{ out: boolean }>(sql`select
    exists (select from call where body_id = ${bodyId} and code is not null)
    or exists (select from register_entry where body_id = ${bodyId}) as out`);
  return rows[0]?.out ?? true;
}

async function inForce(tx: Ctx, zoneId: string | null): Promise<void> {
  if (zoneId === null) return;
  const [found] = await tx.db
    .select({ validTo: zone.validTo })
    .from(zone)
    .where(eq(zone.id, zoneId))
    .for("share");
  if (!found || found.validTo !== null) throw new InvalidInput({ zoneId: "zone_not_in_force" });
}
