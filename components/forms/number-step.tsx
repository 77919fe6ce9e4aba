"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";

type Props = {
  /** Read with the buttons too: "Aggiungi 1 a {label}". */
  label: string;
  name: string;
  id?: string;
  defaultValue: number;
  min?: number;
  max?: number;
};

/** A small number with − and + (never a slider). The buttons do what the arrow keys of the field do. */
export function NumberStep({ label, name, id = name, defaultValue, min = 0, max }: Props) {
  const t = useTranslations("common");
  const field = useRef<HTMLInputElement>(null);
  const step = (by: 1 | -1) => {
    if (by > 0) field.current?.stepUp();
    else field.current?.stepDown();
    field.current?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <span className="quota">
      <label htmlFor={id}>{label}</label>
      <span className="st-step push">
        <button type="button" onClick={() => step(-1)} aria-label={t("number.less", { label })}>
          −
        </button>
        <input
          ref={field}
          id={id}
          name={name}
          type="number"
          inputMode="numeric"
          defaultValue={defaultValue}
          min={min}
          max={max}
        />
        <button type="button" onClick={() => step(1)} aria-label={t("number.more", { label })}>
          +
        </button>
      </span>
    </span>
  );
}
