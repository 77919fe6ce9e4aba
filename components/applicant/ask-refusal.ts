/** Codes of refusals of a question that have a sentence; anything else is our fault. */
const REFUSALS = [
  "questions_closed",
  "no_questions",
  "call_not_open",
  "rate_limited",
  "unauthenticated",
  "forbidden",
] as const;

export function askRefusal(code: string): (typeof REFUSALS)[number] | "unexpected" {
  return REFUSALS.find((known) => known === code) ?? "unexpected";
}
