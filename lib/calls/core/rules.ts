import type { CallContent } from "@/lib/calls/core/content";
import { isInTime } from "@/lib/calls/core/deadline";
import {
  type PublicationWarning,
  publicationWarnings,
} from "@/lib/calls/core/publication-warnings";
import { type FormAsks, regimeWarnings } from "@/lib/calls/core/regime-warnings";
import type { Regime, RegimeRules } from "@/lib/calls/core/regimes";
import { type CallEvent, type CallState, callTransitions } from "@/lib/calls/core/states";
import { isLocalDate } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { next } from "@/lib/kernel/states";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { type CallTimes, statusOf } from "./call-status";

export type ApplyRefusal =
  | "not_published"
  | "not_open_yet"
  | "deadline_passed"
  | "suspended"
  | "revoked";

/**
 * Whether one can start or send an application to the call now. The page shows the reason beside
 * the disabled button, the commands refuse with it. Late ones pass where the end is not peremptory.
 */
export function mayApply(call: CallTimes, now: Date): Verdict<ApplyRefusal> {
  const status = statusOf(call, now);
  switch (status) {
    case "open":
    case "alwaysOpen":
    case "closesToday":
      return allowed;
    case "upcoming":
      return refused("not_open_yet");
    case "closed":
      return call.peremptory ? refused("deadline_passed") : allowed;
    case "underReview":
    case "outcomePublished":
    case "archived":
      return refused("deadline_passed");
    case "suspended":
      return refused("suspended");
    case "revoked":
      return refused("revoked");
    case "draft":
    case "scheduled":
      return refused("not_published");
  }
}

/** What a call must have before it is published, in the order of the editor. */
export const PUBLICATION_POINTS = [
  "title",
  "summary",
  "audiences",
  "audience",
  "howTo",
  "needed",
  "obtained",
  "opens",
  "opensBeforeEnd",
  "deadline",
  "deadlineInFuture",
  "object",
  "office",
  "digitalDomicile",
  "responsibleOfficer",
  "substituteHolder",
  "days",
  "actNumber",
  "actDate",
  "privacyNoticeVersion",
  "contact",
  "form",
] as const;

export type PublicationPoint = (typeof PUBLICATION_POINTS)[number];

/** What `mayPublish` looks at; the issuing body is a column that cannot be empty. */
export type PublishableCall = {
  readonly state: CallState;
  readonly regime: Regime;
  /** What its body has made of the regime by now. */
  readonly rules: RegimeRules;
  readonly title: string;
  readonly summary: string;
  readonly audiences: readonly string[];
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly peremptory: boolean;
  readonly cutOffs: readonly Date[];
  readonly minimumAge: number | null;
  readonly content: CallContent;
  /** What the form asks; undefined: nothing, or there is none. */
  readonly form: FormAsks | undefined;
};

export type PublishVerdict =
  | { readonly ok: true; readonly warnings: readonly PublicationWarning[] }
  | { readonly ok: false; readonly reason: "wrong_state" }
  | { readonly ok: false; readonly reason: "incomplete"; readonly missing: PublicationPoint[] }
  | {
      readonly ok: false;
      readonly reason: "blocked_by_warning";
      readonly warnings: readonly PublicationWarning[];
    };

/**
 * Whether the call may be published, with everything that is missing at once (L. 241/1990, arts. 4,
 * 5 and 8). A blocking warning is passed only with a written reason. `now` is the moment at which it
 * becomes public.
 */
export function mayPublish(
  call: PublishableCall,
  now: Date,
  overrideReason?: string,
): PublishVerdict {
  if (next(callTransitions, call.state, "publish") === null) {
    return { ok: false, reason: "wrong_state" };
  }
  const missing = missingPoints(call, now);
  if (missing.length > 0) return { ok: false, reason: "incomplete", missing };
  const warnings = warningsOf(call, now);
  const blocked = warnings.some((warning) => warning.severity === "blocking");
  return blocked && !overrideReason?.trim()
    ? { ok: false, reason: "blocked_by_warning", warnings }
    : { ok: true, warnings };
}

/** What a call lacks, in the order of the editor. */
export function missingPoints(call: PublishableCall, now: Date): PublicationPoint[] {
  const there = has(call, now);
  return PUBLICATION_POINTS.filter((point) => !there[point]);
}

/** What an author should know of the dates and of the regime, what blocks first. */
export function warningsOf(call: PublishableCall, now: Date): PublicationWarning[] {
  const found = [
    ...publicationWarnings({
      publishedAt: now,
      closesAt: call.closesAt,
      cutOffs: call.cutOffs,
      workshops: call.content.meetings.map((meeting) => meeting.on).filter(isLocalDate),
      helpDesk: call.content.contacts.desk,
      minimumDays: call.rules.minimumDays,
    }),
    ...regimeWarnings(
      { ...call, funding: call.content.funding, evaluation: call.content.evaluation },
      now,
    ),
  ];
  const blocks = (one: PublicationWarning) => one.severity === "blocking";
  return [...found.filter(blocks), ...found.filter((one) => !blocks(one))];
}

export type ScheduleRefusal = "in_the_past" | "opens_before_publication";

/**
 * Whether a call may become public at a moment that the author picks. Nobody may apply to what
 * cannot be read, so it opens then or later.
 */
export function mayScheduleAt(
  call: { readonly opensAt: Date | null },
  at: Date,
  now: Date,
): Verdict<ScheduleRefusal> {
  if (at <= now) return refused("in_the_past");
  const early = call.opensAt !== null && call.opensAt < at;
  return early ? refused("opens_before_publication") : allowed;
}

/**
 * Whether a publication can be taken back: its moment has not come. No event of the table of states
 * leads from published to draft, because to everybody else the call is a draft until then.
 */
export function mayUnpublish(
  call: { readonly state: CallState; readonly publishedAt: Date | null },
  now: Date,
): Verdict<"wrong_state" | "already_public"> {
  if (call.state !== "published") return refused("wrong_state");
  const ahead = call.publishedAt !== null && call.publishedAt > now;
  return ahead ? allowed : refused("already_public");
}

/** Whether the state listens to the event; a review starts only when no application can arrive. */
export function mayMove(
  call: CallTimes,
  event: CallEvent,
  now: Date,
): Verdict<"wrong_state" | "still_open"> {
  if (next(callTransitions, call.state, event) === null) return refused("wrong_state");
  const early = event === "startReview" && statusOf(call, now) !== "closed";
  return early ? refused("still_open") : allowed;
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function has(call: PublishableCall, now: Date): Record<PublicationPoint, boolean> {
  const { sheet, procedure, contacts } = call.content;
  const filled = (text: string) => text.trim() !== "";
  const { closesAt, opensAt } = call;
  return {
    title: filled(call.title),
    summary: filled(call.summary),
    audiences: call.audiences.length > 0,
    audience: filled(sheet.audience),
    howTo: filled(sheet.howTo),
    needed: filled(sheet.needed),
    obtained: filled(sheet.obtained),
    opens: opensAt !== null,
    opensBeforeEnd: opensAt === null || closesAt === null || opensAt < closesAt,
    deadline: closesAt !== null || call.rules.rolling,
    deadlineInFuture: closesAt === null || isInTime(now, closesAt),
    object: filled(procedure.object),
    office: filled(procedure.office),
    digitalDomicile: ADDRESS.test(procedure.digitalDomicile.trim()),
    responsibleOfficer: filled(procedure.responsibleOfficer),
    substituteHolder: filled(procedure.substituteHolder),
    days: Number.isInteger(procedure.days) && procedure.days > 0,
    actNumber: filled(procedure.actNumber),
    actDate: isLocalDate(procedure.actDate) && procedure.actDate <= romeDate(now),
    privacyNoticeVersion: filled(procedure.privacyNoticeVersion),
    contact: filled(contacts.phone) || ADDRESS.test(contacts.email.trim()),
    form: call.form !== undefined,
  };
}
