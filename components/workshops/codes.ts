/** Codes of problems of a field that the catalogue `workshopForms` has a sentence for. */
const PROBLEMS = [
  ...([
    "meeting_missing",
    "title_missing",
    "too_long",
    "date_missing",
    "time_missing",
    "ends_before_start",
  ] as const),
  ...(["mode_missing", "place_missing", "link_missing", "link_invalid"] as const),
  ...(["capacity_invalid", "capacity_below_taken", "threshold_invalid"] as const),
  ...(["threshold_above_meetings", "in_the_past", "rest_day", "wrong_order"] as const),
  ...(["nonexistent_hour", "ambiguous_hour", "reason_missing", "answer_missing"] as const),
  ...(["delegate_name_missing", "email_invalid", "state_missing"] as const),
] as const;

export function problemOf(code: string): (typeof PROBLEMS)[number] | "other" {
  return PROBLEMS.find((known) => known === code) ?? "other";
}

/** Codes of refusals that it has a sentence for; anything else is our fault. */
const REFUSALS = [
  ...(["meeting_cancelled", "meeting_not_convened", "meeting_started", "meeting_held"] as const),
  ...(["meeting_not_begun", "nothing_changed", "no_meetings_to_come"] as const),
  ...(["meeting_in_the_past", "nobody_admitted", "everybody_convened"] as const),
  ...(["no_meetings_held", "meetings_to_come", "threshold_not_reached", "all_issued"] as const),
  ...(["certificate_issued", "call_not_published", "stale", "rate_limited"] as const),
  ...(["not_found", "unauthenticated"] as const),
] as const;

export function refusalOf(code: string): (typeof REFUSALS)[number] | "unexpected" {
  return REFUSALS.find((known) => known === code) ?? "unexpected";
}
