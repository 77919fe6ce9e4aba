import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";

export type Step = {
  label: string;
  state: "done" | "now" | "next";
  /** Where a step already done is read again. */
  href?: string;
};

/** The steps of an application. On phones only the strips and "Passo 2 di 4" are left. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
  const t = useTranslations("common");
  return (
    <ol className="ct-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          className={step.state === "done" ? "is-done" : undefined}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          {step.state === "done" && <Icon name="check" />}
          {step.href ? (
            <Link href={step.href}>{step.label}</Link>
          ) : (
            <span>{step.state === "done" ? step.label : `${index + 1}. ${step.label}`}</span>
          )}
          {step.state === "done" && <span className="visually-hidden">{t("steps.done")}</span>}
        </li>
      ))}
    </ol>
  );
}

/** "Passo 2 di 4", above the title of the page. */
export function StepNow({ current, total }: { current: number; total: number }) {
  const t = useTranslations("common");
  return <p className="ct-stepnow">{t("steps.now", { current, total })}</p>;
}

type BarProps = {
  /** The way back: a ButtonLink with look "link", or a Button with a name that the action knows. */
  back?: ReactNode;
  /** Save and go on, at the right. */
  children: ReactNode;
};

/** Indietro, Salva richiesta, Avanti: always at the bottom of the window. */
export function BottomBar({ back, children }: BarProps) {
  return (
    <div className="ct-bottombar">
      <div className="container">
        {back ?? <span />}
        <span>{children}</span>
      </div>
    </div>
  );
}
