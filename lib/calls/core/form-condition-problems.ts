import {
  type Comparison,
  type Condition,
  comparisonsIn,
  fieldOfComparison,
} from "@/lib/calls/core/form-conditions";
import type { Field, FieldType, FormDefinition, Section } from "@/lib/calls/core/form-definition";
import { fieldOfPart, isComposite, partsOf } from "@/lib/calls/core/form-parts";
import { type DefinitionProblem, problem } from "@/lib/calls/core/form-problems";
import { TRACKS, type Track } from "@/lib/calls/core/tracks";

/** Where each field stands. */
export type Places = ReadonlyMap<string, Place>;
interface Place {
  readonly field: Field;
  readonly section: Section;
  readonly order: number;
}

export function placesIn(definition: FormDefinition): Places {
  const places = new Map<string, Place>();
  for (const section of definition.sections) {
    for (const field of section.fields) {
      if (!places.has(field.id)) places.set(field.id, { field, section, order: places.size });
    }
  }
  return places;
}

/** Who asks: a field, a section, or a rule about who may apply. */
export interface Asker {
  readonly at: string;
  readonly when: Condition;
  /** What comes before this may be looked at; rules look at everything. */
  readonly before: number;
  readonly tracks: readonly Track[];
  /** The fields that hang on the condition themselves. */
  readonly own: ReadonlySet<string>;
}

/** What is wrong with a condition: it may look back only, at questions that somebody is asked. */
export function conditionProblems(asker: Asker, places: Places): DefinitionProblem[] {
  const { at, when } = asker;
  const comparisons = comparisonsIn(when);
  const empty = hasEmptyGroup(when) ? [problem("empty_group", at)] : [];
  const found = comparisons.flatMap((comparison) => {
    const one = comparisonProblem(comparison, asker, places);
    return one ? [one] : [];
  });
  const keys = new Set<string>();
  return [...empty, ...found].filter((one) => {
    const key = `${one.code} ${one.about ?? ""}`;
    return keys.has(key) ? false : Boolean(keys.add(key));
  });
}

function hasEmptyGroup(condition: Condition): boolean {
  if (!("rules" in condition)) return false;
  return condition.rules.length === 0 || condition.rules.some(hasEmptyGroup);
}

function comparisonProblem(
  comparison: Comparison,
  { at, before, tracks, own }: Asker,
  places: Places,
): DefinitionProblem | null {
  const about = comparison.field;
  const id = fieldOfComparison(comparison);
  if (own.has(id)) return problem("refers_to_itself", at, about);
  const target = places.get(id);
  if (!target || target.field.type === "info") return problem("refers_to_unknown_field", at, about);
  if (target.order >= before) return problem("refers_to_later_field", at, about);
  const theirs = tracksOf(target.field, target.section);
  if (!tracks.some((track) => theirs.includes(track))) {
    return problem("refers_to_other_track", at, about);
  }
  const looked = partAt(target.field, about.slice(id.length + 1));
  if (looked === null) return problem("refers_to_unknown_field", at, about);
  if (!fits(comparison, looked)) return problem("wrong_comparison", at, about);
  const options = looked === "amount" ? null : optionsOf(looked);
  if (options === null) return null;
  const wanted =
    "values" in comparison ? comparison.values : "value" in comparison ? [comparison.value] : [];
  const strange = wanted.find((value) => !options.some((option) => option === value));
  return strange === undefined ? null : problem("value_not_an_option", at, `${about}: ${strange}`);
}

/** The question that a path leads to; "amount" for the sum of a budget; null for none. */
function partAt(field: Field, part: string): Field | "amount" | null {
  if (part === "") return field;
  if (field.type === "budget" && part === "total") return "amount";
  if (!isComposite(field)) return null;
  const found = partsOf(field).find((one) => one.id === part);
  return found ? fieldOfPart(field, found) : null;
}

const NUMBERS: ReadonlySet<FieldType> = new Set(["number", "decimal", "money"]);
const PIECES: ReadonlySet<FieldType> = new Set([
  ...(["address", "members", "person", "organisation", "group", "budget"] as const),
  ...(["availability", "file"] as const),
]);

/** Whether a comparison can ever say something about such an answer. */
function fits(comparison: Comparison, looked: Field | "amount"): boolean {
  const type = looked === "amount" ? "money" : looked.type;
  const number = NUMBERS.has(type);
  const plain = !number && !PIECES.has(type);
  switch (comparison.op) {
    case "notEmpty":
      return true;
    case "gt":
    case "lt":
      return number;
    case "before":
    case "after":
      return type === "date";
    case "in":
      return plain;
    case "eq":
    case "ne": {
      if (number) return typeof comparison.value === "number";
      const yesOrNo = type === "yesNo" || type === "declaration";
      return plain && typeof comparison.value === (yesOrNo ? "boolean" : "string");
    }
  }
}

/** The values that may be chosen; null where any text may be written. */
export function optionsOf(field: Field): readonly string[] | null {
  if (field.type === "legalNature") return field.admitted;
  return "options" in field ? field.options.map((option) => option.value) : null;
}

export function tracksOf(field: Field, section: Section): Track[] {
  return tracksOfSection(section).filter((track) => !field.tracks || field.tracks.includes(track));
}

export function tracksOfSection(section: Section): Track[] {
  return TRACKS.filter((track) => !section.tracks || section.tracks.includes(track));
}
