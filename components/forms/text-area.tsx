"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEvent, useState } from "react";
import { ariaOf, Field, type FieldProps, widthClass } from "./field";

type Props = FieldProps &
  Omit<ComponentProps<"textarea">, "id" | "maxLength"> & {
    id?: string;
    /** Characters at most. The counter tells; the text is not cut, so nothing pasted is lost. */
    limit?: number;
  };

/**
 * Several lines of text, with a counter that speaks up only near the end. `{...register("name")}`
 * can be spread. Without scripts the limit stands in words under the field.
 */
export function TextArea(props: Props) {
  const { label, hint, error, optional, known, width, id: given, limit, onInput, ...area } = props;
  const id = given ?? area.name ?? "";
  const start = String(area.value ?? area.defaultValue ?? "").length;
  const [typed, setTyped] = useState(start);
  const input = (event: FormEvent<HTMLTextAreaElement>) => {
    setTyped(event.currentTarget.value.length);
    onInput?.(event as Parameters<NonNullable<typeof onInput>>[0]);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} known={known}>
      <textarea
        rows={5}
        {...area}
        id={id}
        className={`form-control${widthClass(width)}`}
        onInput={input}
        {...ariaOf(id, { hint, error }, limit ? `${id}-n` : "")}
      />
      {limit && <Counter id={`${id}-n`} typed={typed} limit={limit} />}
    </Field>
  );
}

function Counter({ id, typed, limit }: { id: string; typed: number; limit: number }) {
  const t = useTranslations("common");
  const left = limit - typed;
  const near = left <= Math.max(20, limit / 10);
  const words = left < 0 ? t("counter.over", { count: -left }) : t("counter.left", { count: left });
  return (
    <p className={left < 0 ? "ct-counter is-over" : "ct-counter"} id={id}>
      {typed === 0 ? t("counter.limit", { count: limit }) : words}
      <span className="visually-hidden" role="status">
        {typed > 0 && near && left % 10 === 0 ? words : ""}
      </span>
    </p>
  );
}
