import type { CompositeField } from "@/lib/calls/core/form-composites";
import type { Field } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { isComposite, partsOf } from "@/lib/calls/core/form-parts";

type Words = (error: FieldError | undefined) => string | undefined;

/** "Nome: …"; a label that ends a sentence of its own gets no second mark: "Quanti anni hai? …". */
export function labelled(label: string, message: string): string {
  return /[?!:.…]$/.test(label.trimEnd()) ? `${label} ${message}` : `${label}: ${message}`;
}

/** The lines of the summary of errors, each a way to the control that it is about. */
export function errorLines(
  fields: readonly Field[],
  errors: Readonly<Record<string, FieldError>>,
  locale: "it" | "en",
  words: Words,
): { field: string; message: string }[] {
  return fields.flatMap((field) => {
    const error = errors[field.id];
    if (!error) return [];
    const label = field.label[locale];
    const parts = Object.entries(error.parts ?? {});
    if (parts.length === 0 || !isComposite(field)) {
      return [{ field: field.id, message: labelled(label, words(error) ?? "") }];
    }
    return parts.map(([path, one]) => ({
      // The lines of a budget are told apart by what they are, not by their place.
      field: field.type === "budget" ? field.id : `${field.id}.${path}`,
      message: labelled(`${label}, ${partName(field, path, locale)}`, words(one) ?? ""),
    }));
  });
}

/** "email" is a part of a block, "2.email" of the third row. */
function partName(field: CompositeField, path: string, locale: "it" | "en"): string {
  const [row, id = row] = path.split(".");
  const label = partsOf(field).find((part) => part.id === id)?.label[locale] ?? "";
  return id === row ? label : `${Number(row) + 1}, ${label}`;
}
