import type { GroupField } from "@/lib/calls/core/form-composites";
import { comparisonsIn, fieldOfComparison } from "@/lib/calls/core/form-conditions";
import type {
  Field,
  FormDefinition,
  Localised,
  MembersField,
} from "@/lib/calls/core/form-definition";

/** A question that the office opens again, or one row of it, with what is missing in it. */
export type IntegrationItem = { field: string; row: number | null; missing: string };

type Place = Pick<IntegrationItem, "field" | "row">;

/**
 * The name of an opened question in pages and forms: "why", or "partners_2" for the third row. Ids
 * of fields are letters and digits, so the two cannot meet.
 */
export function pathOf({ field, row }: Place): string {
  return row === null ? field : `${field}_${row}`;
}

export function placeOf(path: string): Place {
  const [field = "", row] = path.split("_");
  return { field, row: row === undefined ? null : Number(row) };
}

/** Questions of which a single row can be opened. */
export function hasRows(field: Field): field is GroupField | MembersField {
  return field.type === "group" || field.type === "members";
}

/** Whether a question can be asked about at all: a text between questions has no answer. */
export function isAskable(field: Field): boolean {
  return field.type !== "info";
}

/**
 * The form with its opened rows as questions of their own, each beside the question that it is a row
 * of: what is drawn, read and judged for fields works for a row too.
 */
export function integrationForm(
  definition: FormDefinition,
  items: readonly Place[],
): FormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.flatMap((field) => [
        field,
        ...items
          .filter((item) => item.field === field.id && item.row !== null && hasRows(field))
          .map((item) => rowField(field as GroupField | MembersField, item)),
      ]),
    })),
  };
}

function rowField(field: GroupField | MembersField, place: Place): Field {
  const number = (place.row ?? 0) + 1;
  const named = (locale: keyof Localised) =>
    field.type === "group" ? `${field.rowLabel[locale]} ${number}` : String(number);
  const label = {
    it: `${field.label.it}: ${named("it")}`,
    en: `${field.label.en}: ${named("en")}`,
  };
  const own = { ...field, id: pathOf(place), label, required: true };
  return own.type === "group"
    ? { ...own, minRows: 1, maxRows: 1 }
    : { ...own, minMembers: 1, maxMembers: 1 };
}

/** What says the legal nature of the applicant, and what is asked of some natures only. */
const NATURE: ReadonlySet<Field["type"]> = new Set(["legalNature", "organisation"]);
const OF_NATURE: ReadonlySet<Field["type"]> = new Set([
  ...(["fiscalCodeBody", "partitaIva", "runts", "pec"] as const),
]);

/** The questions that are asked, or not, depending on the answers to these. */
export function dependentsOf(
  definition: FormDefinition,
  fields: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set(fields);
  const found = new Set<string>();
  let nature = false;
  // Conditions look back only: one walk through the form finds all of them.
  for (const section of definition.sections) {
    const whole = section.when && comparisonsIn(section.when).map(fieldOfComparison);
    for (const field of section.fields) {
      const own = field.when ? comparisonsIn(field.when).map(fieldOfComparison) : [];
      const follows = [...(whole ?? []), ...own].some((id) => reached.has(id));
      if (follows || (nature && OF_NATURE.has(field.type))) {
        reached.add(field.id);
        if (!fields.has(field.id)) found.add(field.id);
      }
      nature ||= reached.has(field.id) && NATURE.has(field.type);
    }
  }
  return found;
}
