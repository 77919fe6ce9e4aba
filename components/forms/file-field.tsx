import type { ComponentProps, ReactNode } from "react";
import { ariaOf, Field, type FieldProps } from "./field";

type Props = Omit<FieldProps, "width" | "known"> &
  Omit<ComponentProps<"input">, "id" | "type" | "width"> & {
    id?: string;
    /** What is already there: DocumentList with a way to take each away. */
    children?: ReactNode;
  };

/** A file to send. The hint must say kinds and size ("PDF o foto, fino a 10 MB"). */
export function FileField({ label, hint, error, optional, id: given, children, ...input }: Props) {
  const id = given ?? input.name ?? "";
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {children}
      <input
        {...input}
        type="file"
        id={id}
        className="form-control ct-file"
        {...ariaOf(id, { hint, error })}
      />
    </Field>
  );
}
