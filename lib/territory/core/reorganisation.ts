import type { LocalDate } from "@/lib/kernel/local-date";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

/** A zone with its days: the last one is the day before `validTo`. */
export type ZoneDays = { id: string; validFrom: LocalDate; validTo: LocalDate | null };

/** That a municipality is in a zone, from a day on and up to the day before another. */
export type Membership = {
  zoneId: string;
  municipalityId: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
};

/**
 * From one day on some zones are no more and others begin: a merge ends several and begins one, a
 * split the other way round, a new name ends one and begins one, and a new zone ends none.
 */
export type Reorganisation = {
  on: LocalDate;
  ending: readonly string[];
  beginning: readonly { id: string; municipalities: readonly string[] }[];
  /** Municipalities that are left without a zone, because whoever decided said so. */
  withoutZone: readonly string[];
};

export type ReorganisationRefusal =
  | "nothing_chosen"
  | "in_the_future"
  | "zone_not_in_force"
  | "before_the_zone"
  | "zone_without_municipalities"
  | "municipality_twice"
  | "municipality_elsewhere"
  | "municipality_left_out";

/**
 * Whether zones may be reorganised so: afterwards no municipality is in two zones on any day, and
 * none that had a zone is without one unless it was said. The day has come: what is decided for
 * later is written down then, so that what is in force needs no clock.
 */
export function mayReorganise(
  zones: readonly ZoneDays[],
  memberships: readonly Membership[],
  plan: Reorganisation,
  today: LocalDate,
): Verdict<ReorganisationRefusal> {
  const { on, ending, beginning, withoutZone } = plan;
  if (ending.length + beginning.length === 0) return refused("nothing_chosen");
  if (on > today) return refused("in_the_future");
  const ended = ending.map((id) => zones.find((zone) => zone.id === id));
  if (ended.some((zone) => !zone || zone.validTo !== null)) return refused("zone_not_in_force");
  if (ended.some((zone) => zone && zone.validFrom >= on)) return refused("before_the_zone");
  if (beginning.some(({ municipalities }) => municipalities.length === 0)) {
    return refused("zone_without_municipalities");
  }
  const placed = beginning.flatMap(({ municipalities }) => municipalities);
  const named = new Set([...placed, ...withoutZone]);
  if (named.size < placed.length + withoutZone.length) return refused("municipality_twice");
  const living = memberships.filter(({ validTo }) => validTo === null || validTo > on);
  const freed = living.filter(({ zoneId }) => ending.includes(zoneId));
  if (freed.some(({ validFrom }) => validFrom >= on)) return refused("before_the_zone");
  const elsewhere = living.filter(({ zoneId }) => !ending.includes(zoneId));
  if (elsewhere.some(({ municipalityId }) => named.has(municipalityId))) {
    return refused("municipality_elsewhere");
  }
  const leftOut = freed.some(({ municipalityId }) => !named.has(municipalityId));
  return leftOut ? refused("municipality_left_out") : allowed;
}

/** The memberships after a reorganisation that is allowed; days before it stay as they were. */
export function reorganised(
  memberships: readonly Membership[],
  { on, ending, beginning }: Reorganisation,
): Membership[] {
  const ended = memberships.map((one) =>
    ending.includes(one.zoneId) && one.validTo === null ? { ...one, validTo: on } : one,
  );
  const begun = beginning.flatMap(({ id, municipalities }) =>
    municipalities.map((municipalityId) => ({
      ...{ zoneId: id, municipalityId, validFrom: on, validTo: null },
    })),
  );
  return [...ended, ...begun];
}

/**
 * Which zone came out of which: those that share a municipality, and where none is shared each with
 * each, so that the address of a zone that is no more always leads somewhere.
 */
export function successions(
  memberships: readonly Membership[],
  { ending, beginning }: Pick<Reorganisation, "ending" | "beginning">,
): { predecessorId: string; successorId: string }[] {
  return ending.flatMap((predecessorId) => {
    const own = memberships.filter((one) => one.zoneId === predecessorId && one.validTo === null);
    const heirs = beginning.filter(({ municipalities }) =>
      own.some(({ municipalityId }) => municipalities.includes(municipalityId)),
    );
    const all = heirs.length > 0 || own.length > 0 ? heirs : beginning;
    return all.map(({ id }) => ({ predecessorId, successorId: id }));
  });
}
