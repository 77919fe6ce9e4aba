import type {
  EligibilityRule,
  Field,
  FormDefinition,
  Section,
} from "@/lib/calls/core/form-definition";
import { fieldsOf } from "@/lib/calls/core/form-definition";

/** The part of a form that one edits: a question, a section, or a rule about who may apply. */
export type FormPart =
  | { readonly kind: "field"; readonly value: Field }
  | { readonly kind: "section"; readonly value: Section }
  | { readonly kind: "rule"; readonly value: EligibilityRule };

/** Every id in use: sections, questions and rules share one space. */
export function idsOf(definition: FormDefinition): ReadonlySet<string> {
  const all = [definition.sections, fieldsOf(definition), definition.eligibility ?? []];
  return new Set(all.flatMap((parts) => parts.map((part) => part.id)));
}

export function partOf(definition: FormDefinition, id: string): FormPart | undefined {
  const section = definition.sections.find((one) => one.id === id);
  if (section) return { kind: "section", value: section };
  const field = fieldsOf(definition).find((one) => one.id === id);
  if (field) return { kind: "field", value: field };
  const rule = definition.eligibility?.find((one) => one.id === id);
  return rule && { kind: "rule", value: rule };
}

/** The form with one part put in place of that with its id; the fields of a section stay. */
export function withPart(definition: FormDefinition, part: FormPart): FormDefinition {
  const { id } = part.value;
  switch (part.kind) {
    case "section": {
      const { fields: _, ...section } = part.value;
      return eachSection(definition, (one) =>
        one.id === id ? { ...section, fields: one.fields } : one,
      );
    }
    case "field":
      return eachField(definition, (fields) =>
        fields.map((one) => (one.id === id ? part.value : one)),
      );
    case "rule":
      return withRules(definition, (rules) =>
        rules.map((one) => (one.id === id ? part.value : one)),
      );
  }
}

/** The form with a part added: a question at the end of a section, or after a given question. */
export function withNew(definition: FormDefinition, part: FormPart, where: string): FormDefinition {
  switch (part.kind) {
    case "section":
      return { ...definition, sections: [...definition.sections, part.value] };
    case "rule":
      return withRules(definition, (rules) => [...rules, part.value]);
    case "field":
      return eachSection(definition, (section) => {
        if (section.id === where) return { ...section, fields: [...section.fields, part.value] };
        const fields = section.fields.flatMap((one) =>
          one.id === where ? [one, part.value] : [one],
        );
        return { ...section, fields };
      });
  }
}

/** The form without a part; a section takes its questions with it. */
export function withoutPart(definition: FormDefinition, id: string): FormDefinition {
  const keeps = (one: { readonly id: string }) => one.id !== id;
  const sections = definition.sections
    .filter(keeps)
    .map((section) => ({ ...section, fields: section.fields.filter(keeps) }));
  return withRules({ ...definition, sections }, (rules) => rules.filter(keeps));
}

/**
 * The form with a part one place up or down. A question at the edge of its section goes into the
 * next one; at the edge of the form nothing moves. No part is ever lost or doubled.
 */
export function moved(definition: FormDefinition, id: string, by: 1 | -1): FormDefinition {
  const sections = swapped(definition.sections, id, by);
  if (sections !== definition.sections) return { ...definition, sections };
  const rules = swapped(definition.eligibility ?? [], id, by);
  if (rules !== definition.eligibility && rules.some((rule) => rule.id === id)) {
    return { ...definition, eligibility: rules };
  }
  const at = definition.sections.findIndex((one) => one.fields.some((field) => field.id === id));
  const section = definition.sections[at];
  if (!section) return definition;
  const fields = swapped(section.fields, id, by);
  if (fields !== section.fields) {
    return eachSection(definition, (one) => (one === section ? { ...one, fields } : one));
  }
  const next = definition.sections[at + by];
  const field = section.fields.find((one) => one.id === id);
  if (!next || !field) return definition;
  const joined = by > 0 ? [field, ...next.fields] : [...next.fields, field];
  return eachSection(definition, (one) => {
    if (one === section) return { ...one, fields: one.fields.filter((other) => other !== field) };
    return one === next ? { ...one, fields: joined } : one;
  });
}

/** The same list where nothing can move. */
function swapped<T extends { readonly id: string }>(
  parts: readonly T[],
  id: string,
  by: 1 | -1,
): readonly T[] {
  const at = parts.findIndex((one) => one.id === id);
  const [here, there] = [parts[at], parts[at + by]];
  if (!here || !there) return parts;
  return parts.map((one) => (one === here ? there : one === there ? here : one));
}

function eachSection(
  definition: FormDefinition,
  change: (section: Section) => Section,
): FormDefinition {
  return { ...definition, sections: definition.sections.map(change) };
}

function eachField(
  definition: FormDefinition,
  change: (fields: readonly Field[]) => readonly Field[],
): FormDefinition {
  return eachSection(definition, (section) => ({ ...section, fields: change(section.fields) }));
}

function withRules(
  definition: FormDefinition,
  change: (rules: readonly EligibilityRule[]) => readonly EligibilityRule[],
): FormDefinition {
  const { eligibility = [], ...rest } = definition;
  const rules = change(eligibility);
  return rules.length > 0 ? { ...rest, eligibility: rules } : rest;
}
