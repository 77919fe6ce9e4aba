import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** What every field may be told besides its value. */
export type FieldProps = {
  label: ReactNode;
  /** Short help, read with the field. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; nothing when all is well. */
  error?: string | undefined;
  /** Optional fields are marked, required ones are not. */
  optional?: boolean | undefined;
  /** "Dal tuo profilo": the value was already known. */
  known?: ReactNode;
  /** Width of the control: a hint at how much is expected. */
  width?: "xs" | "s" | "m" | "l" | undefined;
};

/** Ids of hint and error, and the attributes that tie them to a control. */
export function ariaOf(id: string, { hint, error }: Pick<FieldProps, "hint" | "error">, more = "") {
  const ids = [hint && `${id}-h`, error && `${id}-e`, more].filter(Boolean).join(" ");
  return {
    "aria-describedby": ids || undefined,
    "aria-invalid": error ? true : undefined,
  };
}

export const widthClass = (width: FieldProps["width"]) => (width ? ` ct-w-${width}` : "");

/** The frame of one control: label, hint, error, then the control itself with the same `id`. */
export function Field(props: FieldProps & { id: string; children: ReactNode }) {
  const { id, label, hint, error, optional, known, children } = props;
  return (
    <div className={error ? "ct-field is-error" : "ct-field"}>
      <label className="form-label" htmlFor={id}>
        {label} {optional && <OptionalMark />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
      {known && <Known>{known}</Known>}
    </div>
  );
}

/** The frame of several controls that answer one question. */
export function FieldGroup(props: FieldProps & { id: string; children: ReactNode }) {
  const { id, label, hint, error, optional, known, children } = props;
  return (
    <fieldset
      className={error ? "ct-field is-error" : "ct-field"}
      id={id}
      {...ariaGroup(id, props)}
    >
      <legend className="ct-lab">
        {label} {optional && <OptionalMark />}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
      {known && <Known>{known}</Known>}
    </fieldset>
  );
}

/** A group cannot be invalid by itself: only its description is tied; the controls carry the rest. */
const ariaGroup = (id: string, props: FieldProps) => ({
  "aria-describedby": ariaOf(id, props)["aria-describedby"],
});

export function HintAndError({
  id,
  hint,
  error,
}: Pick<FieldProps, "hint" | "error"> & { id: string }) {
  const t = useTranslations("common");
  return (
    <>
      {hint && (
        <p className="ct-hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="ct-err" id={`${id}-e`}>
          <Icon name="error" />
          <span>
            <span className="visually-hidden">{t("field.error")} </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

function OptionalMark() {
  const t = useTranslations("common");
  return <span className="opt">{t("optional")}</span>;
}

function Known({ children }: { children: ReactNode }) {
  return (
    <p className="ct-known">
      <Icon name="check" size="xs" />
      {children}
    </p>
  );
}
