import type { FieldBase, Localised, Option } from "@/lib/calls/core/form-definition";
import type { ORGANISATION_PARTS, PERSON_PARTS } from "@/lib/calls/core/form-part-catalogue";
import type { LocalDate } from "@/lib/kernel/local-date";
import type { LegalNature } from "@/lib/people/core/legal-nature";

/** What may be asked inside a block or in a row. */
export const PART_TYPES = [
  "text",
  "longText",
  "number",
  "decimal",
  "money",
  "date",
  "yesNo",
  "select",
  "email",
  "pec",
  "phone",
  "fiscalCodePerson",
  "fiscalCodeBody",
  "partitaIva",
  "runts",
  "legalNature",
  "municipality",
] as const;

export type PartType = (typeof PART_TYPES)[number];

/** A question inside a block or a row; the limits are those of a field of its type. */
export interface Part {
  /** Unique within its field: the key of its answer. */
  readonly id: string;
  readonly type: PartType;
  readonly label: Localised;
  readonly hint?: Localised;
  /** Required where the block or the row is there at all. */
  readonly required: boolean;
  readonly maxLength?: number;
  readonly min?: number | LocalDate;
  readonly max?: number | LocalDate;
  readonly decimals?: number;
  readonly options?: readonly Option[];
  readonly admitted?: readonly LegalNature[];
}

export type PersonPart = keyof typeof PERSON_PARTS;
export type OrganisationPart = keyof typeof ORGANISATION_PARTS;

/** A known part of a block, and whether it must be given. */
export interface ChosenPart<Id extends string> {
  readonly id: Id;
  readonly required: boolean;
}

/** One person, known by the parts that are asked. */
export interface PersonField extends FieldBase {
  readonly type: "person";
  readonly parts: readonly ChosenPart<PersonPart>[];
}

/** One organisation; what is asked of it follows its legal nature. */
export interface OrganisationField extends FieldBase {
  readonly type: "organisation";
  readonly parts: readonly ChosenPart<OrganisationPart>[];
  /** Left out: every kind. */
  readonly admitted?: readonly LegalNature[];
}

/** Rows of the same questions: partners, activities, members with more than a name. */
export interface GroupField extends FieldBase {
  readonly type: "group";
  readonly parts: readonly Part[];
  /** What one row is called, such as "Partner". */
  readonly rowLabel: Localised;
  readonly minRows?: number;
  readonly maxRows?: number;
}

/** A column of amounts in euro. */
export interface BudgetColumn {
  readonly id: string;
  readonly label: Localised;
  /** Most that the column may come to, in euro. */
  readonly max?: number;
  /** Most that the column may be of the total, in percent. */
  readonly maxShare?: number;
}

/** Amounts in lines and columns, with their sums. */
export interface BudgetField extends FieldBase {
  readonly type: "budget";
  readonly columns: readonly BudgetColumn[];
  /** Lines that are given; left out: each applicant writes their own. */
  readonly lines?: readonly { readonly id: string; readonly label: Localised }[];
  /** Lines that may be added; left out: none beside given ones, else 20. */
  readonly ownLines?: number;
  /** Limits of the total, in euro. */
  readonly minTotal?: number;
  readonly maxTotal?: number;
}

/** The week in parts of days: when somebody can come. */
export interface AvailabilityField extends FieldBase {
  readonly type: "availability";
  /** Days as 1 (Monday) to 7; left out: all. */
  readonly days?: readonly number[];
  /** Left out: morning, afternoon, evening. */
  readonly slots?: readonly ("morning" | "afternoon" | "evening")[];
  /** How many must be chosen at least; left out: one. */
  readonly minSlots?: number;
}

/** Fields whose answer is made of parts. */
export type CompositeField = PersonField | OrganisationField | GroupField | BudgetField;
