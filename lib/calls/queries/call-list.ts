import type { Ctx } from "@/lib/context";
import { municipalityNamed, type ZoneInList, zonesInForce } from "@/lib/territory/queries";
import { countChoices, type FilterCounts } from "../core/call-filters";
import type { AddressedFilters } from "../core/filter-address";
import type { ListPlace } from "../core/list-place";
import { callTallies } from "./call-tallies";
import { type FoundCall, foundCalls } from "./found-calls";

export type CallList = {
  calls: FoundCall[];
  /** Where the next page begins; undefined on the last one. */
  next: ListPlace | undefined;
  counts: FilterCounts;
  /** There are more than are counted: `counts` is of some of them. */
  many: boolean;
  zones: ZoneInList[];
  /** The municipality that was asked for; undefined if none was, or if it is not known. */
  municipality: { name: string; zone: string } | undefined;
};

/**
 * A page of the calls under the filters, with the count beside each. A municipality that nobody
 * knows has no calls. Four queries at most.
 */
export async function callList(ctx: Ctx, by: AddressedFilters): Promise<CallList> {
  const municipality = by.municipality ? await municipalityNamed(ctx, by.municipality) : undefined;
  const filters = { ...by, inMunicipality: municipality };
  const nowhere = by.municipality !== "" && !municipality;
  const [{ tallies, many, common }, zones] = await Promise.all([
    nowhere ? { tallies: [], many: false, common: false } : callTallies(ctx, filters),
    zonesInForce(ctx),
  ]);
  const { calls, next } = nowhere
    ? { calls: [], next: undefined }
    : await foundCalls(ctx, filters, { common });
  return {
    calls,
    next,
    counts: countChoices(tallies, by),
    many,
    zones,
    municipality: municipality && { name: municipality.name, zone: municipality.zone },
  };
}
