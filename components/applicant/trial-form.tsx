"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useActionState, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { BottomBar } from "@/components/ui/steps";
import { idle } from "@/lib/action-state";
import type { Action } from "@/lib/actions";
import type { FormTrial } from "@/lib/applications/queries/try-form";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { errorsIn } from "@/lib/calls/core/form-validation";
import { readForm } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";
import { useErrorWords } from "./error-words";
import { ExcludedNotice } from "./excluded-notice";
import type { PageFacts } from "./page-memory";
import type { Places } from "./single-answer";
import { errorLines } from "./step-errors";
import { StepSections } from "./step-sections";
import { useAnswers } from "./use-answers";

type Props = {
  callId: string;
  definition: FormDefinition;
  track: Track;
  places: Places;
  locale: "it" | "en";
  action: Action;
};

/** There is no application: nothing was read, and nothing is written. */
const NO_PAGE: PageFacts = { page: "", form: "", was: {}, revisions: {} };
const NO_VALUES: Record<string, unknown> = {};
const STEPS = [
  ["general", "dati-generali"],
  ["specific", "dati-specifici"],
  ["declarations", "riepilogo"],
] as const;

/** A form to be tried before anybody can apply: drawn and judged as the real one, stored nowhere. */
export function TrialForm({ callId, definition, track, places, locale, action }: Props) {
  const t = useTranslations("applications");
  const words = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const [state, submit] = useActionState(action, idle);
  const trial = state.status === "done" ? (state.result as FormTrial) : undefined;
  // Without scripts the page is drawn again, with what was sent.
  const values = trial?.values ?? NO_VALUES;
  const {
    written,
    readPage,
    leave,
    errorOf: typedError,
    wasLeft,
  } = useAnswers({
    ...{ form, definition, track, values },
  });
  const read = readForm(definition, track, written);
  const errors = trial?.errors ?? {};
  const errorOf = (id: string) => (wasLeft(id) ? typedError(id) : errors[id]);
  const excluded = Object.values(errorsIn(read, track, { mode: "draft" }))
    .filter((error) => error.code === "notEligible")
    .map((error) => words(error) ?? "");
  // React empties a form after its action: what was tried must stay.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    startTransition(() => submit(posted));
  };
  return (
    <>
      <ErrorSummary
        errors={errorLines(read.fields, errors, locale, words)}
        text={t("trial.errorsText")}
      />
      {state.status === "failed" && <Callout tone="cotto">{t("trial.failed")}</Callout>}
      <form ref={form} action={submit} noValidate onSubmit={send} onInput={readPage} onBlur={leave}>
        <input type="hidden" name="callId" value={callId} />
        <input type="hidden" name="track" value={track} />
        {STEPS.map(([step, page]) => {
          const sections = read.sections.filter((section) => section.step === step);
          return (
            sections.length > 0 && (
              <div key={step}>
                <p className="ct-muted mt-5">{t("trial.page", { page: t(`steps.${page}`) })}</p>
                <StepSections
                  form={read}
                  sections={sections}
                  track={track}
                  shown={values}
                  facts={NO_PAGE}
                  errorOf={errorOf}
                  applicationId=""
                  locale={locale}
                  files={[]}
                  uploads={[]}
                  places={places}
                  rows={undefined}
                  round={0}
                />
              </div>
            )
          );
        })}
        <ExcludedNotice reasons={excluded} />
        <BottomBar back={null}>
          <Button>{t("trial.do")}</Button>
        </BottomBar>
      </form>
    </>
  );
}
