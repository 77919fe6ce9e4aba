import { canonicalJson } from "@/lib/kernel/canonical-json";

/**
 * A short mark of an answer, equal for equal answers: with it a page says what it had read without
 * sending it back. 53 bits tell the versions of one answer apart; it proves nothing to anybody.
 */
export function answerMark(answer: unknown): string {
  const text = canonicalJson(answer ?? null);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
