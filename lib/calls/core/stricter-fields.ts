import type { Field } from "@/lib/calls/core/form-definition";

/** Figures that bind harder the lower they are, and those that bind harder the higher they are. */
const CEILINGS: ReadonlySet<string> = new Set([
  ...["max", "maxLength", "decimals", "maxChoices", "maxFiles", "maxMembers", "maxRows"],
  ...["maxShare", "maxTotal", "ownLines"],
]);
const FLOORS: ReadonlySet<string> = new Set([
  ...["min", "minMembers", "minRows", "minSlots", "minTotal"],
]);

/** Lists of what may be answered, and the name of each thing in them. */
const LISTS: Readonly<Record<string, string>> = {
  options: "value",
  lines: "id",
  admitted: "",
  days: "",
  slots: "",
};

/** What says nothing about which answers fit, or is judged anew with each sending. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...["label", "hint", "purpose", "visibility", "retentionDays", "retentionFrom", "prefill"],
  ...["textVersion", "underPenalty", "rowLabel"],
]);

/** Left out, a limit of these is none at all; of the others it is one of the system's own. */
const ENDLESS: ReadonlySet<string> = new Set([
  ...["max", "maxChoices", "maxShare", "maxTotal", "min", "minTotal"],
]);

/**
 * Whether an answer that a question accepted may be refused by its new version, or be missing where
 * none was asked for. Never says no where it could be; may say yes of a change that harms nobody.
 */
export function isStricter(before: Field, after: Field, changed: readonly string[]): boolean {
  return changed.some((name) => tightens(name, named(before, name), named(after, name), after));
}

function tightens(name: string, before: unknown, after: unknown, field: unknown): boolean {
  if (HARMLESS.has(name)) return false;
  if (name === "required") return after === true;
  if (name === "type") return !WIDER.has(`${before} ${after}`);
  // Who was not asked may be asked now: it matters where an answer must be given.
  if (name === "when" || name === "tracks") return named(field, "required") === true;
  if (name === "within") return after !== undefined;
  if (CEILINGS.has(name)) return ceilingFalls(name, before, after);
  if (FLOORS.has(name)) return floorRises(name, before, after);
  // Without given lines their rows count among those that one writes oneself.
  if (name === "lines" && after === undefined) return true;
  const key = LISTS[name];
  if (key !== undefined) return loses(key, before, after);
  return name === "parts" ? partsTighten(before, after) : true;
}

/** Kinds of questions that accept all that another kind accepted. */
const WIDER: ReadonlySet<string> = new Set(["text longText", "radio select", "select radio"]);

function ceilingFalls(name: string, before: unknown, after: unknown): boolean {
  if (after === undefined) return !ENDLESS.has(name);
  return before === undefined || isBelow(after, before);
}

/** A floor that is left out is none, or one. */
function floorRises(name: string, before: unknown, after: unknown): boolean {
  if (after === undefined) return !ENDLESS.has(name) && isBelow(before, 1);
  if (before === undefined) return ENDLESS.has(name) || isBelow(1, after);
  return isBelow(before, after);
}

/** Two figures, or two days. */
function isBelow(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return one < other;
  return typeof one === "string" && typeof other === "string" && one < other;
}

/** Whether something that could be answered is gone, or excludes who answers it. */
function loses(key: string, before: unknown, after: unknown): boolean {
  if (after === undefined) return false;
  if (!Array.isArray(before) || !Array.isArray(after)) return true;
  const kept = new Map(after.map((one) => [nameOf(one, key), one]));
  return before.some((one) => {
    const now = kept.get(nameOf(one, key));
    return now === undefined || (!hasReason(one) && hasReason(now));
  });
}

const nameOf = (one: unknown, key: string) => (key === "" ? one : named(one, key));
const hasReason = (option: unknown) => named(option, "excludes") !== undefined;

/** Parts of a block or a row: a new one that must be given, or one that accepts less. */
function partsTighten(before: unknown, after: unknown): boolean {
  const old = new Map(listOf(before).map((part) => [named(part, "id"), part]));
  return listOf(after).some((part) => {
    const was = old.get(named(part, "id"));
    if (was === undefined) return named(part, "required") === true;
    const names = new Set([...Object.keys(Object(was)), ...Object.keys(Object(part))]);
    return [...names].some(
      (name) =>
        JSON.stringify(named(was, name)) !== JSON.stringify(named(part, name)) &&
        tightens(name, named(was, name), named(part, name), part),
    );
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function named(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null
    ? new Map<string, unknown>(Object.entries(of)).get(name)
    : undefined;
}
