/** Views of the list, as the address names them, with the states of the message each shows. */
export const LETTER_VIEWS = {
  tutte: [],
  "in-coda": ["queued", "sending"],
  inviate: ["sent", "delivered"],
  "non-arrivate": ["failed", "bounced"],
  "senza-posta": ["none"],
} as const;
export type LetterView = keyof typeof LETTER_VIEWS;

/** Whatever the address says wrongly shows everything. */
export function readLetterView(given: string): LetterView {
  const known = Object.keys(LETTER_VIEWS) as LetterView[];
  return known.find((one) => one === given) ?? "tutte";
}
