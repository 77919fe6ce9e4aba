import type { CompositeField, Part } from "@/lib/calls/core/form-composites";
import type { Field } from "@/lib/calls/core/form-definition";
import { ORGANISATION_PARTS, PERSON_PARTS } from "@/lib/calls/core/form-part-catalogue";
import {
  type Identifier,
  identifierAskedOf,
  LEGAL_NATURES,
  type LegalNature,
} from "@/lib/people/core/legal-nature";

/** The answer to a block, or to a row: by part, without those that were not answered. */
export type PartsAnswer = Readonly<Record<string, string | number | boolean>>;

const COMPOSITES: ReadonlySet<string> = new Set(["person", "organisation", "group", "budget"]);

export function isComposite(field: Field): field is CompositeField {
  return COMPOSITES.has(field.type);
}

/** The questions that a block or a row is made of, in their order. */
export function partsOf(field: CompositeField): readonly Part[] {
  switch (field.type) {
    case "person":
      return field.parts.flatMap(({ id, required }) => {
        const known = PERSON_PARTS[id];
        return known ? [{ ...known, id, required }] : [];
      });
    case "organisation":
      return field.parts.flatMap(({ id, required }) => {
        const known = ORGANISATION_PARTS[id];
        if (!known) return [];
        const admitted =
          id === "legalNature" ? { admitted: field.admitted ?? LEGAL_NATURES } : undefined;
        return [{ ...known, ...admitted, id, required }];
      });
    case "group":
      return field.parts.map((part) =>
        part.type === "legalNature" ? { admitted: LEGAL_NATURES, ...part } : part,
      );
    case "budget":
      return [
        { id: LINE, type: "text", label: ITEM_LABEL, required: false },
        { id: ITEM, type: "text", label: ITEM_LABEL, required: false },
        ...field.columns.map(
          ({ id, label }): Part => ({ id, type: "money", label, min: 0, required: false }),
        ),
      ];
  }
}

/** In a budget: the id of a given line, and the words of a line of one's own. */
export const LINE = "line";
export const ITEM = "item";
const ITEM_LABEL = { it: "Voce", en: "Item" };

/** A part as a field of its own: read, judged, drawn and said like any other. */
export function fieldOfPart(field: CompositeField, part: Part): Field {
  const { purpose, visibility, retentionDays } = field;
  // The shape of a part is that of the field of its type: `readDefinition` has looked at it.
  return { purpose, visibility, retentionDays, ...part } as Field;
}

/**
 * The parts that this row is asked, each with whether it must be given: nobody is asked for a
 * code they cannot have. `nature` is that of the applicant, for a block that does not ask it.
 */
export function askedParts(
  field: CompositeField,
  row: PartsAnswer | null,
  nature: LegalNature | null,
): readonly Part[] {
  const parts = partsOf(field);
  if (field.type === "budget" || field.type === "person") return parts;
  const own = natureIn(field, row) ?? (field.type === "organisation" ? nature : null);
  if (own === null) return parts;
  return parts.flatMap((part) => {
    const identifier = identifierOf(field, part);
    const asked = identifier ? identifierAskedOf(own, identifier) : "asTheFormSays";
    if (asked === "never") return [];
    return [asked === "optional" ? { ...part, required: false } : part];
  });
}

/** The legal nature that a row gives, if it is asked and known. */
export function natureIn(field: CompositeField, row: PartsAnswer | null): LegalNature | null {
  const part = partsOf(field).find((one) => one.type === "legalNature");
  const answer = part && row?.[part.id];
  return LEGAL_NATURES.find((nature) => nature === answer) ?? null;
}

const BY_TYPE: Partial<Record<Part["type"], Identifier>> = {
  fiscalCodeBody: "fiscalCode",
  partitaIva: "partitaIva",
  runts: "runts",
  pec: "pec",
};

function identifierOf(field: CompositeField, part: Part): Identifier | undefined {
  if (field.type !== "organisation") return BY_TYPE[part.type];
  const known = ORGANISATION_PARTS[part.id as keyof typeof ORGANISATION_PARTS];
  return "identifier" in known ? known.identifier : undefined;
}
