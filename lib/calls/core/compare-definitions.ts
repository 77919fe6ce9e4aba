import type { Condition } from "@/lib/calls/core/form-conditions";
import type { Field, FormDefinition, Section } from "@/lib/calls/core/form-definition";
import { canonicalJson } from "@/lib/kernel/canonical-json";

/** What changed in a field, from what matters most to a draft to what matters least. */
export type FieldChange = {
  readonly field: Field;
  readonly before: Field;
  /** Names of the properties that differ, such as "label" or "required". */
  readonly changed: readonly string[];
  /** An answer already given may no longer fit, and must be looked at again. */
  readonly lookAgain: boolean;
};

export type DefinitionChanges = {
  readonly added: readonly Field[];
  readonly removed: readonly Field[];
  readonly changed: readonly FieldChange[];
  /** Rules about who may apply that are new or say something else. */
  readonly rules: readonly string[];
};

/** Properties that say nothing about which answers fit. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...["label", "hint", "purpose", "visibility", "retentionDays", "retentionFrom", "prefill"],
]);

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
    const lookAgain = names.some((name) => !HARMLESS.has(name));
    return [{ field, before: was, changed: names, lookAgain }];
  });
  return {
    added: [...now.values()].filter((field) => !old.has(field.id)),
    removed: [...old.values()].filter((field) => !now.has(field.id)),
    changed,
    rules: (after.eligibility ?? [])
      .filter((rule) => {
        const was = before.eligibility?.find((one) => one.id === rule.id);
        return !was || canonicalJson(was) !== canonicalJson(rule);
      })
      .map((rule) => rule.id),
  };
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
