import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField, ChoiceCards } from "@/components/forms/choices";
import { Select, type SelectOption } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import type { Field } from "@/lib/calls/core/form-definition";

export type Places = {
  all: readonly SelectOption[];
  /** Those of the zone of the call. */
  zone: readonly SelectOption[];
};

export type SingleProps = {
  field: Field;
  /** Name of the control: the id of the field, or the way to a part ("partners.2.email"). */
  name: string;
  value: unknown;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  optional: boolean;
  known?: ReactNode;
  locale: "it" | "en";
  places: Places;
};

/** The control of a question with one answer, alone or inside a block or a row. */
export function SingleAnswer(props: SingleProps) {
  const { field, name, value, label, hint, error, optional, known } = props;
  const t = useTranslations("applications");
  const frame = { label, hint, error, optional, known };
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const line = { ...frame, name, defaultValue: text };
  switch (field.type) {
    case "info":
      return <p className="ct-measure">{label}</p>;
    case "longText":
      return <TextArea {...line} limit={field.maxLength ?? 2000} />;
    case "number":
    case "decimal":
      return <TextInput {...line} defaultValue={figure(value)} inputMode="decimal" width="xs" />;
    case "money":
      return (
        <TextInput
          {...line}
          label={t("inEuro", { label })}
          defaultValue={figure(value)}
          inputMode="decimal"
          width="s"
        />
      );
    case "date":
      return <TextInput {...line} type="date" width="s" />;
    case "email":
    case "pec":
      return (
        <TextInput
          {...line}
          type="email"
          autoComplete={field.type === "email" && name === field.id ? "email" : "off"}
          width="l"
        />
      );
    case "phone":
      return (
        <TextInput
          {...line}
          type="tel"
          autoComplete={name === field.id ? "tel" : "off"}
          width="s"
        />
      );
    case "fiscalCodeBody":
    case "partitaIva":
    case "runts":
      return <TextInput {...line} inputMode="numeric" autoComplete="off" width="s" />;
    case "fiscalCodePerson":
      return <TextInput {...line} autoComplete="off" autoCapitalize="characters" width="m" />;
    default:
      return <Choice {...props} frame={frame} text={text} />;
  }
}

type ChoiceProps = SingleProps & {
  frame: Pick<SingleProps, "label" | "hint" | "error" | "optional" | "known">;
  text: string;
};

function Choice({ field, name, value, places, locale, frame, text }: ChoiceProps) {
  const t = useTranslations("applications");
  const line = { ...frame, name, defaultValue: text };
  switch (field.type) {
    case "municipality": {
      const options = field.within === "zone" ? places.zone : places.all;
      return (
        <Select {...line} options={[...options]} placeholder={t("chooseMunicipality")} width="m" />
      );
    }
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
          {...frame}
          name={name}
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
      return <ChoiceCards {...frame} name={name} choices={choices} columns defaultValue={chosen} />;
    }
    case "declaration":
      return (
        <CheckboxField
          name={name}
          label={frame.label}
          hint={frame.hint}
          error={frame.error}
          defaultChecked={value === true}
          value="on"
        />
      );
    default:
      return <TextInput {...line} width="l" />;
  }
}

/** Figures are written back as people here write them: with a comma. */
function figure(value: unknown): string {
  if (typeof value === "number") return String(value).replace(".", ",");
  return typeof value === "string" ? value : "";
}
