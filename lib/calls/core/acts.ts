import { romeDate } from "@/lib/kernel/rome-time";
import { next } from "@/lib/kernel/states";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import type { ActGiven, ActKind, Reopened } from "./act-kinds";
import { type ChangedForm, type FormRefusal, mayChangeForm } from "./changed-form";
import type { CallDocument } from "./content";
import { dateOfExact, isInTime, microsOf } from "./deadline";
import type { AsksWho } from "./form-asks-who";
import { endGivenBack } from "./given-back";
import { type Regime, type RegimeRules, rulesOf } from "./regimes";
import { type PartRefusal, partOf, reopenedAudiences } from "./reopened-part";
import type { ReopenedWithin } from "./reopening";
import { missingPoints, type PublicationPoint } from "./rules";
import { type CallState, callTransitions } from "./states";
import { changesBetween, type Rectified } from "./version-texts";

/** A call as its acts see it. */
export type CallForAct = Rectified & {
  state: CallState;
  regime: Regime;
  regimeRules: RegimeRules | null;
  cutOffs: Date[];
  audiences: string[];
  opensAt: Date | null;
  closesAt: Date | null;
  closesOn: string | null;
  closesAtTime: string | null;
  peremptory: boolean;
  /** UTC with microseconds. */
  suspendedAt: string | null;
  reopened: Reopened | null;
  reopenedFor: string[] | null;
  reopenedWithin: ReopenedWithin | null;
  formDefinitionId: string | null;
  publishedAt: Date | null;
};

/** What an act writes into the columns of its call. */
export type ActPatch = Partial<
  Omit<
    CallForAct,
    "regime" | "regimeRules" | "cutOffs" | "audiences" | "opensAt" | "peremptory" | "publishedAt"
  >
>;

export type ActRefusal =
  | "wrong_state"
  | "no_end"
  | "already_closed"
  | "not_closed_yet"
  | "resume_first"
  | "not_suspended"
  | "act_in_future"
  | "act_before_publication"
  | "before_earlier_act"
  | "shortens"
  | "end_passed"
  | "until_passed"
  | "not_for_them"
  | "no_places_known"
  | "no_places_left"
  | "part_of_all"
  | PartRefusal
  | "nothing_changed"
  | "missing"
  | FormRefusal;

export type ActVerdict =
  | { readonly ok: true; readonly patch: ActPatch }
  | { readonly ok: false; readonly reason: ActRefusal; readonly field?: string };

/** What an act is measured against. */
export type ActFacts = {
  /** Clock of the database when it is published: UTC with microseconds. */
  at: string;
  /** Day of the latest act that moved the end. */
  lastEndAct: string | null;
  /** The new end that was written, as an instant; null where none was. */
  newEnd: Date | null;
  /** Applications that count for a place. */
  taken: number;
  /** What the form asks of those it would be opened again for; a part of them is known by it. */
  asks: AsksWho;
  /** The form as a rectification would leave it; null where none was begun. */
  form: ChangedForm | null;
  /** The documents as a rectification would leave them; null where none was begun. */
  documents: readonly CallDocument[] | null;
};

/** Whether an act of this kind can be published now, whatever it says. */
export function mayAct(call: CallForAct, kind: ActKind, at: string): Verdict<ActRefusal> {
  // What is not public yet goes back to its draft.
  if (call.publishedAt && dateOfExact(at) < call.publishedAt) return refused("wrong_state");
  const closed = call.closesAt !== null && !isInTime(at, call.closesAt);
  switch (kind) {
    case "rectification":
      return call.state === "published" || call.state === "suspended"
        ? allowed
        : refused("wrong_state");
    case "extension":
      if (call.state === "suspended") return refused("resume_first");
      if (call.state !== "published") return refused("wrong_state");
      if (call.closesAt === null) return refused("no_end");
      return closed ? refused("already_closed") : allowed;
    case "reopening":
      if (call.state === "underReview") return allowed;
      if (call.state !== "published") return refused("wrong_state");
      return closed ? allowed : refused("not_closed_yet");
    case "suspension":
      if (next(callTransitions, call.state, "suspend") === null) return refused("wrong_state");
      return closed && call.peremptory ? refused("already_closed") : allowed;
    case "resumption":
      return next(callTransitions, call.state, "resume") === null
        ? refused("not_suspended")
        : allowed;
    case "revocation":
      return next(callTransitions, call.state, "revoke") === null
        ? refused("wrong_state")
        : allowed;
  }
}

/** Decides an act: what it writes, or why not and which field says so. An end never moves back. */
export function decideAct(
  call: CallForAct,
  kind: ActKind,
  given: ActGiven,
  facts: ActFacts,
): ActVerdict {
  const may = mayAct(call, kind, facts.at);
  if (!may.ok) return may;
  const dated = dateOf(call, kind, given, facts);
  if (!dated.ok) return { ...dated, field: "actDate" };
  return DECIDE[kind](call, given, facts);
}

/** An act is not of tomorrow, not older than its call, nor than the act whose end it moves. */
function dateOf(
  call: CallForAct,
  kind: ActKind,
  { actDate }: ActGiven,
  { at, lastEndAct }: ActFacts,
): Verdict<ActRefusal> {
  if (actDate > romeDate(dateOfExact(at))) return refused("act_in_future");
  if (call.publishedAt && actDate < romeDate(call.publishedAt)) {
    return refused("act_before_publication");
  }
  const movesEnd = kind === "extension" || kind === "reopening";
  return movesEnd && lastEndAct !== null && actDate < lastEndAct
    ? refused("before_earlier_act")
    : allowed;
}

const wrong = (field: string, reason: ActRefusal): ActVerdict => ({ ok: false, reason, field });

type Decide = (call: CallForAct, given: ActGiven, facts: ActFacts) => ActVerdict;

const DECIDE: Record<ActKind, Decide> = {
  rectification: (call, given, { at, form, documents }) => {
    const rectified =
      given.rectified && withDocuments(given.rectified, documents ?? call.content.documents);
    const changes =
      rectified === null ? [] : changesBetween(call, { ...rectified, closesAt: call.closesAt });
    if (rectified === null || (changes.length === 0 && !form?.changed)) {
      return wrong("title", "nothing_changed");
    }
    const now = dateOfExact(at);
    const asked = { runts: true, runtsSince: true, guardian: true };
    const changed = { ...call, ...rectified, rules: rulesOf(call), form: asked };
    const missing = missingPoints(changed, now);
    const emptied = missing.find((point) => !OF_TIMES.includes(point));
    if (emptied) return wrong(FIELD_OF[emptied] ?? emptied, "missing");
    if (!form?.changed) return { ok: true, patch: rectified };
    const may = mayChangeForm(changed, form, now);
    return may.ok
      ? { ok: true, patch: { ...rectified, formDefinitionId: form.id } }
      : wrong("form", may.reason);
  },

  extension: (call, given, { newEnd }) => {
    if (newEnd === null) return wrong("closesOn", "missing");
    if (call.closesAt && newEnd <= call.closesAt) return wrong("closesOn", "shortens");
    return { ok: true, patch: endOf(given, newEnd) };
  },

  reopening: (call, given, facts) => {
    const { at, newEnd, taken } = facts;
    if (newEnd === null) return wrong("closesOn", "missing");
    if (!isInTime(at, newEnd)) return wrong("closesOn", "end_passed");
    if (call.closesAt && newEnd <= call.closesAt) return wrong("closesOn", "shortens");
    const { scope, within } = given;
    const patch = { ...endOf(given, newEnd), state: "published" as const };
    if (scope === "all") {
      if (within) return wrong("scope", "part_of_all");
      const all = { reopened: "forAll", reopenedFor: null, reopenedWithin: null } as const;
      return { ok: true, patch: { ...patch, ...all } };
    }
    if (scope !== "placesLeft" && !call.audiences.includes(scope))
      return wrong("scope", "not_for_them");
    if (call.places === null) return wrong("scope", "no_places_known");
    if (taken >= call.places) return wrong("scope", "no_places_left");
    const only = reopenedAudiences(given);
    const some = { reopened: "placesLeft", reopenedFor: only } as const;
    if (!within) return { ok: true, patch: { ...patch, ...some, reopenedWithin: null } };
    const part = partOf(given, within, call.places - taken, facts.asks);
    return part.ok
      ? { ok: true, patch: { ...patch, ...some, reopenedWithin: part.value } }
      : wrong(part.field, part.reason);
  },

  suspension: (_call, { until }, { at }) => {
    if (until === "") return wrong("until", "missing");
    if (until < romeDate(dateOfExact(at))) return wrong("until", "until_passed");
    return { ok: true, patch: { state: "suspended", suspendedAt: at } };
  },

  resumption: (call, _given, { at }) => {
    const suspendedAt = dateOfExact(call.suspendedAt ?? at);
    const closesAt = endGivenBack({ ...call, suspendedAt }, roundedUp(at));
    const closesOn = closesAt && romeDate(closesAt);
    return { ok: true, patch: { state: "published", suspendedAt: null, closesAt, closesOn } };
  },

  revocation: () => ({ ok: true, patch: { state: "revoked", suspendedAt: null } }),
};

const withDocuments = (rectified: Rectified, documents: readonly CallDocument[]): Rectified => ({
  ...rectified,
  content: { ...rectified.content, documents: [...documents] },
});

const endOf = ({ closesOn, closesAtTime }: ActGiven, closesAt: Date) => ({
  closesAt,
  closesOn,
  closesAtTime: closesAtTime || null,
});

/** Points that an act on the texts neither mends nor breaks. */
const OF_TIMES: readonly PublicationPoint[] = [
  ...(["opens", "opensBeforeEnd", "deadline", "deadlineInFuture", "audiences"] as const),
  ...(["actNumber", "actDate", "form"] as const),
];
const FIELD_OF: Partial<Record<PublicationPoint, string>> = { contact: "phone" };

/** Up, so that the lost time is never counted short. */
const roundedUp = (at: string) => new Date(Number((microsOf(at) + 999n) / 1000n));
