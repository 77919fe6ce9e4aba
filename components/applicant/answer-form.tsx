"use client";
import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { RestoredProvider } from "@/components/forms/use-unsent";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type ActionState, idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { StepResult } from "@/lib/applications/commands/save-step";
import type { UnfinishedUpload } from "@/lib/applications/queries/own-uploads";
import type { FormDefinition, Step } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { errorsIn } from "@/lib/calls/core/form-validation";
import { type ReadForm, readForm } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import type { ShownFile } from "./answer-field";
import { ElsewhereNotice } from "./elsewhere-notice";
import { useErrorWords } from "./error-words";
import { ExcludedNotice } from "./excluded-notice";
import type { PageFacts } from "./page-memory";
import { RectifiedNotice } from "./rectified-notice";
import { refusalWords } from "./refusal-words";
import { useIndexed } from "./section-index";
import type { Places } from "./single-answer";
import { errorLines } from "./step-errors";
import { StepSections } from "./step-sections";
import { useAnswers } from "./use-answers";
import { useStepAutosave } from "./use-step-autosave";

/** Which questions of the form stand on a page: those of a step, or some by name. */
export type Showing = { step: Step } | { fields: readonly string[] };

export type AnswerFormProps = {
  applicationId: string;
  /** The page, as its address and its form name it. */
  step: string;
  showing: Showing;
  /** Its address. */
  here: string;
  track: Track;
  /** `Asked` as JSON: React takes a text at once, and a long form value by value. */
  asked: string;
  values: Record<string, unknown>;
  /** What this opening of the page has read. */
  facts: PageFacts;
  /** Shown after somebody tried to go on. */
  errors: Record<string, FieldError>;
  files: ShownFile[];
  uploads: readonly UnfinishedUpload[];
  /** A repeated question of which so many rows are shown, where no script adds one. */
  rows: { field: string; count: number } | undefined;
  locale: "it" | "en";
  /** A refusal of an upload, by its code. */
  refusal: string | undefined;
  action: Action;
  /** Said before a question, by its name. */
  notes?: Readonly<Record<string, ReactNode>>;
  /** What follows the questions: the buttons. */
  children: ReactNode;
};

/** The form, and the places that it offers. */
export type Asked = { definition: FormDefinition; places: Places };

/** Questions of the form of any call. It works without scripts; with them it saves itself. */
export function AnswerForm({ asked, ...given }: AnswerFormProps) {
  const read = useMemo(() => JSON.parse(asked) as Asked, [asked]);
  return <AskedForm {...given} {...read} />;
}

function AskedForm(props: Omit<AnswerFormProps, "asked"> & Asked) {
  const { applicationId, step, track, definition, values, locale, action } = props;
  const here = addressIn(locale, props.here);
  const t = useTranslations("applications");
  const words = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const [state, submit] = useActionState(action, idle);
  const { written, readPage, leave, errorOf: typedError, wasLeft } = useAnswers({ form, ...props });
  const saver = useStepAutosave({ form, ...props });
  const { memory, signedOut, learn } = saver;
  useEffect(() => {
    const result = resultOf(state);
    if (result) learn(result);
  }, [state, learn]);

  const read = readForm(definition, track, written);
  const sections = sectionsShown(read, props.showing);
  useIndexed(sections.map(({ id, title }) => ({ id, title: title[locale] })));
  const errorOf = (id: string) => (wasLeft(id) ? typedError(id) : props.errors[id]);
  const { round, sent } = useRounds(props.errors);
  // React empties a form after its action; what is typed meanwhile, or was in conflict, must stay.
  const send = (event: FormEvent<HTMLFormElement>) => {
    const page = event.currentTarget;
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (button?.hasAttribute("formaction")) return;
    event.preventDefault();
    startTransition(async () => {
      // What is not stored keeps the page: the line of saving, or the notice, says why.
      if (!(await saver.flush())) return;
      sent();
      const posted = new FormData(page, button);
      memory.stampNext(posted);
      startTransition(() => submit(posted));
    });
  };
  const changed = () => {
    readPage();
    saver.schedule();
  };
  const summary = errorLines(
    sections.flatMap((section) => section.fields),
    props.errors,
    locale,
    words,
  );
  const excluded = Object.values(errorsIn(read, track, { mode: "draft" }))
    .filter((error) => error.code === "notEligible")
    .map((error) => words(error) ?? "");
  const told = saver.saved ?? resultOf(state);
  const conflicts = told?.conflicts ?? [];
  // Without scripts the form is drawn again: what was sent stands in it, beside what is stored.
  const shown = {
    ...values,
    ...Object.fromEntries(conflicts.map((one) => [one.fieldId, one.sent])),
  };

  return (
    <>
      <ErrorSummary errors={summary} text={t("errorsText")} />
      {props.refusal && <Callout tone="cotto">{refusalWords(t, props.refusal)}</Callout>}
      {state.status === "failed" && (
        <Callout tone="cotto">{refusalWords(t, state.reason ?? state.code)}</Callout>
      )}
      {saver.closed && <Callout tone="cotto">{refusalWords(t, saver.closed)}</Callout>}
      {signedOut && (
        <Callout tone="cotto">
          {t("save.signedOutText")}{" "}
          <a href={addressIn(locale, routes.signIn(here))} target="_blank" rel="noreferrer">
            {t("save.signInAgain")}
          </a>
        </Callout>
      )}
      {told && told.form !== props.facts.form && <RectifiedNotice here={here} />}
      <form
        id="candidatura"
        ref={form}
        action={submit}
        noValidate
        onSubmit={send}
        onInput={changed}
        onBlur={leave}
      >
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="_page" value={`${props.facts.page}.0`} />
        <ElsewhereNotice
          conflicts={conflicts}
          news={told?.news ?? []}
          sections={sections}
          places={props.places}
          locale={locale}
          here={here}
          keepOwn={saver.keepOwn}
          takeStored={saver.takeStored}
        />
        <RestoredProvider value={saver.restored}>
          <StepSections
            form={read}
            sections={sections}
            track={track}
            shown={shown}
            facts={props.facts}
            errorOf={errorOf}
            applicationId={applicationId}
            locale={locale}
            files={props.files}
            uploads={props.uploads}
            places={props.places}
            rows={props.rows}
            round={round}
            {...(props.notes && { notes: props.notes })}
          />
        </RestoredProvider>
        <ExcludedNotice reasons={excluded} />
        {props.children}
      </form>
      <noscript>
        <p>
          <ButtonLink href={here} look="link">
            {t("readAgain")}
          </ButtonLink>
        </p>
      </noscript>
    </>
  );
}

function sectionsShown(read: ReadForm, showing: Showing): ReadForm["sections"] {
  if ("step" in showing) return read.sections.filter((section) => section.step === showing.step);
  return read.sections
    .map((section) => {
      const fields = section.fields.filter((field) => showing.fields.includes(field.id));
      return { ...section, fields };
    })
    .filter((section) => section.fields.length > 0);
}

/** Counts how often the server has judged the page after it was sent: all typed is stored then. */
function useRounds(judged: unknown): { round: number; sent: () => void } {
  const [seen, setSeen] = useState({ judged, round: 0, sent: false });
  if (seen.judged !== judged) {
    setSeen({ judged, round: seen.sent ? seen.round + 1 : seen.round, sent: false });
  }
  return { round: seen.round, sent: () => setSeen((before) => ({ ...before, sent: true })) };
}

function resultOf(state: ActionState): StepResult | undefined {
  return state.status === "done" ? (state.result as StepResult) : undefined;
}
