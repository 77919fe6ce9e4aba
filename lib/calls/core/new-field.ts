import type { Field, FieldType, Localised } from "@/lib/calls/core/form-definition";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";

const both = (it: string, en: string): Localised => ({ it, en });
const TWO_OPTIONS = [
  { value: "first", label: both("Prima risposta", "First answer") },
  { value: "second", label: both("Seconda risposta", "Second answer") },
];

/** A question of a type as it begins: sound, to be filled in by its author. */
export function newField(type: FieldType, id: string, label: Localised): Field {
  const base = {
    id,
    label,
    purpose: both("Valutare la candidatura", "To assess the application"),
    visibility: "reviewer",
    retentionDays: 365,
    required: true,
  } as const;
  switch (type) {
    case "radio":
    case "select":
    case "checkboxes":
      return { ...base, type, options: TWO_OPTIONS };
    case "legalNature":
      return { ...base, type, admitted: LEGAL_NATURES.filter((one) => one !== "informalGroup") };
    case "person":
      return {
        ...base,
        type,
        parts: [
          { id: "firstName", required: true },
          { id: "lastName", required: true },
          { id: "email", required: true },
        ],
      };
    case "organisation":
      return {
        ...base,
        type,
        parts: [
          { id: "name", required: true },
          { id: "legalNature", required: true },
          { id: "fiscalCode", required: true },
        ],
      };
    case "group":
      return {
        ...base,
        type,
        rowLabel: both("Riga", "Row"),
        parts: [{ id: "name", type: "text", label: both("Nome", "Name"), required: true }],
      };
    case "budget":
      return { ...base, type, columns: [{ id: "amount", label: both("Importo", "Amount") }] };
    case "declaration":
      return { ...base, type, textVersion: "1", underPenalty: true };
    case "info":
      return { ...base, type, required: false };
    default:
      return { ...base, type };
  }
}

/** An id out of the words of a label ("Che cosa portate?" → "cheCosaPortate"), free in the form. */
export function freeId(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 5);
  const name = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .replace(/^[0-9]+/, "")
    .slice(0, 30);
  const base = name === "" || name in {} ? "field" : name;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}${number}`;
    if (!taken.has(id)) return id;
  }
}
