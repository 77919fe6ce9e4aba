import { sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import { type CallStatus, type CallTimes, statusOf } from "../core/call-status";
import type { PlannedMeeting } from "../core/content";
import type { Regime } from "../core/regimes";
import type { ReopenedOnly } from "../core/reopening";
import type { CallState } from "../core/states";

/** A call as lists show it. Nothing of a draft ever becomes one. */
export type CallInList = CallTimes &
  ReopenedOnly & {
    id: string;
    slug: string;
    title: string;
    summary: string;
    regime: Regime;
    audiences: string[];
    themes: string[];
    minimumAge: number | null;
    closesOn: string | null;
    body: string;
    zone: { slug: string; name: string } | undefined;
    /** Municipalities it is limited to, by ISTAT code; empty: the whole zone. */
    municipalities: string[];
    meetings: PlannedMeeting[];
    /** The end before the latest extension, as it was written. */
    extendedFrom: string | undefined;
    status: CallStatus;
  };

/** What a list reads of a call, beside its body and its zone. */
export const listColumns = {
  id: call.id,
  slug: call.slug,
  title: call.title,
  summary: call.summary,
  regime: call.regime,
  state: call.state,
  audiences: call.audiences,
  themes: call.themes,
  minimumAge: call.minimumAge,
  opensAt: call.opensAt,
  closesAt: call.closesAt,
  closesOn: call.closesOn,
  closesAtTime: call.closesAtTime,
  peremptory: call.peremptory,
  reopened: call.reopened,
  reopenedFor: call.reopenedFor,
  reopenedWithin: call.reopenedWithin,
  body: body.name,
  zoneSlug: zone.slug,
  zoneName: zone.name,
  municipalities: sql<string[]>`array(select m.istat_code from call_municipality cm
    join municipality m on m.id = cm.municipality_id where cm.call_id = ${call.id})`,
  meetings: sql<PlannedMeeting[]>`${call.content} -> 'meetings'`,
  extendedFrom: sql<string | null>`(select a.before ->> 'closesAt' from call_act a
    where a.call_id = ${call.id} and a.kind = 'extension' order by a.published_at desc limit 1)`,
};

type Row = Omit<CallInList, "state" | "regime" | "zone" | "extendedFrom" | "status"> & {
  state: string;
  regime: string;
  zoneSlug: string | null;
  zoneName: string | null;
  extendedFrom: string | null;
};

export function inList({ zoneSlug, zoneName, ...row }: Row, now: Date): CallInList {
  const times = { ...row, state: row.state as CallState };
  return {
    ...times,
    regime: row.regime as Regime,
    extendedFrom: row.extendedFrom ?? undefined,
    zone: zoneSlug && zoneName ? { slug: zoneSlug, name: zoneName } : undefined,
    status: statusOf(times, now),
  };
}
