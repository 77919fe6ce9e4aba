import type { ActGiven, ActKind } from "@/lib/calls/core/act-kinds";
import { type ActFacts, type CallForAct, decideAct } from "@/lib/calls/core/acts";
import { endOfRomeDay } from "@/lib/kernel/rome-time";
import { complete } from "./publishable-call";

/** A published call, open until noon of 30 November 2026. */
export const call: CallForAct = {
  ...complete(),
  content: complete().content,
  regimeRules: null,
  cutOffs: [],
  state: "published",
  places: 60,
  minimumAge: null,
  closesOn: "2026-11-30",
  closesAtTime: "12:00",
  closesAt: new Date("2026-11-30T11:00:00Z"),
  opensAt: new Date("2026-11-01T08:00:00Z"),
  audiences: ["organisation", "citizen"],
  peremptory: true,
  suspendedAt: null,
  reopened: null,
  reopenedFor: null,
  reopenedWithin: null,
  formDefinitionId: "form",
  publishedAt: new Date("2026-10-28T08:00:00Z"),
};
export const exact = (at: Date) => at.toISOString().replace("Z", "000Z");
/** While it is open. */
export const inTime = exact(new Date("2026-11-20T09:00:00Z"));
/** After its end. */
export const late = exact(new Date("2026-12-01T09:00:00Z"));
const given = (change: Partial<ActGiven> = {}): ActGiven => ({
  number: "Determina n. 1",
  actDate: "2026-11-20",
  reason: "Perché",
  closesOn: "",
  closesAtTime: "",
  scope: "all",
  until: "",
  rectified: null,
  ...change,
});

/** What the rule says of an act; what is left out says nothing. */
export const decide = (
  of: CallForAct,
  kind: ActKind,
  change: Partial<ActGiven> = {},
  facts: Partial<ActFacts> = {},
) =>
  decideAct(of, kind, given(change), {
    at: inTime,
    lastEndAct: null,
    newEnd: change.closesOn ? endOfRomeDay(change.closesOn) : null,
    taken: 0,
    asks: { nature: true, place: true },
    form: null,
    documents: null,
    ...facts,
  });
