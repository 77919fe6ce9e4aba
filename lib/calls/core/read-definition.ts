import { FORM_VERSION, type FormDefinition } from "@/lib/calls/core/form-definition";
import { type DefinitionProblem, problem } from "@/lib/calls/core/form-problems";
import {
  COMPARISON_SHAPES,
  RULE_SHAPE,
  SECTION_SHAPE,
  type Shape,
  shapeOfField,
} from "@/lib/calls/core/form-shapes";

export type DefinitionReading =
  | { readonly ok: true; readonly definition: FormDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

export const FORM_LIMITS = { sections: 60, fields: 500, rules: 50, depth: 6 } as const;
const MOST_PROBLEMS = 40;

/**
 * Whether a value from outside is a form at all, and where it is not. It is taken as it is or not
 * taken: a property nobody knows is named, never dropped. Never throws, whatever the value.
 * `checkDefinition` then says whether the form makes sense.
 */
export function readDefinition(value: unknown): DefinitionReading {
  const problems = problemsIn(value);
  return problems.length === 0
    ? { ok: true, definition: value as FormDefinition }
    : { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function problemsIn(value: unknown): DefinitionProblem[] {
  if (!isRecord(value) || !("version" in value)) return [problem("not_a_form", null)];
  if (value.version !== FORM_VERSION) {
    return [problem("other_version", null, short(value.version))];
  }
  const { sections, eligibility = [], version: _, ...strange } = value;
  if (!Array.isArray(sections) || !Array.isArray(eligibility)) return [problem("not_a_form", null)];
  const fields = sections.flatMap((one) => (isRecord(one) ? one.fields : []));
  const many =
    sections.length > FORM_LIMITS.sections
      ? "sections"
      : fields.length > FORM_LIMITS.fields
        ? "fields"
        : eligibility.length > FORM_LIMITS.rules
          ? "eligibility"
          : undefined;
  if (many) return [problem("too_many", null, many)];
  return [
    ...Object.keys(strange).map((name) => problem("unknown_property", null, short(name))),
    ...sections.flatMap((section, at) => [
      ...shapeProblems(section, SECTION_SHAPE, nameOf(section, `${at + 1}`)),
      ...fieldsOfSection(section).flatMap((field, index) =>
        fieldShape(field, `${at + 1}.${index + 1}`),
      ),
    ]),
    ...eligibility.flatMap((rule, at) =>
      shapeProblems(rule, RULE_SHAPE, nameOf(rule, `e${at + 1}`)),
    ),
  ];
}

function fieldsOfSection(section: unknown): readonly unknown[] {
  return isRecord(section) && Array.isArray(section.fields) ? section.fields : [];
}

function fieldShape(field: unknown, place: string): DefinitionProblem[] {
  const at = nameOf(field, place);
  const type = isRecord(field) ? field.type : undefined;
  const shape = shapeOfField(type);
  return shape ? shapeProblems(field, shape, at) : [problem("unknown_type", at, short(type))];
}

/** `path` names the property inside what `at` names. */
function shapeProblems(value: unknown, shape: Shape, at: string, path = ""): DefinitionProblem[] {
  switch (shape.kind) {
    case "is":
      return shape.fits(value) ? [] : [problem("wrong_value", at, path || short(value))];
    case "list": {
      if (!Array.isArray(value)) return [problem("wrong_value", at, path)];
      if (value.length > shape.most) return [problem("too_many", at, path)];
      return value.flatMap((one, index) =>
        shapeProblems(one, shape.of, at, `${path}.${index + 1}`),
      );
    }
    case "condition":
      return conditionShape(value, at, path, 1);
    case "object":
      return objectProblems(value, shape.of, at, path);
  }
}

function objectProblems(
  value: unknown,
  of: Readonly<Record<string, Shape>>,
  at: string,
  path: string,
): DefinitionProblem[] {
  if (!isRecord(value)) return [problem("wrong_value", at, path || short(value))];
  const within = (name: string) => (path ? `${path}.${name}` : name);
  const strange = Object.keys(value).filter(
    (name) => !Object.hasOwn(of, name) && !Object.hasOwn(of, `${name}?`),
  );
  return [
    ...strange.map((name) => problem("unknown_property", at, within(short(name)))),
    ...Object.entries(of).flatMap(([key, shape]) => {
      const name = key.replace(/\?$/, "");
      if (Object.hasOwn(value, name)) return shapeProblems(value[name], shape, at, within(name));
      return key === name ? [problem("missing_property", at, within(name))] : [];
    }),
  ];
}

function conditionShape(
  value: unknown,
  at: string,
  path: string,
  depth: number,
): DefinitionProblem[] {
  if (depth > FORM_LIMITS.depth) return [problem("too_deep", at, path)];
  if (!isRecord(value)) return [problem("wrong_value", at, path)];
  const { op } = value;
  if (op === "and" || op === "or") {
    const { rules } = value;
    if (!Array.isArray(rules)) return [problem("missing_property", at, `${path}.rules`)];
    if (rules.length > FORM_LIMITS.rules) return [problem("too_many", at, `${path}.rules`)];
    const strange = Object.keys(value).filter((name) => name !== "op" && name !== "rules");
    return [
      ...strange.map((name) => problem("unknown_property", at, `${path}.${short(name)}`)),
      ...rules.flatMap((rule, index) =>
        conditionShape(rule, at, `${path}.${index + 1}`, depth + 1),
      ),
    ];
  }
  const shape = typeof op === "string" && Object.hasOwn(COMPARISON_SHAPES, op);
  const known = shape ? COMPARISON_SHAPES[op] : undefined;
  return known ? shapeProblems(value, known, at, path) : [problem("wrong_value", at, `${path}.op`)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id if there is one, else the place: "2.3" is the third field of the second section. */
function nameOf(value: unknown, place: string): string {
  const id = isRecord(value) ? value.id : undefined;
  return typeof id === "string" && id !== "" ? short(id) : place;
}

function short(value: unknown): string {
  const words = typeof value === "string" ? value : typeof value;
  const told = typeof value === "number" || typeof value === "boolean" ? String(value) : words;
  return told.length > 60 ? `${told.slice(0, 60)}…` : told;
}
