import { conditionFromEntries, type Posted } from "@/lib/calls/core/condition-entries";
import { targetsFor } from "@/lib/calls/core/condition-targets";
import {
  type EntryErrors,
  fieldFromEntries,
  readerOf,
  ruleFromEntries,
  sectionFromEntries,
} from "@/lib/calls/core/field-entries";
import type { FieldType, FormDefinition, Localised } from "@/lib/calls/core/form-definition";
import {
  type FormPart,
  idsOf,
  moved,
  partOf,
  withNew,
  withoutPart,
  withPart,
} from "@/lib/calls/core/form-editing";
import { freeId, newField } from "@/lib/calls/core/new-field";

/** One step of an author. `at` is the part that is edited; `posted` what its page holds. */
export type FormEdit =
  | { readonly do: "save"; readonly at: string; readonly posted: Posted; readonly step: string }
  | { readonly do: "up" | "down" | "remove" | "copy"; readonly at: string }
  | {
      readonly do: "add";
      readonly what: FieldType | "section" | "rule";
      readonly label: string;
      /** The section, or the question after which it stands. */
      readonly where: string;
    };

export type EditResult = {
  readonly definition: FormDefinition;
  /** The part to show next; null when it is gone. */
  readonly at: string | null;
  readonly errors: EntryErrors;
};

/** The form after one step. A part that is not there any more changes nothing. */
export function applyEdit(definition: FormDefinition, edit: FormEdit): EditResult {
  if (edit.do === "add") return added(definition, edit.what, edit.label, edit.where);
  const part = partOf(definition, edit.at);
  return part ? changed(definition, part, edit) : result(definition, null);
}

function changed(
  definition: FormDefinition,
  part: FormPart,
  edit: Exclude<FormEdit, { readonly do: "add" }>,
): EditResult {
  switch (edit.do) {
    case "save":
      return saved(definition, part, edit.posted, edit.step);
    case "up":
    case "down":
      return result(moved(definition, edit.at, edit.do === "up" ? -1 : 1), edit.at);
    case "remove":
      return result(withoutPart(definition, edit.at), null);
    case "copy": {
      if (part.kind !== "field") return result(definition, edit.at);
      const id = freeId(part.value.label.it, idsOf(definition));
      const copy: FormPart = { kind: "field", value: { ...part.value, id } };
      return result(withNew(definition, copy, edit.at), id);
    }
  }
}

function saved(
  definition: FormDefinition,
  part: FormPart,
  posted: Posted,
  step: string,
): EditResult {
  const reader = readerOf(posted);
  const { id } = part.value;
  const when = conditionFromEntries(posted, targetsFor(definition, id), step);
  const condition = when && { when };
  const next = ((): FormPart => {
    switch (part.kind) {
      case "field":
        return { kind: "field", value: { ...fieldFromEntries(part.value, reader), ...condition } };
      case "section":
        return {
          kind: "section",
          value: { ...sectionFromEntries(part.value, reader), ...condition },
        };
      case "rule":
        return { kind: "rule", value: { ...ruleFromEntries(part.value, reader), ...condition } };
    }
  })();
  return { definition: withPart(definition, next), at: id, errors: reader.errors };
}

function added(
  definition: FormDefinition,
  what: FieldType | "section" | "rule",
  words: string,
  where: string,
): EditResult {
  const id = freeId(words, idsOf(definition));
  const label: Localised = { it: words, en: words };
  const [first] = targetsFor(definition, id);
  if (what === "rule") {
    if (!first) return result(definition, null);
    const when = conditionFromEntries({ "c.mode": ["when"] }, [first]);
    if (!when) return result(definition, null);
    return result(
      withNew(definition, { kind: "rule", value: { id, when, message: label } }, where),
      id,
    );
  }
  const part: FormPart =
    what === "section"
      ? { kind: "section", value: { id, step: "specific", title: label, fields: [] } }
      : { kind: "field", value: newField(what, id, label) };
  return result(withNew(definition, part, where), id);
}

function result(definition: FormDefinition, at: string | null): EditResult {
  return { definition, at, errors: {} };
}
