"use client";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

type Props = ComponentProps<typeof Button> & {
  /** While the answer is on its way ("Invio in corso…"). */
  pending: ReactNode;
};

/**
 * The button of a form. A second click while the first is on its way does nothing (the command is
 * exactly-once anyway). It stays focusable, so that the focus is not lost.
 */
export function SubmitButton({ pending: waiting, children, onClick, ...button }: Props) {
  const { pending } = useFormStatus();
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button {...button} onClick={click} aria-disabled={pending || undefined}>
      <span aria-live="polite">{pending ? waiting : children}</span>
    </Button>
  );
}
