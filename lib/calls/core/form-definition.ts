import type {
  AvailabilityField,
  BudgetField,
  GroupField,
  OrganisationField,
  PersonField,
} from "@/lib/calls/core/form-composites";
import type { Condition } from "@/lib/calls/core/form-conditions";
import type { Track } from "@/lib/calls/core/tracks";
import type { LocalDate } from "@/lib/kernel/local-date";
import type { LegalNature } from "@/lib/people/core/legal-nature";

/** A text in both languages of the interface. */
export interface Localised {
  readonly it: string;
  readonly en: string;
}

/** The form of a call as data: pages, validation, PDF and export all read this one value. */
export interface FormDefinition {
  /** Version of the shape of this value, not of the form. */
  readonly version: typeof FORM_VERSION;
  readonly sections: readonly Section[];
  /** Who cannot apply, and why. Left out: everybody whom the call is for. */
  readonly eligibility?: readonly EligibilityRule[];
}

export const FORM_VERSION = 1;

/** Whoever this holds for cannot apply: said as soon as it is known, in these words. */
export interface EligibilityRule {
  readonly id: string;
  readonly when: Condition;
  readonly message: Localised;
}

export const STEPS = ["general", "specific", "declarations"] as const;

/** The page of the application on which a section stands. */
export type Step = (typeof STEPS)[number];

export interface Section {
  readonly id: string;
  readonly step: Step;
  readonly title: Localised;
  readonly intro?: Localised;
  /** Left out: asked on every track. */
  readonly tracks?: readonly Track[];
  /** The whole section is shown only while this holds; may refer to earlier sections only. */
  readonly when?: Condition;
  readonly fields: readonly Field[];
}

export const VISIBILITIES = ["public", "reviewer", "staff"] as const;
export const RETENTION_STARTS = ["outcome", "lastWorkshop", "check"] as const;

export interface FieldBase {
  /** Letters and digits, unique in the form: the key of the answer. */
  readonly id: string;
  readonly label: Localised;
  readonly hint?: Localised;
  /** Required where visible, within what may be asked of the applicant's legal nature. */
  readonly required: boolean;
  readonly tracks?: readonly Track[];
  /** Shown only while this holds; may refer to earlier fields only. */
  readonly when?: Condition;
  /** Why it is asked; shown to the applicant (art. 5 GDPR). */
  readonly purpose: Localised;
  /** Who sees it: everybody, who checks and scores too, or only the office that organises. */
  readonly visibility: (typeof VISIBILITIES)[number];
  /** Days kept after the moment that `retentionFrom` names. */
  readonly retentionDays: number;
  /** Left out: counted from the outcome. */
  readonly retentionFrom?: (typeof RETENTION_STARTS)[number];
  /** Path in the profile, such as "organisation.name": what is known is not asked again. */
  readonly prefill?: string;
}

export interface Option {
  readonly value: string;
  readonly label: Localised;
  /** Whoever chooses this cannot apply, and this sentence says why. */
  readonly excludes?: Localised;
}

export interface PlainField extends FieldBase {
  readonly type:
    | "yesNo"
    | "email"
    | "pec"
    | "phone"
    | "fiscalCodePerson"
    | "fiscalCodeBody"
    | "partitaIva"
    | "runts"
    | "address";
}

export interface TextField extends FieldBase {
  readonly type: "text" | "longText";
  /** Characters as people count them; left out: 200 for a line, 2,000 for a long text. */
  readonly maxLength?: number;
}

/** A whole number, one with a comma, an amount in euro. */
export interface NumberField extends FieldBase {
  readonly type: "number" | "decimal" | "money";
  readonly min?: number;
  readonly max?: number;
  /** Figures after the comma; left out: none for a number, two for the others. */
  readonly decimals?: number;
}

export interface MunicipalityField extends FieldBase {
  readonly type: "municipality";
  /** Left out: any municipality; "zone": those of the zone of the call. */
  readonly within?: "zone";
}

export interface DateField extends FieldBase {
  readonly type: "date";
  readonly min?: LocalDate;
  readonly max?: LocalDate;
}

export interface ChoiceField extends FieldBase {
  readonly type: "radio" | "select";
  readonly options: readonly Option[];
}

export interface CheckboxesField extends FieldBase {
  readonly type: "checkboxes";
  readonly options: readonly Option[];
  readonly maxChoices?: number;
}

export interface LegalNatureField extends FieldBase {
  readonly type: "legalNature";
  /** The kinds that the call admits. */
  readonly admitted: readonly LegalNature[];
}

export interface MembersField extends FieldBase {
  readonly type: "members";
  readonly minMembers?: number;
  readonly maxMembers?: number;
}

export interface FileField extends FieldBase {
  readonly type: "file";
  readonly maxFiles?: number;
}

export interface DeclarationField extends FieldBase {
  readonly type: "declaration";
  /** Version of the text, kept with what was declared. */
  readonly textVersion: string;
  /** Whether the warning of art. 76 DPR 445/2000 goes with it. */
  readonly underPenalty: boolean;
}

/** A text between the questions; it has no answer. */
export interface InfoField extends FieldBase {
  readonly type: "info";
  readonly required: false;
}

export type Field =
  | PlainField
  | TextField
  | NumberField
  | DateField
  | MunicipalityField
  | ChoiceField
  | CheckboxesField
  | LegalNatureField
  | MembersField
  | PersonField
  | OrganisationField
  | GroupField
  | BudgetField
  | AvailabilityField
  | FileField
  | DeclarationField
  | InfoField;

export type FieldType = Field["type"];

/** All fields in the order of the form. */
export function fieldsOf(definition: FormDefinition): Field[] {
  return definition.sections.flatMap((section) => section.fields);
}
