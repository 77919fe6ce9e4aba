/** Problems of the fields of the sign-in pages that have a sentence of their own. */
const PROBLEMS = {
  email: ["empty", "no_at", "several_ats", "wrong_character", "wrong_name", "wrong_domain"],
  password: ["empty", "too_short", "too_long"],
  code: ["empty", "six_digits"],
} as const;

type Problem = {
  [Field in keyof typeof PROBLEMS]: `${Field}_${(typeof PROBLEMS)[Field][number]}`;
}[keyof typeof PROBLEMS];

/** The key, below `auth.problems`, of the sentence for a code of a field. */
export function explained(field: string, code: string): Problem | "other" {
  const known = Object.entries(PROBLEMS).some(
    ([name, codes]) => name === field && (codes as readonly string[]).includes(code),
  );
  return known ? (`${field}_${code}` as Problem) : "other";
}
