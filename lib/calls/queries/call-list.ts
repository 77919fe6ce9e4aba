import type { Ctx } from "@/lib/context";
import { municipalityNamed, type ZoneInList, zonesInForce } from "@/lib/territory/queries";
import { countChoices, type FilterCounts, filterCalls, grouped } from "../core/call-filters";
import type { CallGroup } from "../core/call-status";
import type { AddressedFilters } from "../core/filter-address";
import { archivedCalls, type CallInList, livingCalls } from "./public-calls";

export type CallList = {
  total: number;
  groups: Record<CallGroup, CallInList[]>;
  counts: FilterCounts;
  zones: ZoneInList[];
  /** The municipality that was asked for; undefined if none was, or if it is not known. */
  municipality: { name: string; zone: string } | undefined;
  /** Only where the archive was asked for. */
  archive: { calls: CallInList[]; more: boolean } | undefined;
};

/** The list of calls under its filters, with the count beside each. Four queries at most. */
export async function callList(ctx: Ctx, by: AddressedFilters): Promise<CallList> {
  const [calls, zones, municipality] = await Promise.all([
    livingCalls(ctx),
    zonesInForce(ctx),
    by.municipality ? municipalityNamed(ctx, by.municipality) : undefined,
  ]);
  const filters = { ...by, inMunicipality: municipality };
  const found = filterCalls(calls, filters);
  return {
    total: found.length,
    groups: grouped(found),
    counts: countChoices(calls, filters),
    zones,
    municipality: municipality && { name: municipality.name, zone: municipality.zone },
    archive: by.archive
      ? await archivedCalls(ctx, { ...by, zone: municipality?.zone ?? by.zone }, by.page)
      : undefined,
  };
}
