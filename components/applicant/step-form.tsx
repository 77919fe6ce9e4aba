"use client";
import { useTranslations } from "next-intl";
import {
  type FormEvent,
  startTransition,
  useActionState,
  useCallback,
  useRef,
  useState,
} from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { BottomBar } from "@/components/ui/steps";
import { type ActionState, idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { StepResult } from "@/lib/applications/commands/save-step";
import { FORM_STEPS, type FormStep } from "@/lib/applications/core/steps";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { errorsIn } from "@/lib/calls/core/form-validation";
import { readForm } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";
import { routes } from "@/lib/routes";
import type { ShownFile } from "./answer-field";
import { ConflictNotice } from "./conflict-notice";
import { useErrorWords } from "./error-words";
import { ExcludedNotice } from "./excluded-notice";
import { refusalWords } from "./refusal-words";
import { useIndexed } from "./section-index";
import type { Places } from "./single-answer";
import { errorLines } from "./step-errors";
import { StepSections } from "./step-sections";
import { useAnswers } from "./use-answers";
import { useStepAutosave } from "./use-step-autosave";

export type StepFormProps = {
  applicationId: string;
  step: FormStep;
  track: Track;
  definition: FormDefinition;
  values: Record<string, unknown>;
  revisions: Record<string, number>;
  /** Shown after somebody tried to go on. */
  errors: Record<string, FieldError>;
  files: ShownFile[];
  places: Places;
  /** A repeated question of which so many rows are shown, where no script adds one. */
  rows: { field: string; count: number } | undefined;
  locale: "it" | "en";
  /** A refusal of an upload, by its code. */
  refusal: string | undefined;
  action: Action;
};

/** A page of the form of any call. It works without scripts; with them it saves itself. */
export function StepForm(props: StepFormProps) {
  const { applicationId, step, track, definition, values, locale, action } = props;
  const t = useTranslations("applications");
  const words = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const [state, submit] = useActionState(action, idle);
  const [revisions, setRevisions] = useState(props.revisions);
  const { written, readPage, leave, errorOf: typedError, wasLeft } = useAnswers({ form, ...props });
  const [saved, setSaved] = useState<StepResult>();
  const onSaved = useCallback((result: StepResult) => {
    setSaved(result);
    setRevisions((before) => ({ ...before, ...revisionsAfter(result) }));
  }, []);
  const { schedule, finish, signedOut } = useStepAutosave({
    form,
    applicationId,
    step,
    action,
    onSaved,
  });

  const read = readForm(definition, track, written);
  const sections = read.sections.filter((section) => section.step === FORM_STEPS[step]);
  useIndexed(sections.map(({ id, title }) => ({ id, title: title[locale] })));
  const errorOf = (id: string) => (wasLeft(id) ? typedError(id) : props.errors[id]);
  const { round, sent } = useRounds(props.errors);
  // React empties a form after its action; what is typed meanwhile, or was in conflict, must stay.
  const send = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (button?.hasAttribute("formaction")) return;
    event.preventDefault();
    sent();
    const posted = new FormData(event.currentTarget, button);
    startTransition(async () => {
      for (const [id, at] of Object.entries((await finish())?.revisions ?? {}))
        posted.set(`_rev.${id}`, `${at}`);
      startTransition(() => submit(posted));
    });
  };
  const changed = () => {
    readPage();
    schedule();
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
  const here = routes.applicationStep(applicationId, step);
  const posted = resultOf(state);
  const conflicts = (posted ?? saved)?.conflicts ?? [];
  // Without scripts the form is drawn again: what was sent stands in it, beside what is stored.
  const shown = Object.assign({}, values, ...conflicts.map((one) => one.sent));
  const current = posted ? { ...revisions, ...revisionsAfter(posted) } : revisions;

  return (
    <>
      <ErrorSummary errors={summary} text={t("errorsText")} />
      {props.refusal && <Callout tone="cotto">{refusalWords(t, props.refusal)}</Callout>}
      {state.status === "failed" && (
        <Callout tone="cotto">{refusalWords(t, state.reason ?? state.code)}</Callout>
      )}
      {signedOut && (
        <Callout tone="cotto">
          {t("save.signedOutText")} <a href={routes.signIn(here)}>{t("save.signInAgain")}</a>
        </Callout>
      )}
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
        <ConflictNotice conflicts={conflicts} sections={sections} locale={locale} here={here} />
        <StepSections
          form={read}
          sections={sections}
          track={track}
          shown={shown}
          revisions={current}
          errorOf={errorOf}
          applicationId={applicationId}
          step={step}
          locale={locale}
          files={props.files}
          places={props.places}
          rows={props.rows}
          round={round}
        />
        <ExcludedNotice reasons={excluded} />
        <p className="ct-muted">{t("reviewLater")}</p>
        <BottomBar
          back={
            <Button look="link" icon="arrow-left" name="intent" value="back">
              {t("back")}
            </Button>
          }
        >
          <Button look="outline" name="intent" value="save">
            <span className="d-none d-md-inline">{t("saveDraft")}</span>
            <span className="d-md-none">{t("saveShort")}</span>
          </Button>
          <Button name="intent" value="next">
            {t("next")}
          </Button>
        </BottomBar>
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

/** Counts how often the server has judged the page after it was sent: all typed is stored then. */
function useRounds(judged: unknown): { round: number; sent: () => void } {
  const [seen, setSeen] = useState({ judged, round: 0, sent: false });
  if (seen.judged !== judged) {
    setSeen({ judged, round: seen.sent ? seen.round + 1 : seen.round, sent: false });
  }
  return { round: seen.round, sent: () => setSeen((before) => ({ ...before, sent: true })) };
}

/** After a conflict the stored revision is known: keeping one's own text is then a choice. */
function revisionsAfter(result: StepResult): Record<string, number> {
  const stored = result.conflicts.map((one) => [one.sectionId, one.revision] as const);
  return { ...result.revisions, ...Object.fromEntries(stored) };
}

function resultOf(state: ActionState): StepResult | undefined {
  return state.status === "done" ? (state.result as StepResult) : undefined;
}
