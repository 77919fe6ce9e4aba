import type { Condition } from "@/lib/calls/core/form-conditions";
import type {
  EligibilityRule,
  Field,
  FormDefinition,
  Section,
} from "@/lib/calls/core/form-definition";
import { movedFields } from "@/lib/calls/core/moved-fields";
import { isStricter } from "@/lib/calls/core/stricter-fields";
import { canonicalJson } from "@/lib/kernel/canonical-json";

/** What changed in a field, from what matters most to a draft to what matters least. */
export type FieldChange = {
  readonly field: Field;
  readonly before: Field;
  /** Names of the properties that differ, such as "label" or "required". */
  readonly changed: readonly string[];
  /** An answer already given may be refused now, or be missing where none had to be given. */
  readonly stricter: boolean;
};

export type DefinitionChanges = {
  readonly added: readonly Field[];
  readonly removed: readonly Field[];
  readonly changed: readonly FieldChange[];
  /** They stand elsewhere; their answers go with them. */
  readonly moved: readonly Field[];
  /** Sections that are new, or whose own texts or page changed. */
  readonly sections: readonly Section[];
  /** Rules about who may apply that are new or say something else. */
  readonly rules: readonly EligibilityRule[];
  /** Rules that do not hold any more. */
  readonly rulesGone: readonly EligibilityRule[];
};

/**
 * What a new version of a form asks of those who have begun with the old one. Answers are kept by
 * the id of their field: an answer to a field that is gone stays in the draft and is not sent.
 */
export function compareDefinitions(
  before: FormDefinition,
  after: FormDefinition,
): DefinitionChanges {
  const old = places(before);
  const now = places(after);
  const changed = [...now.values()].flatMap((field): FieldChange[] => {
    const was = old.get(field.id);
    const names = was ? differences(was, field) : [];
    if (!was || names.length === 0) return [];
    return [{ field, before: was, changed: names, stricter: isStricter(was, field, names) }];
  });
  return {
    added: [...now.values()].filter((field) => !old.has(field.id)),
    removed: [...old.values()].filter((field) => !now.has(field.id)),
    changed,
    moved: movedFields(before, after),
    sections: without(before.sections.map(ownPart), after.sections, ownPart),
    rules: without(before.eligibility ?? [], after.eligibility ?? [], (rule) => rule),
    rulesGone: (before.eligibility ?? []).filter(
      ({ id }) => !after.eligibility?.some((rule) => rule.id === id),
    ),
  };
}

/** Whether a form is read differently at all; the same changes, without telling them apart. */
export function isSameForm(before: FormDefinition, after: FormDefinition): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

/** What can be answered in the same words, so that a question may become another of its group. */
const KIN: readonly ReadonlySet<Field["type"]>[] = [
  new Set(["text", "longText"]),
  new Set(["radio", "select"]),
  new Set(["number", "decimal", "money"]),
];

/** Questions that ask for another kind of answer under the same id: none that was given would fit. */
export function retypedFields(before: FormDefinition, after: FormDefinition): Field[] {
  return compareDefinitions(before, after)
    .changed.filter(({ before: was, field }) => was.type !== field.type)
    .filter(
      ({ before: was, field }) => !KIN.some((kin) => kin.has(was.type) && kin.has(field.type)),
    )
    .map(({ field }) => field);
}

function without<T extends { readonly id: string }, U>(
  before: readonly (U & { readonly id: string })[],
  after: readonly T[],
  own: (one: T) => U,
): T[] {
  const old = new Map(before.map((one) => [one.id, canonicalJson(one)]));
  return after.filter((one) => old.get(one.id) !== canonicalJson(own(one)));
}

/** A section without its questions, and without what is told with them. */
function ownPart({ id, step, title, intro }: Section) {
  return { id, step, title, ...(intro && { intro }) };
}

/** Fields by id; who is asked and when also hangs on their section, so it is told with them. */
function places(definition: FormDefinition): ReadonlyMap<string, Field> {
  return new Map(
    definition.sections.flatMap((section) =>
      section.fields.map((field) => [field.id, inSection(field, section)] as const),
    ),
  );
}

function inSection(field: Field, { when, tracks }: Section): Field {
  const both = [when, field.when].filter((one) => one !== undefined);
  const condition: Condition | undefined = both[1] ? { op: "and", rules: both } : both[0];
  const asked = field.tracks?.filter((one) => !tracks || tracks.includes(one)) ?? tracks;
  return { ...field, ...(condition && { when: condition }), ...(asked && { tracks: asked }) };
}

function differences(before: Field, after: Field): string[] {
  const [old, now] = [before, after].map(
    (field) => new Map<string, unknown>(Object.entries(field)),
  );
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  const said = (value: unknown) => (value === undefined ? "" : canonicalJson(value));
  return [...names].filter((name) => said(old?.get(name)) !== said(now?.get(name)));
}
