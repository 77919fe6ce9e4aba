import { integrationStatus } from "@/lib/applications/core/integration-rules";
import type { IntegrationState } from "@/lib/applications/core/integration-states";
import { type AnswerNames, plainAnswer, showAnswer } from "@/lib/calls/core/form-answer-words";
import { type Field, type FormDefinition, fieldsOf } from "@/lib/calls/core/form-definition";
import { isKept, type RetentionStarts } from "@/lib/calls/core/retention";
import { isLocked } from "./sheet-sections";

/** A sent application with the form that it was sent with. */
export type ExportedApplication = {
  code: string;
  applicant: string;
  track: string;
  state: string;
  registerNumber: string;
  receivedAt: string;
  late: boolean;
  definition: FormDefinition;
  snapshot: {
    answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    files?: readonly { fieldId: string; name: string }[];
  };
  starts: RetentionStarts;
  /** What the office asked to be mended, the first one first. */
  integrations: readonly ExportedIntegration[];
};

export type ExportedIntegration = {
  requestedAt: string;
  closesAt: string;
  /** When the answer arrived; null where there is none. */
  answeredAt: string | null;
  state: IntegrationState;
};

/** The names of an export in the language of its reader. */
export type ExportWords = {
  columns: Readonly<
    Record<(typeof COLUMNS)[number] | (typeof INTEGRATION_COLUMNS)[number], string>
  >;
  track: (track: string) => string;
  state: (state: string) => string;
  moment: (receivedAt: string) => string;
  late: string;
  /** What came of a request for an integration. */
  outcome: (state: IntegrationState) => string;
  /** In place of an answer whose time is over. */
  over: string;
  names: AnswerNames;
};

export const COLUMNS = [
  ...(["code", "applicant", "track", "state", "registerNumber", "receivedAt", "late"] as const),
] as const;

/** Of an export in which the office has asked for something. */
export const INTEGRATION_COLUMNS = [
  ...(["asked", "askedUntil", "answered", "integration"] as const),
] as const;

/** The questions of all forms of a call that a reader may see, those of the newest form first. */
export function exportedFields(forms: readonly FormDefinition[], office: boolean): Field[] {
  const found = new Map<string, Field>();
  for (const form of forms) {
    for (const field of fieldsOf(form)) {
      if (field.type !== "info" && !isLocked(field, office) && !found.has(field.id)) {
        found.set(field.id, field);
      }
    }
  }
  return [...found.values()];
}

/** What an export shows: the questions, to whom, and whether there is anything to say of requests. */
export type Shown = { fields: readonly Field[]; office: boolean; integrations: boolean };

export function headOf({ fields, integrations }: Shown, words: ExportWords): string[] {
  return [
    ...COLUMNS.map((column) => words.columns[column]),
    ...(integrations ? INTEGRATION_COLUMNS.map((column) => words.columns[column]) : []),
    ...fields.map((field) => field.label[words.names.locale]),
  ];
}

/** One application as a row: each answer by the question of its own form, none that is not kept. */
export function rowOf(
  one: ExportedApplication,
  { fields, office, integrations }: Shown,
  words: ExportWords,
  now: Date,
): string[] {
  const own = new Map(fieldsOf(one.definition).map((field) => [field.id, field]));
  const answers: Record<string, unknown> = Object.assign(
    {},
    ...Object.values(one.snapshot.answers ?? {}),
  );
  const cell = ({ id }: Field): string => {
    const field = own.get(id);
    // Who reads is judged by the form that was answered, too.
    if (!field || isLocked(field, office)) return "";
    const text =
      field.type === "file"
        ? (one.snapshot.files ?? [])
            .filter((file) => file.fieldId === id)
            .map((file) => file.name)
            .join("; ")
        : plainAnswer(showAnswer(field, answers[id], words.names));
    return text !== "" && !isKept(field, one.starts, now) ? words.over : text;
  };
  return [
    one.code,
    one.applicant,
    words.track(one.track),
    words.state(one.state),
    one.registerNumber,
    words.moment(one.receivedAt),
    one.late ? words.late : "",
    ...(integrations ? integrationCells(one.integrations, words, now) : []),
    ...fields.map(cell),
  ];
}

/** All requests of an application in one cell each, in the same order: most have one. */
function integrationCells(
  asked: readonly ExportedIntegration[],
  { moment, outcome }: ExportWords,
  now: Date,
): string[] {
  const none = asked.length > 1 ? "–" : "";
  const each = (show: (one: ExportedIntegration) => string) => asked.map(show).join("; ");
  return [
    each(({ requestedAt }) => moment(requestedAt)),
    each(({ closesAt }) => moment(closesAt)),
    each(({ answeredAt }) => (answeredAt === null ? none : moment(answeredAt))),
    each(({ state, closesAt }) =>
      outcome(integrationStatus({ state, closesAt: new Date(closesAt) }, now)),
    ),
  ];
}
