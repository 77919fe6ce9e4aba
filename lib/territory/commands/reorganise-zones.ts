import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import {
  body,
  healthAuthority,
  zone,
  zoneMunicipality,
  zoneSuccession,
} from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { romeDate } from "@/lib/kernel/rome-time";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import {
  type Membership,
  mayReorganise,
  type Reorganisation,
  successions,
} from "../core/reorganisation";
import { territoryPolicy } from "../policy";
import { plainName } from "../queries";
import type { ReorganiseInput } from "../schema";

type NewZone = Reorganisation["beginning"][number] & { name: string; authorityId: string };
type Plan = Omit<Reorganisation, "beginning"> & { beginning: NewZone[] };

/**
 * Ends zones and begins others from a day on: merges, splits, new names, new zones. Zones that are no
 * more keep their days, their municipalities and what was published in them; bodies move on. Refused
 * with the reason of the rule, and where somebody else was first.
 */
export async function reorganiseZones(
  ctx: Ctx,
  given: ReorganiseInput,
): Promise<{ slug: string | undefined }> {
  territoryPolicy.authorize(ctx.actor, "territory.administer", {});
  return inTransaction(ctx, (tx) => reorganise(tx, given));
}

async function reorganise(tx: Ctx, given: ReorganiseInput) {
  const plan = planOf(tx, given);
  // One at a time: two people who mean the same zones or towns queue, the second finds them changed.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('territory'))`);
  const zones = await tx.db
    .select({ id: zone.id, validFrom: zone.validFrom, validTo: zone.validTo })
    .from(zone)
    .where(inArray(zone.id, [...plan.ending]));
  const memberships = await membershipsOf(tx, plan);
  const verdict = mayReorganise(zones, memberships, plan, romeDate(tx.now));
  if (!verdict.ok) throw new Refused(verdict.reason);
  await knownAuthorities(tx, plan);
  await endZones(tx, plan);
  const slugs = await beginZones(tx, plan);
  const after = successions(memberships, plan);
  if (after.length > 0) {
    await tx.db
      .insert(zoneSuccession)
      .values(after.map((one) => ({ ...one, since: plan.on, reason: given.reason })));
  }
  await moveBodies(tx, plan, given.bodies);
  await recordEvent(tx, {
    bodyId: undefined,
    action: "territory.reorganised",
    subjectType: "zone",
    subjectId: plan.beginning[0]?.id ?? plan.ending[0] ?? tx.newId(),
    facts: {
      on: plan.on,
      ended: plan.ending.join(","),
      begun: plan.beginning.map(({ id }) => id).join(","),
      withoutZone: plan.withoutZone.length,
      reason: sha256(given.reason),
    },
  });
  return { slug: slugs[0] };
}

function planOf(tx: Ctx, { on, ending, name, authority, towns }: ReorganiseInput): Plan {
  const inPlace = (place: number | "none") =>
    Object.keys(towns).filter((id) => towns[id] === place);
  if (Object.values(towns).some((place) => place !== "none" && !name[place])) throw new NotFound();
  return {
    on,
    ending: [...new Set(ending)],
    withoutZone: inPlace("none"),
    beginning: name.map((text, at) => ({
      id: tx.newId(),
      name: text,
      authorityId: authority[at] ?? "",
      municipalities: inPlace(at),
    })),
  };
}

/** Where the municipalities of the plan are and were, those of the ending zones and all named ones. */
async function membershipsOf(tx: Ctx, plan: Plan): Promise<Membership[]> {
  const named = [...plan.beginning.flatMap((one) => one.municipalities), ...plan.withoutZone];
  return tx.db
    .select({
      zoneId: zoneMunicipality.zoneId,
      municipalityId: zoneMunicipality.municipalityId,
      validFrom: zoneMunicipality.validFrom,
      validTo: sql<
        string | null
      >`coalesce(${zoneMunicipality.validTo}, ${zoneMunicipality.zoneEndedOn})::text`,
    })
    .from(zoneMunicipality)
    .where(
      sql`${inArray(zoneMunicipality.zoneId, [...plan.ending])}
        or ${inArray(zoneMunicipality.municipalityId, named)}`,
    );
}

async function knownAuthorities(tx: Ctx, { beginning }: Plan): Promise<void> {
  const ids = [...new Set(beginning.map(({ authorityId }) => authorityId))];
  if (ids.length === 0) return;
  const found = await tx.db
    .select({ id: healthAuthority.id })
    .from(healthAuthority)
    .where(inArray(healthAuthority.id, ids));
  if (found.length < ids.length) throw new InvalidInput({ authority: "required" });
}

async function endZones(tx: Ctx, { ending, on }: Plan): Promise<void> {
  if (ending.length === 0) return;
  await tx.db
    .update(zone)
    .set({ validTo: on })
    .where(inArray(zone.id, [...ending]));
  await tx.db
    .update(zoneMunicipality)
    .set({ zoneEndedOn: on })
    .where(and(inArray(zoneMunicipality.zoneId, [...ending]), isNull(zoneMunicipality.validTo)));
}

/** The new zones under addresses that no zone ever had; returns these. */
async function beginZones(tx: Ctx, { beginning, on }: Plan): Promise<string[]> {
  if (beginning.length === 0) return [];
  const known = await tx.db.select({ slug: zone.slug }).from(zone);
  const taken = new Set(known.map(({ slug }) => slug));
  const slugs = beginning.map(({ name }) => freeSlug(plainName(name) || "zona", taken));
  await tx.db.insert(zone).values(
    beginning.map(({ id, name, authorityId }, at) => ({
      ...{ id, name, slug: slugs[at] ?? id, healthAuthorityId: authorityId },
      ...{ listStatus: "verified", validFrom: on },
    })),
  );
  await tx.db
    .insert(zoneMunicipality)
    .values(
      beginning.flatMap(({ id, municipalities }) =>
        municipalities.map((municipalityId) => ({ zoneId: id, municipalityId, validFrom: on })),
      ),
    );
  return slugs;
}

function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let attempt = 2; taken.has(free); attempt += 1) free = `${slug}-${attempt}`;
  taken.add(free);
  return free;
}

/** Bodies of the ending zones go where the form says, or where all go. */
async function moveBodies(
  tx: Ctx,
  { ending, beginning }: Plan,
  said: ReorganiseInput["bodies"],
): Promise<void> {
  const [only] = beginning;
  if (!only || ending.length === 0) return;
  const bodies = await tx.db
    .select({ id: body.id })
    .from(body)
    .where(inArray(body.zoneId, [...ending]))
    .orderBy(asc(body.id))
    .for("update");
  for (const { id: zoneId } of beginning) {
    const moved = bodies.filter(({ id }) => {
      const place = said[id];
      return (typeof place === "number" ? beginning[place] : only)?.id === zoneId;
    });
    if (moved.length === 0) continue;
    await tx.db
      .update(body)
      .set({ zoneId })
      .where(
        inArray(
          body.id,
          moved.map(({ id }) => id),
        ),
      );
  }
}
