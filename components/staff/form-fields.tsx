"use client";
import type { ComponentProps } from "react";
import { ChoiceCards, RadioGroup } from "@/components/forms/choices";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { useFieldOf } from "./action-form";

type Stored = { name: string; stored?: string | undefined };
type Without<T> = Omit<T, "name" | "defaultValue" | "error">;

/** One line in an ActionForm. */
export function FormText({
  name,
  stored,
  ...rest
}: Stored & Without<ComponentProps<typeof TextInput>>) {
  const { defaultValue, error } = useFieldOf(name, stored);
  return (
    <TextInput {...rest} key={defaultValue} name={name} defaultValue={defaultValue} error={error} />
  );
}

/** Several lines in an ActionForm. */
export function FormArea({
  name,
  stored,
  ...rest
}: Stored & Without<ComponentProps<typeof TextArea>>) {
  const { defaultValue, error } = useFieldOf(name, stored);
  return (
    <TextArea {...rest} key={defaultValue} name={name} defaultValue={defaultValue} error={error} />
  );
}

/** A closed list in an ActionForm. */
export function FormSelect({
  name,
  stored,
  ...rest
}: Stored & Without<ComponentProps<typeof Select>>) {
  const { defaultValue, error } = useFieldOf(name, stored);
  return (
    <Select {...rest} key={defaultValue} name={name} defaultValue={defaultValue} error={error} />
  );
}

/** One answer among a few, in the plain form. */
export function FormRadio({
  name,
  stored,
  ...rest
}: Stored & Without<ComponentProps<typeof RadioGroup>>) {
  const { defaultValue, error } = useFieldOf(name, stored);
  return (
    <RadioGroup
      {...rest}
      key={defaultValue}
      name={name}
      defaultValue={defaultValue}
      error={error}
    />
  );
}

/** One answer among a few, or several, as cards. */
export function FormCards({
  name,
  stored,
  ...rest
}: { name: string; stored?: string | string[] | undefined } & Without<
  ComponentProps<typeof ChoiceCards>
>) {
  const { several, error } = useFieldOf(name, undefined);
  const chosen = several ?? stored;
  return (
    <ChoiceCards
      {...rest}
      key={[chosen].flat().join()}
      name={name}
      defaultValue={chosen}
      error={error}
    />
  );
}

type CellProps = {
  name: string;
  type: string;
  /** Its place among the fields of this name. */
  row: number;
  stored: string;
  label: string;
  labelHidden?: boolean;
};

/** One line of a repeated row: what was typed comes back by its place. */
export function FormCell({ name, type, row, stored, label, labelHidden }: CellProps) {
  const { several, error } = useFieldOf(name, undefined);
  const id = row === 0 ? name : `${name}-${row}`;
  const value = several?.[row] ?? stored;
  return (
    <div className="ct-field">
      <label className={labelHidden ? "visually-hidden" : "form-label"} htmlFor={id}>
        {label}
      </label>
      <input
        key={value}
        className="form-control"
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
