import { type Answer, type Answers, readAnswer } from "@/lib/calls/core/form-answers";
import { type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { visibleFields } from "@/lib/calls/core/form-visibility";
import { type Assessment, assessAnswers, type ToAssess } from "./assess-answers";
import { dependentsOf, type IntegrationItem, integrationForm, pathOf } from "./integration-items";
import type { StoredAnswers } from "./merge-answers";
import type { ApplicationTrack } from "./tracks";

/** Answers by section and field, as a snapshot keeps them. */
export type SentAnswers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type Asked = {
  /** As it was frozen when the application was sent. */
  definition: FormDefinition;
  track: ApplicationTrack;
  items: readonly IntegrationItem[];
  sent: SentAnswers;
};

/** What may be written for a request, and what the page shows of it. */
export type OpenQuestions = {
  /** The form with the opened rows as questions of their own. */
  form: FormDefinition;
  /** Opened by the office, and those that only a new answer to them brings up. */
  open: ReadonlySet<string>;
  /** All that was sent, by question, with the opened rows under their own names. */
  values: Record<string, unknown>;
};

/**
 * The questions of a request. Besides those that the office named, only such are open that were not
 * asked before and depend on a named one: all else stays as it was sent.
 */
export function openQuestions({ definition, track, items, sent }: Asked): OpenQuestions {
  const form = integrationForm(definition, items);
  const flat: Record<string, unknown> = Object.assign({}, ...Object.values(sent));
  const asked = new Set(visibleFields(definition, track, flat).map((field) => field.id));
  const named = new Set(items.map((item) => item.field));
  const fresh = [...dependentsOf(definition, named)].filter((id) => !asked.has(id));
  const rows = items.flatMap((item) =>
    item.row === null ? [] : [[pathOf(item), [rowsIn(flat[item.field])[item.row]]] as const],
  );
  return {
    form,
    open: new Set([...items.map(pathOf), ...fresh]),
    values: { ...flat, ...Object.fromEntries(rows) },
  };
}

/** The open questions alone, and what stands in them: as it was sent until it is written anew. */
export function prepared(
  { form, open, values }: OpenQuestions,
  written: Readonly<Record<string, StoredAnswers>>,
): { definition: FormDefinition; sections: Record<string, StoredAnswers> } {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => open.has(field.id)),
  }));
  return {
    definition: { ...form, sections },
    sections: Object.fromEntries(
      sections.map(({ id, fields }) => {
        const sent = fields.flatMap((field) =>
          field.id in values ? [[field.id, values[field.id]] as const] : [],
        );
        const { answers, changes = {}, revision = 0 } = written[id] ?? {};
        return [id, { answers: { ...Object.fromEntries(sent), ...answers }, changes, revision }];
      }),
    ),
  };
}

type Judged = Asked & {
  /** What was written for the request, by question; what is not there is as it was sent. */
  given: Answers;
  /** Ids of the files that the answer consists of, by question. */
  files: Readonly<Record<string, readonly string[]>>;
} & Pick<ToAssess, "municipalities" | "zoneMunicipalities">;

export type Integrated = {
  /** Everything, for the snapshot: what was asked about as it is now, the rest as it was sent. */
  answers: Record<string, Record<string, unknown>>;
  /** What is missing or wrong in open questions; the rest is not judged again. */
  errors: Record<string, FieldError>;
  assessment: Assessment;
  questions: OpenQuestions;
};

/** Puts an answer together with what was sent. No other question can change by it. */
export function integrate(judged: Judged): Integrated {
  const { definition, track, items, sent, given, files, ...places } = judged;
  const questions = openQuestions(judged);
  const { form, open, values } = questions;
  const written = Object.fromEntries(Object.entries(given).filter(([path]) => open.has(path)));
  const merged = { ...values, ...written };
  for (const [field, ids] of Object.entries(files)) if (open.has(field)) merged[field] = ids;
  for (const [field, rows] of rowsRewritten(items, values, merged)) merged[field] = rows;
  const assessment = assessAnswers({ definition: form, track, answers: merged, ...places });
  return {
    answers: answersAfter({ definition, items, sent, merged }, assessment),
    errors: Object.fromEntries(
      Object.entries(assessment.errors).filter(([path]) => open.has(path)),
    ),
    assessment,
    questions,
  };
}

/** Questions of which single rows were opened, with those rows as they are now. */
function rowsRewritten(
  items: readonly IntegrationItem[],
  values: Readonly<Record<string, unknown>>,
  merged: Readonly<Record<string, unknown>>,
): [string, unknown[]][] {
  const whole = new Set(items.filter((item) => item.row === null).map((item) => item.field));
  const fields = new Set(items.filter((item) => item.row !== null).map((item) => item.field));
  return [...fields]
    .filter((field) => !whole.has(field))
    .map((field) => {
      const rows = rowsIn(values[field]).map((row, at) => {
        const path = pathOf({ field, row: at });
        return Object.hasOwn(merged, path) ? (rowsIn(merged[path])[0] ?? row) : row;
      });
      return [field, rows];
    });
}

function rowsIn(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer : [];
}

type After = Pick<Asked, "definition" | "items" | "sent"> & { merged: Answers };

/**
 * What depends on an opened question is kept, asked or dropped with it, as in a first sending; every
 * other answer is taken over untouched.
 */
function answersAfter({ definition, items, sent, merged }: After, { flat }: Assessment) {
  const named = new Set(items.map((item) => item.field));
  const touched = new Set([...named, ...dependentsOf(definition, named)]);
  const after: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(sent).map(([section, answers]) => [section, { ...answers }]),
  );
  const place = (section: string, field: string, answer: Answer | null | undefined) => {
    if (answer !== null && answer !== undefined) {
      after[section] = { ...after[section], [field]: answer };
    } else if (after[section]) delete after[section][field];
  };
  for (const section of definition.sections) {
    for (const field of section.fields) {
      if (!touched.has(field.id)) continue;
      const inRows = items.some((item) => item.field === field.id && item.row !== null);
      place(section.id, field.id, inRows ? readAnswer(field, merged[field.id]) : flat[field.id]);
    }
  }
  return after;
}

/** The fields whose answers differ between two sendings, in the order of the form. */
export function changedFields(definition: FormDefinition, from: SentAnswers, to: SentAnswers) {
  const flat = (answers: SentAnswers): Record<string, unknown> =>
    Object.assign({}, ...Object.values(answers));
  const [before, after] = [flat(from), flat(to)];
  return fieldsOf(definition).filter(
    (field) => JSON.stringify(before[field.id]) !== JSON.stringify(after[field.id]),
  );
}
