import { type Holiday, holidayOn } from "@/lib/kernel/holidays";
import { daysBetween, type LocalDate, weekday } from "@/lib/kernel/local-date";
import { isClockChangeNight, romeDate, romeParts } from "@/lib/kernel/rome-time";
import type { RegimeReason, RegimeWarningCode } from "./regime-warnings";

/** Hours of the help desk of a call, in Rome; 1 is Monday. */
export interface HelpDeskHours {
  readonly weekday: number;
  /** HH:MM */
  readonly from: string;
  readonly to: string;
}

export interface PublicationPlan {
  readonly publishedAt: Date;
  /** Null: it has no end, and is only looked at by its cut-offs. */
  readonly closesAt: Date | null;
  readonly cutOffs: readonly Date[];
  readonly workshops: readonly LocalDate[];
  readonly helpDesk: readonly HelpDeskHours[];
  /** Days that the regime asks for, and whether fewer of them block the publication. */
  readonly minimumDays: { readonly days: number; readonly blocking: boolean };
}

export type PublicationWarningCode =
  | RegimeWarningCode
  | "too_few_days"
  | "closes_on_sunday"
  | "closes_on_holiday"
  | "closes_in_august"
  | "closes_at_christmas"
  | "closes_on_clock_change"
  | "no_help_desk"
  | "cut_off_on_sunday"
  | "cut_off_on_holiday"
  | "workshop_on_sunday"
  | "workshop_on_holiday"
  | "workshop_before_close";

/** Why it matters: a law, or a fact that the author may know better. */
export type PublicationReason =
  | RegimeReason
  | "lr_toscana_65_2020_art_13"
  | "regime_says_days"
  | "nobody_answers"
  | "offices_are_closed"
  | "people_are_away"
  | "day_has_another_length"
  | "applications_still_open";

export interface PublicationWarning {
  readonly code: PublicationWarningCode;
  /** A blocking point is passed only with a written reason. */
  readonly severity: "blocking" | "warning";
  readonly reason: PublicationReason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What an author should know of the dates before publishing. An empty list is all clear. */
export function publicationWarnings(plan: PublicationPlan): PublicationWarning[] {
  const end = plan.closesAt && romeDate(plan.closesAt);
  return [
    ...(plan.closesAt ? ofTheEnd(plan, plan.closesAt) : []),
    ...plan.cutOffs.flatMap((cutOff) => restDay("cut_off", romeDate(cutOff))),
    ...plan.workshops.flatMap((day) => [
      ...restDay("workshop", day),
      ...(end && day <= end
        ? [warning("workshop_before_close", "applications_still_open", { date: day })]
        : []),
    ]),
  ];
}

function ofTheEnd(plan: PublicationPlan, closesAt: Date): PublicationWarning[] {
  const date = romeDate(closesAt);
  return [
    ...tooFewDays(plan, date),
    ...restDay("closes", date),
    ...season(date),
    ...(isClockChangeNight(date)
      ? [warning("closes_on_clock_change", "day_has_another_length", { date })]
      : []),
    ...deskClosed(plan, closesAt, date),
  ];
}

/** L.R. Toscana 65/2020, art. 13; a body may ask for more. */
const DAYS_BY_LAW = 20;

function tooFewDays(plan: PublicationPlan, date: LocalDate): PublicationWarning[] {
  const days = daysBetween(romeDate(plan.publishedAt), date);
  if (days >= plan.minimumDays.days) return [];
  const params = { days, minimum: plan.minimumDays.days };
  const law = plan.minimumDays.days === DAYS_BY_LAW;
  const one = warning(
    "too_few_days",
    law ? "lr_toscana_65_2020_art_13" : "regime_says_days",
    params,
  );
  return [{ ...one, severity: plan.minimumDays.blocking ? "blocking" : "warning" }];
}

function restDay(what: "closes" | "cut_off" | "workshop", date: LocalDate): PublicationWarning[] {
  const holiday: Holiday | null = holidayOn(date);
  const reason = what === "workshop" ? "offices_are_closed" : "nobody_answers";
  if (holiday) return [warning(`${what}_on_holiday`, reason, { date, holiday })];
  return weekday(date) === 7 ? [warning(`${what}_on_sunday`, reason, { date })] : [];
}

function season(date: LocalDate): PublicationWarning[] {
  const day = date.slice(5);
  if (day.startsWith("08-")) return [warning("closes_in_august", "people_are_away", { date })];
  const christmas = day >= "12-24" || day <= "01-06";
  return christmas ? [warning("closes_at_christmas", "people_are_away", { date })] : [];
}

/** Nobody to ask in the last hour: the desk must be open at some moment of it. */
function deskClosed(plan: PublicationPlan, closesAt: Date, date: LocalDate): PublicationWarning[] {
  const { time } = romeParts(closesAt);
  const hourBefore = romeParts(new Date(closesAt.getTime() - 3_600_000));
  const from = hourBefore.date === date ? hourBefore.time : "00:00:00";
  const open = plan.helpDesk.some(
    (desk) => desk.weekday === weekday(date) && `${desk.from}:00` <= time && from < `${desk.to}:00`,
  );
  const closed = !open || holidayOn(date) !== null;
  return closed ? [warning("no_help_desk", "nobody_answers", { date, time })] : [];
}

function warning(
  code: PublicationWarningCode,
  reason: PublicationReason,
  params: Readonly<Record<string, string | number>>,
): PublicationWarning {
  return { code, severity: "warning", reason, params };
}
