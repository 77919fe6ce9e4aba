"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { Button, ButtonLink } from "./button";

type Props = {
  title: ReactNode;
  /** Words of the button that opens it. */
  trigger: ReactNode;
  look?: "primary" | "outline" | "danger" | "link";
  /** The page that asks the same without scripts (no language: the link adds it). */
  fallback: string;
  /** What will happen, to whom, and the form that does it. */
  children: ReactNode;
  /** Words of the button that closes without doing anything; "Annulla" unless said otherwise. */
  cancel?: ReactNode;
};

/**
 * A native modal dialog: the browser keeps the focus inside, Esc closes it and the focus goes back
 * to the button. The button is a link to a page that asks the same, for browsers without scripts.
 */
export function Dialog({ title, trigger, look = "primary", fallback, children, cancel }: Props) {
  const t = useTranslations("common");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const open = (event: MouseEvent) => {
    if (!dialog.current) return;
    event.preventDefault();
    dialog.current.showModal();
  };
  return (
    <>
      <ButtonLink href={fallback} look={look} onClick={open} aria-haspopup="dialog">
        {trigger}
      </ButtonLink>
      <dialog ref={dialog} className="ct-dialog" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
        <form method="dialog" className="ct-dialog-cancel">
          <Button look="link">{cancel ?? t("cancel")}</Button>
        </form>
      </dialog>
    </>
  );
}
