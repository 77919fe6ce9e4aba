"use client";
import { ErrorSummary, type SummaryError } from "@/components/ui/error-summary";

type Props = {
  /** Messages by field, already in words: `{ taxCode: "Il codice fiscale ha 10 cifre: ne servono 11" }`. */
  fields?: Record<string, string | undefined> | undefined;
  /** A refusal of the whole, already in words. */
  refusal?: string | undefined;
  /** The id of a field's control where it is not the field's name. */
  idOf?: (field: string) => string;
};

/** The error summary of an action's result, in the order of the fields. Nothing when all is well. */
export function FormErrors({ fields = {}, refusal, idOf = (field) => field }: Props) {
  const errors: SummaryError[] = Object.entries(fields).flatMap(([field, message]) =>
    message ? [{ field: idOf(field), message }] : [],
  );
  if (refusal) errors.unshift({ message: refusal });
  return <ErrorSummary errors={errors} />;
}
