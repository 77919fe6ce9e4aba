import { type Answer, type Answers, readAnswer } from "@/lib/calls/core/form-answers";
import { holds } from "@/lib/calls/core/form-conditions";
import {
  type Field,
  type FieldType,
  type FormDefinition,
  fieldsOf,
  type Section,
} from "@/lib/calls/core/form-definition";
import type { Track } from "@/lib/calls/core/tracks";
import {
  type Asked,
  type Identifier,
  identifierAskedOf,
  LEGAL_NATURES,
  type LegalNature,
} from "@/lib/people/core/legal-nature";

/** The fields that this applicant sees now, in the order of the form. */
export function visibleFields(definition: FormDefinition, track: Track, answers: Answers): Field[] {
  return visibleSections(definition, track, answers).flatMap((section) => section.fields);
}

/**
 * The sections that this applicant sees now, each with its visible fields only. Sections left
 * without fields are left out. The answer to a hidden field counts as not given, so what depended
 * on it hides too.
 */
export function visibleSections(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): Section[] {
  const shown = new Map<string, Answer | null>();
  const nature = () => legalNatureIn(definition, track, shown);
  return definition.sections
    .filter((section) => !section.tracks || section.tracks.includes(track))
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => {
        const visible =
          (!field.tracks || field.tracks.includes(track)) &&
          mayAsk(field.type, track, nature()) !== "never" &&
          (!field.when || holds(field.when, (id) => shown.get(id) ?? null));
        if (visible) shown.set(field.id, readAnswer(field, answers[field.id]));
        return visible;
      }),
    }))
    .filter((section) => section.fields.length > 0);
}

/** The visible fields that must have an answer before the application can be sent. */
export function requiredFields(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): Field[] {
  const visible = visibleFields(definition, track, answers);
  const read = new Map(visible.map((field) => [field.id, readAnswer(field, answers[field.id])]));
  const nature = legalNatureIn(definition, track, read);
  return visible.filter(
    (field) => field.required && mayAsk(field.type, track, nature) === "asTheFormSays",
  );
}

/** What is sent, and nothing else: the answers to visible fields. Hidden ones stay in the draft. */
export function answersToSend(
  definition: FormDefinition,
  track: Track,
  answers: Answers,
): Record<string, Answer> {
  return Object.fromEntries(
    visibleFields(definition, track, answers).flatMap((field) => {
      const answer = readAnswer(field, answers[field.id]);
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

function legalNatureIn(
  definition: FormDefinition,
  track: Track,
  read: ReadonlyMap<string, Answer | null>,
): LegalNature | null {
  if (track === "informalGroup") return "informalGroup";
  const field = fieldsOf(definition).find((one) => one.type === "legalNature" && read.has(one.id));
  const answer = field && read.get(field.id);
  return LEGAL_NATURES.find((nature) => nature === answer) ?? null;
}
