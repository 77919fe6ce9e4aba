import type { DefinitionChanges, FieldChange } from "./compare-definitions";
import type { Field, Localised } from "./form-definition";
import type { Track } from "./tracks";

/** What of a new version of a form one reads in a letter: questions by their words, in short. */
export type FormNews = Readonly<
  Record<"added" | "stricter" | "changed" | "removed" | "rules", readonly Localised[]>
>;

/** Of each kind a letter names so many; the page of the versions has them all. */
const MOST = 20;
const LONGEST = 160;

export function formNews(changes: DefinitionChanges): FormNews {
  const { added, changed, moved, removed, rules } = changes;
  const stricter = changed.filter((one) => one.stricter).map((one) => one.field);
  const told = new Set(stricter.map((field) => field.id));
  const others = [...changed.map((one) => one.field), ...moved].filter((field) => {
    const isNew = !told.has(field.id);
    told.add(field.id);
    return isNew;
  });
  return {
    added: namesOf(added),
    stricter: namesOf(stricter),
    changed: namesOf(others),
    removed: namesOf(removed),
    rules: rules.slice(0, MOST).map((rule) => shortened(rule.message)),
  };
}

/** Only what concerns those who apply on a track. */
export function changesFor(changes: DefinitionChanges, track: Track): DefinitionChanges {
  const asked = (field: Field) => !field.tracks || field.tracks.includes(track);
  const either = ({ before, field }: FieldChange) => asked(before) || asked(field);
  return {
    ...changes,
    added: changes.added.filter(asked),
    removed: changes.removed.filter(asked),
    moved: changes.moved.filter(asked),
    changed: changes.changed.filter(either),
    sections: changes.sections.filter((one) => !one.tracks || one.tracks.includes(track)),
  };
}

/** What about a question changed, in the words of people. */
export const ASPECTS = [
  "required",
  "optional",
  "words",
  "choices",
  "limits",
  "asked",
  "privacy",
] as const;
export type Aspect = (typeof ASPECTS)[number];

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  ...{ label: "words", hint: "words", textVersion: "words", underPenalty: "words" },
  ...{ rowLabel: "words", options: "choices", admitted: "choices", lines: "choices" },
  ...{ days: "choices", slots: "choices", when: "asked", tracks: "asked" },
  ...{ purpose: "privacy", visibility: "privacy", retentionDays: "privacy" },
  ...{ retentionFrom: "privacy", prefill: "privacy" },
};

export function aspectsOf({ field, changed }: FieldChange): Aspect[] {
  const found = new Set(
    changed.map((name): Aspect => {
      if (name === "required") return field.required ? "required" : "optional";
      return ASPECT_OF[name] ?? "limits";
    }),
  );
  return ASPECTS.filter((aspect) => found.has(aspect));
}

const namesOf = (fields: readonly Field[]) =>
  fields.slice(0, MOST).map((field) => shortened(field.label));

function shortened({ it, en }: Localised): Localised {
  const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  return { it: cut(it), en: cut(en) };
}
