import type { CompositeField } from "@/lib/calls/core/form-composites";
import type { Field } from "@/lib/calls/core/form-definition";
import { fieldOfPart, LINE, type PartsAnswer, partsOf } from "@/lib/calls/core/form-parts";

/** What is stored for a form: by field, as it came; read it with `readAnswer` only. */
export type Answers = Readonly<Record<string, unknown>>;

export const ADDRESS_PARTS = ["street", "postcode", "municipality"] as const;
export type AddressAnswer = Readonly<Record<(typeof ADDRESS_PARTS)[number], string>>;

export const MEMBER_PARTS = ["firstName", "lastName", "role", "email", "phone"] as const;
export type MemberAnswer = Readonly<Record<(typeof MEMBER_PARTS)[number], string>>;

export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | AddressAnswer
  | readonly MemberAnswer[]
  | PartsAnswer
  | readonly PartsAnswer[];

/**
 * An answer in the one form of its type, or null if there is none. What does not fit the type at
 * all counts as no answer; a figure or date that cannot be read stays text, so that the person
 * sees again what was typed. Reading twice gives the same.
 */
export function readAnswer(field: Field, raw: unknown): Answer | null {
  switch (field.type) {
    case "info":
      return null;
    case "declaration":
      return YES.has(raw) ? true : null;
    case "yesNo":
      return YES.has(raw) ? true : NO.has(raw) ? false : null;
    case "number":
    case "decimal":
      return typeof raw === "number" ? raw : readNumber(oneLine(raw));
    case "money":
      return typeof raw === "number"
        ? raw
        : readNumber(oneLine(raw).replace(/\s*(€|euro)\s*/i, ""));
    case "longText":
      return lines(raw) || null;
    case "checkboxes":
    case "availability":
    case "file":
      return readList(raw);
    case "address":
      return readParts(ADDRESS_PARTS, raw);
    case "members":
      return readMembers(raw);
    case "person":
    case "organisation":
      return readBlock(field, raw);
    case "group":
    case "budget":
      return readRows(field, raw);
    default:
      return oneLine(raw) || null;
  }
}

const YES: ReadonlySet<unknown> = new Set([true, "true", "yes", "on"]);
const NO: ReadonlySet<unknown> = new Set([false, "false", "no"]);

/** "1.234,5" and "1234.5" are figures; "boh" stays what it is. */
function readNumber(text: string): string | number | null {
  if (text === "") return null;
  const italian = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(text);
  const plain = italian ? text.replaceAll(".", "").replace(",", ".") : text;
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function readList(raw: unknown): readonly string[] | null {
  const all: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const texts = all.map(oneLine).filter((text) => text !== "");
  return texts.length === 0 ? null : [...new Set(texts)];
}

function readMembers(raw: unknown): readonly MemberAnswer[] | null {
  const all: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const rows = all
    .map((row) => readParts(MEMBER_PARTS, row))
    .filter((row): row is MemberAnswer => row !== null);
  return rows.length === 0 ? null : rows;
}

/** What a block or a row says, part by part; null where nothing was said. */
function readBlock(field: CompositeField, raw: unknown): PartsAnswer | null {
  if (typeof raw !== "object" || raw === null) return null;
  const from = new Map(Object.entries(raw));
  const read = partsOf(field).flatMap((part) => {
    const answer = readAnswer(fieldOfPart(field, part), from.get(part.id));
    return answer === null ? [] : [[part.id, answer as PartsAnswer[string]] as const];
  });
  return read.length === 0 ? null : Object.fromEntries(read);
}

/** A given line of a budget without an amount, like a row left empty, is no row. */
function readRows(field: CompositeField, raw: unknown): readonly PartsAnswer[] | null {
  const all: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const rows = all
    .map((row) => readBlock(field, row))
    .filter((row): row is PartsAnswer => row !== null)
    .filter((row) => field.type !== "budget" || Object.keys(row).some((id) => id !== LINE));
  return rows.length === 0 ? null : rows;
}

function readParts<Part extends string>(
  parts: readonly Part[],
  raw: unknown,
): Readonly<Record<Part, string>> | null {
  if (typeof raw !== "object" || raw === null) return null;
  const from = new Map(Object.entries(raw));
  const read = parts.map((part) => [part, oneLine(from.get(part))] as const);
  if (read.every(([, text]) => text === "")) return null;
  return Object.fromEntries(read) as Record<Part, string>;
}

function oneLine(raw: unknown): string {
  return lines(raw).replace(/\s+/g, " ");
}

/** Well-formed text in NFC without control characters; line ends become \n. */
function lines(raw: unknown): string {
  if (typeof raw !== "string") return "";
  return raw
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC")
    .trim();
}
