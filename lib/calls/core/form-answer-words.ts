import { daysOf, dayWords, PART_OF_DAY_WORDS, partsOfDayOf } from "@/lib/calls/core/availability";
import { budgetSums } from "@/lib/calls/core/budget-sums";
import {
  type AddressAnswer,
  MEMBER_PARTS,
  type MemberAnswer,
  readAnswer,
} from "@/lib/calls/core/form-answers";
import type {
  AvailabilityField,
  BudgetField,
  CompositeField,
} from "@/lib/calls/core/form-composites";
import type { Field, Localised, Option } from "@/lib/calls/core/form-definition";
import { fieldOfPart, ITEM, LINE, type PartsAnswer, partsOf } from "@/lib/calls/core/form-parts";
import { isLocalDate } from "@/lib/kernel/local-date";
import { dateWords } from "@/lib/kernel/rome-words";

/** The names that a form does not hold itself, in the language of the reader. */
export interface AnswerNames {
  readonly locale: "it" | "en";
  readonly yes: string;
  readonly no: string;
  readonly total: string;
  /** Name by ISTAT code. */
  readonly municipality: (code: string) => string;
  readonly legalNature: (code: string) => string;
}

/** An answer as people read it: a text, facts with their labels, or a table. */
export type ShownAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Sums, below the rows. */
      readonly foot?: readonly string[];
    };

/**
 * An answer in words; null where there is none. The summary, the sheet of those who review, the
 * copy of the application and the export all say it by this.
 */
export function showAnswer(field: Field, raw: unknown, names: AnswerNames): ShownAnswer | null {
  const answer = readAnswer(field, raw);
  if (answer === null || field.type === "file") return null;
  const { locale } = names;
  switch (field.type) {
    case "address": {
      const { street, postcode, municipality } = answer as AddressAnswer;
      return text(`${street}, ${postcode} ${names.municipality(municipality)}`);
    }
    case "members":
      return text((answer as readonly MemberAnswer[]).map(memberWords).join("; "));
    case "person":
    case "organisation":
      return { kind: "facts", facts: factsOf(field, answer as PartsAnswer, names) };
    case "group": {
      const parts = partsOf(field);
      return {
        kind: "table",
        columns: parts.map((part) => part.label[locale]),
        rows: (answer as readonly PartsAnswer[]).map((row) =>
          parts.map((part) => single(fieldOfPart(field, part), row[part.id], names)),
        ),
      };
    }
    case "budget":
      return budgetTable(field, answer as readonly PartsAnswer[], names);
    case "availability":
      return text(weekWords(field, new Set(answer as readonly string[]), locale));
    default:
      return text(single(field, answer, names));
  }
}

/** The same in one line, for a cell of an export. */
export function plainAnswer(shown: ShownAnswer | null): string {
  if (shown === null) return "";
  if (shown.kind === "text") return shown.text;
  if (shown.kind === "facts") return shown.facts.map((fact) => fact.join(": ")).join("; ");
  return [...shown.rows, ...(shown.foot ? [shown.foot] : [])]
    .map((row) => row.filter(Boolean).join(", "))
    .join("; ");
}

export function euroWords(amount: number, locale: "it" | "en"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(amount);
}

function text(words: string): ShownAnswer {
  return { kind: "text", text: words };
}

/** One value under one label. */
function single(field: Field, value: unknown, names: AnswerNames): string {
  const { locale } = names;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? names.yes : names.no;
  if (typeof value === "number") {
    return field.type === "money"
      ? euroWords(value, locale)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 15 }).format(value);
  }
  if (Array.isArray(value)) {
    return value.map((one) => optionWords(field, String(one), locale)).join(", ");
  }
  const words = String(value);
  if (field.type === "municipality") return names.municipality(words);
  if (field.type === "legalNature") return names.legalNature(words);
  if (field.type === "date" && isLocalDate(words)) return dateWords(words, locale);
  return optionWords(field, words, locale);
}

function optionWords(field: Field, value: string, locale: "it" | "en"): string {
  const options: readonly Option[] = "options" in field ? field.options : [];
  return options.find((option) => option.value === value)?.label[locale] ?? value;
}

function memberWords(member: MemberAnswer): string {
  const name = `${member.firstName} ${member.lastName}`.trim();
  const more = MEMBER_PARTS.slice(2).map((part) => member[part]);
  return [name, ...more].filter(Boolean).join(", ");
}

function factsOf(field: CompositeField, row: PartsAnswer, names: AnswerNames) {
  return partsOf(field)
    .filter((part) => row[part.id] !== undefined)
    .map(
      (part) =>
        [part.label[names.locale], single(fieldOfPart(field, part), row[part.id], names)] as const,
    );
}

function budgetTable(
  field: BudgetField,
  rows: readonly PartsAnswer[],
  names: AnswerNames,
): ShownAnswer {
  const { locale, total } = names;
  const sums = budgetSums(field, rows);
  const several = field.columns.length > 1;
  const euro = (amount: unknown) =>
    typeof amount === "number" ? euroWords(amount, locale) : String(amount ?? "");
  const withSum = (cells: readonly string[], sum: number) =>
    several ? [...cells, euro(sum)] : cells;
  return {
    kind: "table",
    columns: [
      ITEM_WORDS[locale],
      ...field.columns.map((column) => column.label[locale]),
      ...(several ? [total] : []),
    ],
    rows: rows.map((row, index) =>
      withSum(
        [itemWords(field, row, locale), ...field.columns.map(({ id }) => euro(row[id]))],
        sums.rows[index] ?? 0,
      ),
    ),
    foot: withSum([total, ...field.columns.map(({ id }) => euro(sums.columns[id]))], sums.total),
  };
}

const ITEM_WORDS: Localised = { it: "Voce", en: "Item" };

function itemWords(field: BudgetField, row: PartsAnswer, locale: "it" | "en"): string {
  const given = field.lines?.find((line) => line.id === row[LINE]);
  return [given?.label[locale], row[ITEM]].filter(Boolean).join(": ");
}

function weekWords(
  field: AvailabilityField,
  chosen: ReadonlySet<string>,
  locale: "it" | "en",
): string {
  return daysOf(field)
    .map((day) => {
      const parts = partsOfDayOf(field).filter((part) => chosen.has(`${day}.${part}`));
      const words = parts.map((part) => PART_OF_DAY_WORDS[part][locale].toLowerCase());
      return words.length > 0 ? `${dayWords(day)[locale]}: ${words.join(", ")}` : "";
    })
    .filter(Boolean)
    .join("; ");
}
