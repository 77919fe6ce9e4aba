import type { useTranslations } from "next-intl";

type Words = ReturnType<typeof useTranslations<"applications">>;
type RefusalKey = Extract<Parameters<Words>[0], `refusal.${string}`>;

/** Says why something was refused; a reason without a sentence is told as something unexpected. */
export function refusalWords(t: Words, reason: string): string {
  const key = `refusal.${reason}` as RefusalKey;
  return t.has(key) ? t(key) : t("refusal.unexpected");
}
