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
] as const;
export type Problem = (typeof PROBLEMS)[number] | "other";

export function problemOf(code: string): Problem {
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
] as const;
export type Refusal = (typeof REFUSALS)[number] | "unexpected";

export function refusalOf(code: string): Refusal {
  return REFUSALS.find((known) => known === code) ?? "unexpected";
}
