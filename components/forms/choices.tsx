import type { ComponentProps, ReactNode } from "react";
import { ariaOf, FieldGroup, type FieldProps, HintAndError } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = Omit<FieldProps, "width"> &
  Omit<ComponentProps<"input">, "id" | "type" | "width" | "defaultValue" | "value"> & {
    name: string;
    id?: string;
    choices: Choice[];
    /** Beside each other on wide screens. */
    columns?: boolean;
    defaultValue?: string | string[] | undefined;
    /** Several answers: boxes to tick in place of radio buttons. */
    several?: boolean;
  };

/**
 * One answer (or several) among a few, each a card with its explanation. The first control carries
 * the id of the group, so that the error summary lands on something that takes the focus.
 * `{...register("name")}` can be spread.
 */
export function ChoiceCards(props: GroupProps) {
  const { label, hint, error, optional, known, id: given, ...rest } = props;
  const { choices, columns, defaultValue, several, ...input } = rest;
  const id = given ?? input.name;
  const chosen = [defaultValue].flat();
  return (
    <FieldGroup
      id={`${id}-group`}
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      known={known}
    >
      <div className={columns ? "ct-choice cols" : "ct-choice"}>
        {choices.map((choice, index) => (
          <label className="ct-opt" key={choice.value}>
            <input
              {...input}
              type={several ? "checkbox" : "radio"}
              id={index === 0 ? id : `${id}-${choice.value}`}
              value={choice.value}
              disabled={choice.disabled ?? input.disabled}
              aria-describedby={index === 0 && error ? `${id}-group-e` : undefined}
              aria-invalid={error && several ? true : undefined}
              {...(defaultValue !== undefined && { defaultChecked: chosen.includes(choice.value) })}
            />
            <span>
              <b>{choice.label}</b>
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** ChoiceCards for one answer, in the plain form that staff pages use. */
export function RadioGroup(props: Omit<GroupProps, "columns" | "several">) {
  const { label, hint, error, optional, known, id: given, choices, defaultValue, ...input } = props;
  const id = given ?? input.name;
  return (
    <FieldGroup
      id={`${id}-group`}
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      known={known}
    >
      {choices.map((choice, index) => (
        <label className="ct-check" key={choice.value}>
          <input
            {...input}
            type="radio"
            id={index === 0 ? id : `${id}-${choice.value}`}
            value={choice.value}
            disabled={choice.disabled ?? input.disabled}
            aria-describedby={index === 0 && error ? `${id}-group-e` : undefined}
            {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
          />
          <span>
            {choice.label}
            {choice.hint && <small className="ct-muted d-block">{choice.hint}</small>}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}

type CheckboxProps = Omit<FieldProps, "width" | "optional" | "known"> &
  Omit<ComponentProps<"input">, "id" | "type" | "width"> & {
    id?: string;
    /** In a frame, as a card. */
    card?: boolean;
  };

/** One box to tick. The label is the declaration itself. `{...register("name")}` can be spread. */
export function CheckboxField({ label, hint, error, id: given, card, ...input }: CheckboxProps) {
  const id = given ?? input.name ?? "";
  return (
    <div className={error ? "ct-field is-error" : "ct-field"}>
      <HintAndError id={id} hint={undefined} error={error} />
      <label className={card ? "ct-opt" : "ct-check"} htmlFor={id}>
        <input {...input} type="checkbox" id={id} {...ariaOf(id, { error })} />
        <span>
          {card ? <b>{label}</b> : label}
          {hint && <small className="ct-muted d-block">{hint}</small>}
        </span>
      </label>
    </div>
  );
}
