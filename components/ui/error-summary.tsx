"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon";

export type SummaryError = {
  /** The id of the field; without one the error belongs to the whole form. */
  field?: string;
  /** What is wrong and how to mend it. */
  message: string;
};

type Props = {
  errors: SummaryError[];
  /** "Ci sono 4 informazioni mancanti o errate" unless said otherwise. */
  title?: ReactNode;
  /** "Quello che hai scritto è ancora qui…" unless said otherwise. */
  text?: ReactNode;
};

/**
 * The errors of a form, each a link to its field. It takes the focus when it appears and whenever
 * the errors change. The title of the page must begin with "Errore:" too (lib/i18n/page-title).
 */
export function ErrorSummary({ errors, title, text }: Props) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const signature = errors.map(({ field, message }) => `${field} ${message}`).join("\n");

  useEffect(() => {
    if (signature) box.current?.focus();
  }, [signature]);

  if (errors.length === 0) return null;
  return (
    <div className="ct-errsum" role="alert" tabIndex={-1} aria-labelledby={id} ref={box}>
      <div className="ct-flex">
        <Icon name="error" />
        <div>
          <h2 id={id}>{title ?? t("errorSummary.title", { count: errors.length })}</h2>
          <p>{text ?? t("errorSummary.text")}</p>
          <ul>
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field ? <a href={`#${field}`}>{message}</a> : message}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
