import { useTranslations } from "next-intl";
import type { FieldError } from "@/lib/calls/core/form-field-errors";

/** Says what is wrong with an answer, and how to mend it, in the reader's language. */
export function useErrorWords(): (error: FieldError | undefined) => string | undefined {
  const t = useTranslations("fields");
  return (error) => (error ? t(error.code as Parameters<typeof t>[0], error.params) : undefined);
}
