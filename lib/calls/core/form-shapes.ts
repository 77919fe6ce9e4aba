import { PARTS_OF_DAY } from "@/lib/calls/core/availability";
import { PART_TYPES } from "@/lib/calls/core/form-composites";
import {
  type FieldType,
  RETENTION_STARTS,
  STEPS,
  VISIBILITIES,
} from "@/lib/calls/core/form-definition";
import { ORGANISATION_PARTS, PERSON_PARTS } from "@/lib/calls/core/form-part-catalogue";
import { TRACKS } from "@/lib/calls/core/tracks";
import { isLocalDate } from "@/lib/kernel/local-date";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";

/** What a value must be; a property whose name ends with "?" may be left out. */
export type Shape =
  | { readonly kind: "is"; readonly fits: (value: unknown) => boolean }
  | { readonly kind: "list"; readonly of: Shape; readonly most: number }
  | { readonly kind: "object"; readonly of: Readonly<Record<string, Shape>> }
  | { readonly kind: "condition" };

const LONGEST_TEXT = 4_000;
const MOST_OPTIONS = 400;
const MOST_PARTS = 30;

const is = (fits: (value: unknown) => boolean): Shape => ({ kind: "is", fits });
const list = (of: Shape, most = MOST_OPTIONS): Shape => ({ kind: "list", of, most });
const object = (of: Readonly<Record<string, Shape>>): Shape => ({ kind: "object", of });
const oneOf = (values: readonly unknown[]) => is((value) => values.includes(value));

const text = is((value) => typeof value === "string" && value.length <= LONGEST_TEXT);
const yesNo = is((value) => typeof value === "boolean");
const figure = is((value) => typeof value === "number" && Number.isFinite(value));
const day = is((value) => typeof value === "string" && isLocalDate(value));
const localised = object({ it: text, en: text });
const condition: Shape = { kind: "condition" };
const option = object({ value: text, label: localised, "excludes?": localised });
const natures = list(oneOf(LEGAL_NATURES));
const named = object({ id: text, label: localised });
const partOf = (known: object) =>
  list(object({ id: oneOf(Object.keys(known)), required: yesNo }), MOST_PARTS);

const part = object({
  id: text,
  type: oneOf(PART_TYPES),
  label: localised,
  "hint?": localised,
  required: yesNo,
  "maxLength?": figure,
  "min?": is(
    (value) => typeof value === "number" || (typeof value === "string" && isLocalDate(value)),
  ),
  "max?": is(
    (value) => typeof value === "number" || (typeof value === "string" && isLocalDate(value)),
  ),
  "decimals?": figure,
  "options?": list(option),
  "admitted?": natures,
});

const FIELD_BASE: Readonly<Record<string, Shape>> = {
  id: text,
  type: text,
  label: localised,
  "hint?": localised,
  required: yesNo,
  "tracks?": list(oneOf(TRACKS)),
  "when?": condition,
  purpose: localised,
  visibility: oneOf(VISIBILITIES),
  retentionDays: figure,
  "retentionFrom?": oneOf(RETENTION_STARTS),
  "prefill?": text,
};

const lengths = { "maxLength?": figure };
const figures = { "min?": figure, "max?": figure, "decimals?": figure };
const choices = { options: list(option) };

/** What each kind of field has beside what all have. */
const OWN: Readonly<Record<FieldType, Readonly<Record<string, Shape>>>> = {
  text: lengths,
  longText: lengths,
  number: figures,
  decimal: figures,
  money: figures,
  date: { "min?": day, "max?": day },
  yesNo: {},
  radio: choices,
  select: choices,
  checkboxes: { ...choices, "maxChoices?": figure },
  municipality: { "within?": oneOf(["zone"]) },
  address: {},
  email: {},
  pec: {},
  phone: {},
  fiscalCodePerson: {},
  fiscalCodeBody: {},
  partitaIva: {},
  runts: {},
  legalNature: { admitted: natures },
  members: { "minMembers?": figure, "maxMembers?": figure },
  person: { parts: partOf(PERSON_PARTS) },
  organisation: { parts: partOf(ORGANISATION_PARTS), "admitted?": natures },
  group: {
    parts: list(part, MOST_PARTS),
    rowLabel: localised,
    "minRows?": figure,
    "maxRows?": figure,
  },
  budget: {
    columns: list(
      object({ id: text, label: localised, "max?": figure, "maxShare?": figure }),
      MOST_PARTS,
    ),
    "lines?": list(named),
    "ownLines?": figure,
    "minTotal?": figure,
    "maxTotal?": figure,
  },
  availability: {
    "days?": list(oneOf([1, 2, 3, 4, 5, 6, 7]), 7),
    "slots?": list(oneOf(PARTS_OF_DAY), PARTS_OF_DAY.length),
    "minSlots?": figure,
  },
  file: { "maxFiles?": figure },
  declaration: { textVersion: text, underPenalty: yesNo },
  info: {},
};

export const FIELD_TYPES = Object.keys(OWN) as FieldType[];

/** The shape of a field of this type; undefined for a type that there is not. */
export function shapeOfField(type: unknown): Shape | undefined {
  if (typeof type !== "string" || !Object.hasOwn(OWN, type)) return undefined;
  return object({ ...FIELD_BASE, ...OWN[type as FieldType] });
}

export const SECTION_SHAPE = object({
  id: text,
  step: oneOf(STEPS),
  title: localised,
  "intro?": localised,
  "tracks?": list(oneOf(TRACKS)),
  "when?": condition,
  fields: is(Array.isArray),
});

export const RULE_SHAPE = object({ id: text, when: condition, message: localised });

/** What a comparison has beside its name, by name. */
export const COMPARISON_SHAPES: Readonly<Record<string, Shape>> = {
  eq: object({ op: text, field: text, value: is((value) => isPlain(value)) }),
  ne: object({ op: text, field: text, value: is((value) => isPlain(value)) }),
  in: object({ op: text, field: text, values: list(text) }),
  gt: object({ op: text, field: text, value: figure }),
  lt: object({ op: text, field: text, value: figure }),
  before: object({ op: text, field: text, value: day }),
  after: object({ op: text, field: text, value: day }),
  notEmpty: object({ op: text, field: text }),
};

function isPlain(value: unknown): boolean {
  return (
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    (typeof value === "string" && value.length <= LONGEST_TEXT)
  );
}
