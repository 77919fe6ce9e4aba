import type { ComponentProps } from "react";
import { ariaOf, Field, type FieldProps, widthClass } from "./field";

type Props = FieldProps & Omit<ComponentProps<"input">, "width" | "id"> & { id?: string };

/**
 * One line of text. Takes everything an `<input>` takes, so `{...register("name")}` can be spread;
 * `id` is the name unless given. Never `type="number"` for codes: use `inputMode="numeric"`.
 */
export function TextInput(props: Props) {
  const { label, hint, error, optional, known, width, id: given, className, ...input } = props;
  const id = given ?? input.name ?? "";
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} known={known}>
      <input
        type="text"
        className={`form-control${widthClass(width)}${className ? ` ${className}` : ""}`}
        {...input}
        id={id}
        {...ariaOf(id, { hint, error })}
      />
    </Field>
  );
}
