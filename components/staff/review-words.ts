import { useTranslations } from "next-intl";
import type { RefusalReason } from "@/lib/review/core/rules";
import { REFUSAL_REASONS } from "@/lib/review/core/rules";

const RESULTS = [
  "admissible",
  "inadmissible",
  "admitted",
  "reserve",
  "notAdmitted",
  "reopened",
] as const;

/** Results and reasons in words; nothing for a code that the catalogue does not know. */
export function useReviewWords() {
  const t = useTranslations("review");
  return {
    result: (code: string) => {
      const known = RESULTS.find((one) => one === code);
      return known && t(`results.${known}`);
    },
    reason: (code: string | null) => {
      const known = REFUSAL_REASONS.find((one) => one === code);
      return known && t(`reasons.${known}`);
    },
    letter: (result: "admitted" | "reserve" | "notAdmitted" | "inadmissible") =>
      t(`letterResults.${result}`),
    reasons: (): { value: RefusalReason; label: string }[] =>
      REFUSAL_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
  };
}
