"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

type AddProps = { field: string; label: string; add: () => void };

/** One more row. Without scripts it sends the form, which is saved and shown with one row more. */
export function AddRow({ field, label, add }: AddProps) {
  const click = (event: MouseEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <Button
      look="outline"
      small
      icon="plus"
      name="intent"
      value={`add.${field}`}
      formNoValidate
      onClick={click}
    >
      {label}
    </Button>
  );
}

type RemoveProps = { field: string; row: number; what: string; remove: (row: number) => void };

/** Takes a row away, and lets the form save itself. */
export function RemoveRow({ field, row, what, remove }: RemoveProps) {
  const t = useTranslations("applications");
  const button = useRef<HTMLButtonElement>(null);
  const click = (event: MouseEvent) => {
    event.preventDefault();
    const form = button.current?.form;
    remove(row);
    // After the row has left the page.
    requestAnimationFrame(() => form?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  return (
    <Button
      ref={button}
      look="link"
      small
      name="intent"
      value={`remove.${field}.${row}`}
      formNoValidate
      onClick={click}
    >
      {t("file.remove")}
      <span className="visually-hidden">: {what}</span>
    </Button>
  );
}
