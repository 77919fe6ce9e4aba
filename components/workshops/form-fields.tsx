"use client";
import type { ComponentProps, ReactNode } from "react";
import { CheckboxField, RadioGroup } from "@/components/forms/choices";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { idOf, useFieldOf, useProblem, useProblemFrom } from "./workshop-form";

type Stored = { name: string; stored?: string | undefined; mark?: string | undefined };
type Without<T> = Omit<T, "name" | "id" | "defaultValue" | "error">;

/** One line of a WorkshopForm. */
export function FormText({
  name,
  stored,
  mark,
  ...rest
}: Stored & Without<ComponentProps<typeof TextInput>>) {
  const field = useFieldOf(name, stored);
  return (
    <TextInput {...rest} {...field} key={field.defaultValue} name={name} id={idOf(name, mark)} />
  );
}

/** A closed list in a WorkshopForm. */
export function FormSelect({
  name,
  stored,
  mark,
  ...rest
}: Stored & Without<ComponentProps<typeof Select>>) {
  const field = useFieldOf(name, stored);
  return <Select {...rest} {...field} key={field.defaultValue} name={name} id={idOf(name, mark)} />;
}

/** One answer among a few. */
export function FormRadio({
  name,
  stored,
  mark,
  ...rest
}: Stored & Without<ComponentProps<typeof RadioGroup>>) {
  const field = useFieldOf(name, stored);
  return (
    <RadioGroup {...rest} {...field} key={field.defaultValue} name={name} id={idOf(name, mark)} />
  );
}

/** Asked only once a day of rest was chosen. */
export function RestDayBox({ label }: { label: string }) {
  const asked = useProblem("rest_day");
  return asked ? <CheckboxField name="restDays" value="yes" label={label} /> : null;
}

/** Meetings that few cycles need, folded away; unfolded where something in them is wrong. */
export function MoreMeetings(props: { label: string; from: number; children: ReactNode }) {
  const wrong = useProblemFrom(props.from);
  return (
    <details className="ws-more" open={wrong}>
      <summary>{props.label}</summary>
      {props.children}
    </details>
  );
}
