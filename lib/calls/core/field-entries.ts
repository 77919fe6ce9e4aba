import type { Posted } from "@/lib/calls/core/condition-entries";
import { listsOf } from "@/lib/calls/core/field-list-entries";
import {
  type EligibilityRule,
  type Field,
  type Localised,
  RETENTION_STARTS,
  type Section,
  STEPS,
  VISIBILITIES,
} from "@/lib/calls/core/form-definition";
import { TRACKS } from "@/lib/calls/core/tracks";
import { isLocalDate } from "@/lib/kernel/local-date";

/** What could not be read, by the name of its control. */
export type EntryErrors = Record<string, "not_a_number" | "not_a_date">;

/** Reads posted values and remembers what could not be read. */
export type Reader = {
  readonly posted: Posted;
  readonly errors: EntryErrors;
  one: (name: string) => string;
  all: (name: string) => readonly string[];
  figure: (name: string) => number | undefined;
};

export function readerOf(posted: Posted): Reader {
  const errors: EntryErrors = {};
  const one = (name: string) => (posted[name]?.[0] ?? "").trim();
  return {
    posted,
    errors,
    one,
    all: (name) => posted[name] ?? [],
    figure: (name) => {
      const text = one(name).replace(/\s/g, "").replace(",", ".");
      if (text === "") return undefined;
      const number = Number(text);
      if (Number.isFinite(number)) return number;
      errors[name] = "not_a_number";
      return undefined;
    },
  };
}

/** The question as its page posts it; what the page does not show stays as it was. */
export function fieldFromEntries(before: Field, reader: Reader): Field {
  const { one, all, figure } = reader;
  const retentionFrom = RETENTION_STARTS.find((start) => start === one("retentionFrom"));
  const tracks = TRACKS.filter((track) => all("tracks").includes(track));
  const { hint: _hint, when: _when, tracks: _tracks, retentionFrom: _from, ...kept } = before;
  const hint = textsOf(reader, "hint");
  const base = {
    ...kept,
    label: textsOf(reader, "label"),
    required: before.type !== "info" && one("required") === "yes",
    purpose: textsOf(reader, "purpose"),
    visibility: VISIBILITIES.find((who) => who === one("visibility")) ?? before.visibility,
    retentionDays: figure("retentionDays") ?? before.retentionDays,
    ...(hint.it || hint.en ? { hint } : {}),
    ...(retentionFrom && retentionFrom !== "outcome" ? { retentionFrom } : {}),
    ...(tracks.length > 0 && tracks.length < TRACKS.length ? { tracks } : {}),
  };
  const own = { ...limitsOf(before, reader), ...listsOf(before, reader) };
  const known = new Set(Object.keys(own));
  // A limit that was emptied is taken away, not kept from before.
  const without = Object.fromEntries(Object.entries(base).filter(([name]) => !known.has(name)));
  const present = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...without, ...Object.fromEntries(present) } as Field;
}

/** Limits by type; undefined takes one away. */
function limitsOf(before: Field, reader: Reader): Record<string, unknown> {
  const { one, figure } = reader;
  const figures = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, figure(name)]));
  switch (before.type) {
    case "text":
    case "longText":
      return figures("maxLength");
    case "number":
    case "decimal":
    case "money":
      return figures("min", "max", "decimals");
    case "date":
      return { min: dayOf(reader, "min"), max: dayOf(reader, "max") };
    case "municipality":
      return { within: one("within") === "zone" ? "zone" : undefined };
    case "checkboxes":
      return figures("maxChoices");
    case "members":
      return figures("minMembers", "maxMembers");
    case "group":
      return { ...figures("minRows", "maxRows"), rowLabel: textsOf(reader, "rowLabel") };
    case "budget":
      return figures("ownLines", "minTotal", "maxTotal");
    case "availability":
      return figures("minSlots");
    case "file":
      return figures("maxFiles");
    case "declaration":
      return { textVersion: one("textVersion"), underPenalty: one("underPenalty") === "yes" };
    default:
      return {};
  }
}

export function sectionFromEntries(before: Section, reader: Reader): Section {
  const { intro: _intro, tracks: _tracks, when: _when, ...kept } = before;
  const intro = textsOf(reader, "intro");
  const tracks = TRACKS.filter((track) => reader.all("tracks").includes(track));
  return {
    ...kept,
    title: textsOf(reader, "title"),
    step: STEPS.find((step) => step === reader.one("step")) ?? before.step,
    ...(intro.it || intro.en ? { intro } : {}),
    ...(tracks.length > 0 && tracks.length < TRACKS.length ? { tracks } : {}),
  };
}

export function ruleFromEntries(before: EligibilityRule, reader: Reader): EligibilityRule {
  return { ...before, message: textsOf(reader, "message") };
}

/** A text in both languages; the English one is the Italian one until somebody writes it. */
export function textsOf(reader: Reader, name: string): Localised {
  const it = reader.one(`${name}.it`);
  return { it, en: reader.one(`${name}.en`) || it };
}

function dayOf(reader: Reader, name: string): string | undefined {
  const text = reader.one(name);
  if (text === "" || isLocalDate(text)) return text || undefined;
  reader.errors[name] = "not_a_date";
  return undefined;
}
