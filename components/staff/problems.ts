/** Codes of problems of a field that staff pages have a sentence for. */
const PROBLEMS = [
  "required",
  "too_long",
  "missing",
  "taken",
  "not_an_address",
  "not_a_date",
  "not_a_time",
  "not_a_number",
  "too_small",
  "too_large",
  "not_a_link",
  "nonexistent_hour",
  "ambiguous_hour",
  "answer_missing",
  "reason_missing",
  "reasons_missing",
  "result_missing",
  "act_number_missing",
  "act_date_missing",
  "empty",
  "not_a_mailbox",
  "desk_hours",
  "in_the_past",
  "opens_before_publication",
  "not_an_amount",
  "too_many",
  "law_requires_runts",
  "law_requires_days",
  "law_excludes_citizens",
  "law_excludes_notice",
  "needs_an_online_channel",
  "needs_an_applicant",
  "minors_need_a_guardian",
  "months_need_runts",
  "in_the_future",
  "ends_before_start",
  "shortens",
  "end_passed",
  "until_passed",
  "act_in_future",
  "act_before_publication",
  "before_earlier_act",
  "not_for_them",
  "no_places_known",
  "no_places_left",
  "nothing_changed",
  "twice",
  "form_unsound",
  "form_retyped",
  "form_breaks_regime",
] as const;
export type Problem = (typeof PROBLEMS)[number] | "other";

/** What can be wrong in a mailbox; one sentence is enough for staff. */
const MAILBOX = ["no_at", "several_ats", "wrong_character", "wrong_name", "wrong_domain"];

export function problemOf(code: string): Problem {
  if (MAILBOX.includes(code)) return "not_a_mailbox";
  return PROBLEMS.find((known) => known === code) ?? "other";
}

/** Codes of refusals that staff pages have a sentence for; anything else is our fault. */
const REFUSALS = [
  "wrong_state",
  "still_open",
  "stale",
  "not_found",
  "forbidden",
  "unauthenticated",
  "blocked_by_warning",
  "call_not_under_review",
  "checks_incomplete",
  "requirement_not_met",
  "all_requirements_met",
  "reasons_missing",
  "not_decided",
  "undecided_applications",
  "no_applications",
  "no_mailbox",
  "message_not_failed",
  "already_public",
  "no_end",
  "already_closed",
  "not_closed_yet",
  "resume_first",
  "not_suspended",
  "act_gone",
  "shortens",
  "end_passed",
  "until_passed",
  "act_in_future",
  "before_earlier_act",
  "no_places_left",
  "nothing_changed",
  "window_open",
  "already_answered",
  "no_form",
  "copies_changed",
  "form_unsound",
  "form_retyped",
  "form_breaks_regime",
] as const;
export type Refusal = (typeof REFUSALS)[number] | "unexpected";

export function refusalOf(code: string): Refusal {
  return REFUSALS.find((known) => known === code) ?? "unexpected";
}
