import { useLocale, useTranslations } from "next-intl";
import type { FieldError } from "@/lib/calls/core/form-field-errors";

/** Says what is wrong with an answer, and how to mend it, in the reader's language. */
export function useErrorWords(): (error: FieldError | undefined) => string | undefined {
  const t = useTranslations("fields");
  const locale = useLocale() === "en" ? "en" : "it";
  return (error) => {
    if (!error) return undefined;
    const { reason, ...labels } = error.labels ?? {};
    // The form itself says why, where it excludes.
    if (reason) return reason[locale];
    const said = Object.entries(labels).map(([name, text]) => [name, text[locale]] as const);
    const params = { ...error.params, ...Object.fromEntries(said) };
    return t(error.code as Parameters<typeof t>[0], params);
  };
}
