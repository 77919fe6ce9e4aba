"use client";
import { Fragment, type ReactNode } from "react";
import type { UnfinishedUpload } from "@/lib/applications/queries/own-uploads";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { type ReadForm, requiredIn } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";
import { AnswerField, type ShownFile } from "./answer-field";
import { useErrorWords } from "./error-words";
import type { PageFacts } from "./page-memory";
import type { Places } from "./single-answer";

type Props = {
  /** The form as it is read now; only the sections of this page are drawn. */
  form: ReadForm;
  sections: ReadForm["sections"];
  track: Track;
  shown: Readonly<Record<string, unknown>>;
  facts: PageFacts;
  errorOf: (id: string) => FieldError | undefined;
  applicationId: string;
  locale: "it" | "en";
  files: readonly ShownFile[];
  uploads: readonly UnfinishedUpload[];
  places: Places;
  rows: { field: string; count: number } | undefined;
  /** Changes when the server has judged the page: rows are then drawn as they are stored. */
  round: number;
  /** Said before a question, by its name. */
  notes?: Readonly<Record<string, ReactNode>>;
};

/** The sections of a page with their questions. */
export function StepSections(props: Props) {
  const { form, sections, track, shown, facts, locale, rows, round, errorOf } = props;
  const { notes = {}, applicationId, files, uploads, places } = props;
  const words = useErrorWords();
  const required = new Set(requiredIn(form, track).map((field) => field.id));
  return sections.map((section) => (
    <section className="ct-block" key={section.id} aria-labelledby={`s-${section.id}`}>
      <input type="hidden" name={`_rev.${section.id}`} value={facts.revisions[section.id] ?? 0} />
      <h2 id={`s-${section.id}`}>{section.title[locale]}</h2>
      {section.intro && <p className="ct-muted">{section.intro[locale]}</p>}
      {section.fields.map((field) => {
        const error = errorOf(field.id);
        const inRows = field.type === "group" || field.type === "budget";
        return (
          <Fragment key={inRows ? `${field.id}-${round}` : field.id}>
            {notes[field.id]}
            <AnswerField
              field={field}
              value={shown[field.id]}
              label={field.label[locale]}
              hint={field.hint?.[locale]}
              error={words(error)}
              optional={!required.has(field.id) && field.type !== "info"}
              locale={locale}
              nature={form.nature}
              partErrors={inWords(error, words)}
              was={facts.was[field.id]}
              rows={rows?.field === field.id ? rows.count : undefined}
              {...{ applicationId, files, uploads, places }}
            />
          </Fragment>
        );
      })}
    </section>
  ));
}

function inWords(
  error: FieldError | undefined,
  words: ReturnType<typeof useErrorWords>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error?.parts ?? {}).map(([path, one]) => [path, words(one) ?? ""]),
  );
}
