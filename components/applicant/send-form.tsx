"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { CheckboxField } from "@/components/forms/choices";
import { useErrorTitle } from "@/components/forms/use-error-title";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { BottomBar } from "@/components/ui/steps";
import type { Section } from "@/lib/calls/core/form-definition";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { useErrorWords } from "./error-words";
import { errorLines } from "./step-errors";

type Props = {
  applicationId: string;
  locale: "it" | "en";
  sections: readonly Section[];
  /** Declarations that were ticked before a refusal. */
  ticked: readonly string[];
  /** Says which are missing, after an attempt. */
  attempted: boolean;
  hidden: { key: string; content: string; version: number; token: string };
  body: string;
  applicant: string;
};

/** Declarations and the sending itself: a plain form, with a dialog in between where scripts run. */
export function SendForm(props: Props) {
  const t = useTranslations("applications");
  const words = useErrorWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirmed = useRef(false);
  const [sending, setSending] = useState(false);
  const [missing, setMissing] = useState(() => (props.attempted ? unticked(props) : []));
  const title = useId();
  useErrorTitle(missing.length > 0);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const given = new FormData(event.currentTarget);
    const lacking = declarationsOf(props).filter((field) => field.required && !given.has(field.id));
    setMissing(lacking.map((field) => field.id));
    if (sending || lacking.length > 0) return event.preventDefault();
    if (!confirmed.current) {
      event.preventDefault();
      dialog.current?.showModal();
      return;
    }
    setSending(true);
  };

  return (
    <form
      id="invio"
      method="post"
      action={addressIn(props.locale, routes.applicationSubmit(props.applicationId))}
      onSubmit={submit}
    >
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={`_${name}`} value={value} />
      ))}
      <input type="hidden" name="_locale" value={props.locale} />
      <ErrorSummary
        errors={errorLines(
          declarationsOf(props),
          Object.fromEntries(missing.map((field) => [field, mustAccept])),
          props.locale,
          words,
        )}
      />
      {props.sections.map((section) => (
        <fieldset key={section.id} className="ct-field">
          <legend className="ct-lab">{section.title[props.locale]}</legend>
          {section.fields.map((field) =>
            field.type === "declaration" ? (
              <CheckboxField
                key={field.id}
                name={field.id}
                label={field.label[props.locale]}
                error={missing.includes(field.id) ? words(mustAccept) : undefined}
                defaultChecked={props.ticked.includes(field.id)}
              />
            ) : (
              <p key={field.id}>{field.label[props.locale]}</p>
            ),
          )}
        </fieldset>
      ))}
      <BottomBar
        back={
          <a
            className="btn btn-link"
            href={addressIn(
              props.locale,
              routes.applicationStep(props.applicationId, "dati-specifici"),
            )}
          >
            {t("back")}
          </a>
        }
      >
        <Button icon="send" aria-disabled={sending || undefined}>
          {sending ? t("summary.sending") : t("summary.send")}
        </Button>
      </BottomBar>
      <dialog ref={dialog} className="ct-dialog" aria-labelledby={title}>
        <h2 id={title}>{t("confirm.title")}</h2>
        <p>{t("confirm.text", { body: props.body, name: props.applicant })}</p>
        <p>{t("confirm.after")}</p>
        <div className="ct-actions mt-4">
          <Button
            onClick={() => {
              confirmed.current = true;
            }}
          >
            {sending ? t("summary.sending") : t("confirm.send")}
          </Button>
          <Button type="button" look="outline" onClick={() => dialog.current?.close()}>
            {t("confirm.cancel")}
          </Button>
        </div>
      </dialog>
    </form>
  );
}

const mustAccept: FieldError = { code: "mustAccept", params: {} };

function declarationsOf({ sections }: Props) {
  return sections
    .flatMap((section) => section.fields)
    .filter((field) => field.type === "declaration");
}

function unticked(props: Props): string[] {
  return declarationsOf(props)
    .filter((field) => field.required && !props.ticked.includes(field.id))
    .map((field) => field.id);
}
