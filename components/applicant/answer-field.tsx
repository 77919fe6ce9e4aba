"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField, ChoiceCards } from "@/components/forms/choices";
import { FieldGroup } from "@/components/forms/field";
import { Select, type SelectOption } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import type { AttachmentState } from "@/lib/applications/core/rules";
import type { Field } from "@/lib/calls/core/form-definition";
import { FileAnswer } from "./file-answer";
import { MembersAnswer } from "./members-answer";

export type ShownFile = {
  id: string;
  fieldId: string;
  name: string;
  size: number;
  state: AttachmentState;
};

export type AnswerProps = {
  field: Field;
  value: unknown;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  optional: boolean;
  known?: ReactNode;
  applicationId: string;
  locale: "it" | "en";
  files: readonly ShownFile[];
  municipalities: readonly SelectOption[];
};

/** The control of a question, by the type of its answer. One place for all forms of all calls. */
export function AnswerField(props: AnswerProps) {
  return (
    <>
      {props.field.type !== "info" && <input type="hidden" name="_shown" value={props.field.id} />}
      <Control {...props} />
    </>
  );
}

function Control(props: AnswerProps) {
  const { field, value, label, hint, error, optional, known, locale } = props;
  const t = useTranslations("applications");
  const frame = { label, hint, error, optional, known };
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const line = { ...frame, name: field.id, defaultValue: text };
  const pick = { label, hint, error, optional, known, name: field.id };
  switch (field.type) {
    case "info":
      return <p className="ct-measure">{label}</p>;
    case "longText":
      return <TextArea {...line} limit={field.maxLength ?? 2000} />;
    case "number":
      return <TextInput {...line} inputMode="decimal" width="xs" />;
    case "date":
      return <TextInput {...line} type="date" width="s" />;
    case "email":
    case "pec":
      return (
        <TextInput
          {...line}
          type="email"
          autoComplete={field.type === "email" ? "email" : "off"}
          width="l"
        />
      );
    case "phone":
      return <TextInput {...line} type="tel" autoComplete="tel" width="s" />;
    case "fiscalCodeBody":
    case "partitaIva":
    case "runts":
      return <TextInput {...line} inputMode="numeric" autoComplete="off" width="s" />;
    case "fiscalCodePerson":
      return <TextInput {...line} autoComplete="off" autoCapitalize="characters" width="m" />;
    case "municipality":
      return (
        <Select
          {...line}
          options={[...props.municipalities]}
          placeholder={t("chooseMunicipality")}
          width="m"
        />
      );
    case "legalNature": {
      const options = field.admitted.map((one) => ({ value: one, label: t(`nature.${one}`) }));
      return <Select {...line} options={options} placeholder={t("choose")} width="l" />;
    }
    case "select": {
      const options = field.options.map((one) => ({ value: one.value, label: one.label[locale] }));
      return <Select {...line} options={options} placeholder={t("choose")} width="m" />;
    }
    case "radio":
    case "checkboxes": {
      const choices = field.options.map((one) => ({ value: one.value, label: one.label[locale] }));
      const several = field.type === "checkboxes";
      const chosen = several ? (Array.isArray(value) ? value.map(String) : []) : text;
      return (
        <ChoiceCards
          {...pick}
          choices={choices}
          several={several}
          columns={choices.length <= 3}
          defaultValue={chosen}
        />
      );
    }
    case "yesNo": {
      const choices = [
        { value: "yes", label: t("yes") },
        { value: "no", label: t("no") },
      ];
      const chosen = value === true ? "yes" : value === false ? "no" : "";
      return <ChoiceCards {...pick} choices={choices} columns defaultValue={chosen} />;
    }
    case "declaration":
      return (
        <CheckboxField
          name={field.id}
          label={label}
          hint={hint}
          error={error}
          defaultChecked={value === true}
          value="on"
        />
      );
    case "members":
      return <MembersAnswer {...props} field={field} />;
    case "file":
      return <FileAnswer {...props} />;
    case "address":
      return <AddressAnswer {...props} />;
    default:
      return <TextInput {...line} width="l" />;
  }
}

function AddressAnswer({ field, value, municipalities, ...frame }: AnswerProps) {
  const t = useTranslations("applications");
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    string
  >;
  const part = (name: string) => ({
    name: `${field.id}.${name}`,
    defaultValue: given[name] ?? "",
  });
  return (
    <FieldGroup
      id={field.id}
      label={frame.label}
      hint={frame.hint}
      error={frame.error}
      optional={frame.optional}
    >
      <TextInput
        {...part("street")}
        label={t("address.street")}
        autoComplete="street-address"
        width="l"
      />
      <TextInput
        {...part("postcode")}
        label={t("address.postcode")}
        inputMode="numeric"
        width="xs"
      />
      <Select
        {...part("municipality")}
        label={t("address.municipality")}
        options={[...municipalities]}
        placeholder={t("chooseMunicipality")}
        width="m"
      />
    </FieldGroup>
  );
}
