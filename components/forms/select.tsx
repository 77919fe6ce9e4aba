import type { ComponentProps } from "react";
import { ariaOf, Field, type FieldProps, widthClass } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type Props = FieldProps &
  Omit<ComponentProps<"select">, "id" | "children"> & {
    id?: string;
    options: SelectOption[];
    /** The first, empty choice ("Scegli un comune"). */
    placeholder?: string;
  };

/** A closed list. Up to about seven choices RadioGroup is easier. `{...register("name")}` can be spread. */
export function Select(props: Props) {
  const { label, hint, error, optional, known, width, id: given, ...rest } = props;
  const { options, placeholder, ...select } = rest;
  const id = given ?? select.name ?? "";
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} known={known}>
      <select
        {...select}
        id={id}
        className={`form-select${widthClass(width)}`}
        {...ariaOf(id, { hint, error })}
      >
        {placeholder && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
