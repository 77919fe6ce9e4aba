import { budgetSums } from "@/lib/calls/core/budget-sums";
import { type Answer, type Answers, readAnswer } from "@/lib/calls/core/form-answers";
import { holds } from "@/lib/calls/core/form-conditions";
import type {
  EligibilityRule,
  Field,
  FieldType,
  FormDefinition,
  Section,
} from "@/lib/calls/core/form-definition";
import { askedParts, isComposite, natureIn, type PartsAnswer } from "@/lib/calls/core/form-parts";
import type { Track } from "@/lib/calls/core/tracks";
import {
  type Asked,
  type Identifier,
  identifierAskedOf,
  LEGAL_NATURES,
  type LegalNature,
} from "@/lib/people/core/legal-nature";

/** A form as one applicant sees it now. */
export interface ReadForm {
  /** The sections with their visible fields only; those left without are left out. */
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  /** By visible field, in the one form of its type; null where there is no answer. */
  readonly read: ReadonlyMap<string, Answer | null>;
  /** The legal nature of the applicant, once it is known. */
  readonly nature: LegalNature | null;
  /** The rules by which this applicant cannot apply. */
  readonly excluded: readonly EligibilityRule[];
}

/**
 * Reads the answers in the order of the form and decides what is shown. The answer to a hidden
 * field counts as not given, so what depended on it hides too.
 */
export function readForm(definition: FormDefinition, track: Track, answers: Answers): ReadForm {
  const shown = new Map<string, Field>();
  const read = new Map<string, Answer | null>();
  let nature: LegalNature | null = track === "informalGroup" ? "informalGroup" : null;
  let natureAsked = nature !== null;
  const answerOf = (path: string) => answerAt(shown, read, path);
  const isShown = (field: Field) =>
    (!field.tracks || field.tracks.includes(track)) &&
    mayAsk(field.type, track, nature) !== "never" &&
    (!field.when || holds(field.when, answerOf));
  const show = (field: Field) => {
    const raw = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    const answer = readAnswer(field, raw);
    if (!natureAsked && (field.type === "legalNature" || field.type === "organisation")) {
      natureAsked = field.type === "legalNature";
      nature = natureOf(field, answer) ?? nature;
    }
    shown.set(field.id, field);
    read.set(field.id, withoutNeverAsked(field, answer, nature));
  };
  const sections: Section[] = [];
  for (const section of definition.sections) {
    if (section.tracks && !section.tracks.includes(track)) continue;
    if (section.when && !holds(section.when, answerOf)) continue;
    const fields = section.fields.filter((field) => {
      const visible = isShown(field);
      if (visible) show(field);
      return visible;
    });
    if (fields.length > 0) sections.push({ ...section, fields });
  }
  return {
    sections,
    fields: sections.flatMap((section) => section.fields),
    read,
    nature,
    excluded: (definition.eligibility ?? []).filter((rule) => holds(rule.when, answerOf)),
  };
}

/** The fields that this applicant sees now, in the order of the form. */
export function visibleFields(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): readonly Field[] {
  return readForm(definition, track, answers).fields;
}

/** The sections that this applicant sees now, each with its visible fields only. */
export function visibleSections(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): readonly Section[] {
  return readForm(definition, track, answers).sections;
}

/** The visible fields that must have an answer before the application can be sent. */
export function requiredIn(form: ReadForm, track: Track): readonly Field[] {
  return form.fields.filter(
    (field) => field.required && mayAsk(field.type, track, form.nature) === "asTheFormSays",
  );
}

/** What is sent, and nothing else: the answers to visible fields. Hidden ones stay in the draft. */
export function answersIn(form: ReadForm): Record<string, Answer> {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const answer = form.read.get(field.id) ?? null;
      return answer === null ? [] : [[field.id, answer] as const];
    }),
  );
}

const IDENTIFIERS: Partial<Record<FieldType, Identifier>> = {
  fiscalCodeBody: "fiscalCode",
  partitaIva: "partitaIva",
  runts: "runts",
  pec: "pec",
};

/** A rule of the domain, above any definition: nobody is asked for a code they cannot have. */
function mayAsk(type: FieldType, track: Track, nature: LegalNature | null): Asked {
  const identifier = IDENTIFIERS[type];
  if (!identifier) return "asTheFormSays";
  if (track === "citizen") return identifier === "pec" ? "optional" : "never";
  return nature === null ? "asTheFormSays" : identifierAskedOf(nature, identifier);
}

function natureOf(field: Field, answer: Answer | null): LegalNature | null {
  if (field.type === "organisation") return natureIn(field, answer as PartsAnswer | null);
  return LEGAL_NATURES.find((nature) => nature === answer) ?? null;
}

/** The same rule inside blocks and rows: what is not asked is not there. */
function withoutNeverAsked(
  field: Field,
  answer: Answer | null,
  nature: LegalNature | null,
): Answer | null {
  if (answer === null || !isComposite(field)) return answer;
  const prune = (row: PartsAnswer): PartsAnswer => {
    const asked = new Set(askedParts(field, row, nature).map((part) => part.id));
    return Object.fromEntries(Object.entries(row).filter(([id]) => asked.has(id)));
  };
  const isEmpty = (row: PartsAnswer) => Object.keys(row).length === 0;
  if (Array.isArray(answer)) {
    const rows = (answer as readonly PartsAnswer[]).map(prune).filter((row) => !isEmpty(row));
    return rows.length > 0 ? rows : null;
  }
  const block = prune(answer as PartsAnswer);
  return isEmpty(block) ? null : block;
}

function answerAt(
  shown: ReadonlyMap<string, Field>,
  read: ReadonlyMap<string, Answer | null>,
  path: string,
): unknown {
  const [id = "", part] = path.split(".");
  const field = shown.get(id);
  const answer = read.get(id) ?? null;
  if (part === undefined || field === undefined || answer === null) return answer;
  if (field.type === "budget" && part === "total") {
    return budgetSums(field, answer as readonly PartsAnswer[]).total;
  }
  const rows: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const given = rows.flatMap((row) =>
    typeof row === "object" && row !== null && Object.hasOwn(row, part)
      ? [(row as Record<string, unknown>)[part]]
      : [],
  );
  return given.length > 0 ? given : null;
}
