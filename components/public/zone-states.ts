import type { ZoneMapState } from "@/components/ui/zone-map";
import type { CallStatus } from "@/lib/calls/core/call-status";
import type { CallInList } from "@/lib/calls/queries/public-calls";

type ZoneState = { name: string; state: ZoneMapState; closesAt: Date | null; opensAt: Date | null };

const STATES: Partial<Record<CallStatus, ZoneMapState>> = {
  closesToday: "today",
  open: "open",
  alwaysOpen: "open",
  upcoming: "soon",
};

const URGENCY: readonly ZoneMapState[] = ["soon", "open", "today"];

/** The most urgent that can be done in each zone; zones where nothing can be done are left out. */
export function mapStates(calls: readonly CallInList[]): Map<string, ZoneState> {
  const states = new Map<string, ZoneState>();
  for (const { zone, status, closesAt, opensAt } of calls) {
    const state = STATES[status];
    if (!zone || !state) continue;
    const known = states.get(zone.slug);
    if (known && URGENCY.indexOf(known.state) >= URGENCY.indexOf(state)) continue;
    states.set(zone.slug, { name: zone.name, state, closesAt, opensAt });
  }
  return states;
}

/** "Alta Val di Cecina - Valdera" is written "Valdera" on the map. */
export const nameOnMap = (name: string) => name.split(" - ").at(-1) ?? name;
