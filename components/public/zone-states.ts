import type { ZoneMapState } from "@/components/ui/zone-map";
import type { CallStatus } from "@/lib/calls/core/call-status";
import type { ZoneToday } from "@/lib/calls/queries/calls-today";

type ZoneState = { name: string; state: ZoneMapState; closesAt: Date | null; opensAt: Date | null };

const STATES: Partial<Record<CallStatus, ZoneMapState>> = {
  closesToday: "today",
  open: "open",
  alwaysOpen: "open",
  upcoming: "soon",
};

/** What can be done in each zone, by its slug; zones where nothing can be done are left out. */
export function mapStates(zones: readonly ZoneToday[]): Map<string, ZoneState> {
  return new Map(
    zones.flatMap(({ slug, name, today }) => {
      const state = today && STATES[today.status];
      if (!state) return [];
      return [[slug, { name, state, closesAt: today.closesAt, opensAt: today.opensAt }] as const];
    }),
  );
}

/** "Alta Val di Cecina - Valdera" is written "Valdera" on the map. */
export const nameOnMap = (name: string) => name.split(" - ").at(-1) ?? name;
