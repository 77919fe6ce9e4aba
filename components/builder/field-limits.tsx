"use client";
import { useTranslations } from "next-intl";
import { FormCards, FormRadio, FormText } from "@/components/staff/form-fields";
import { DAYS, dayWords, PART_OF_DAY_WORDS, PARTS_OF_DAY } from "@/lib/calls/core/availability";
import type { Field } from "@/lib/calls/core/form-definition";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import { KnownParts } from "./known-parts";
import { BudgetRows, OptionRows, PartRows } from "./list-rows";
import { TextPair } from "./text-pair";

type Props = { field: Field; locale: "it" | "en" };

/** What a question has by its type: limits, options, parts. */
export function FieldLimits({ field, locale }: Props) {
  const t = useTranslations("builder");
  switch (field.type) {
    case "text":
    case "longText":
      return <Figures field={field} names={["maxLength"]} />;
    case "number":
    case "decimal":
    case "money":
      return <Figures field={field} names={["min", "max", "decimals"]} />;
    case "date":
      return (
        <div className="row-flex row-top">
          <FormText
            name="min"
            type="date"
            label={t("limits.notBefore")}
            stored={field.min}
            optional
          />
          <FormText
            name="max"
            type="date"
            label={t("limits.notAfter")}
            stored={field.max}
            optional
          />
        </div>
      );
    case "municipality":
      return (
        <FormRadio
          name="within"
          label={t("within.label")}
          stored={field.within ?? "all"}
          choices={[
            { value: "zone", label: t("within.zone") },
            { value: "all", label: t("within.all") },
          ]}
        />
      );
    case "radio":
    case "select":
      return <OptionRows options={field.options} />;
    case "checkboxes":
      return (
        <>
          <OptionRows options={field.options} />
          <Figures field={field} names={["maxChoices"]} />
        </>
      );
    case "legalNature":
      return <Natures admitted={field.admitted} />;
    case "members":
      return <Figures field={field} names={["minMembers", "maxMembers"]} />;
    case "person":
      return <KnownParts of="person" chosen={field.parts} locale={locale} />;
    case "organisation":
      return (
        <>
          <KnownParts of="organisation" chosen={field.parts} locale={locale} />
          <Natures admitted={field.admitted ?? LEGAL_NATURES} />
        </>
      );
    case "group":
      return (
        <>
          <TextPair name="rowLabel" label={t("limits.rowLabel")} stored={field.rowLabel} />
          <PartRows parts={field.parts} />
          <Figures field={field} names={["minRows", "maxRows"]} />
        </>
      );
    case "budget":
      return (
        <>
          <BudgetRows field={field} />
          <Figures field={field} names={["ownLines", "minTotal", "maxTotal"]} />
        </>
      );
    case "availability":
      return (
        <>
          <FormCards
            name="days"
            several
            columns
            label={t("limits.days")}
            stored={(field.days ?? DAYS).map(String)}
            choices={DAYS.map((day) => ({ value: String(day), label: dayWords(day)[locale] }))}
          />
          <FormCards
            name="slots"
            several
            columns
            label={t("limits.slots")}
            stored={[...(field.slots ?? PARTS_OF_DAY)]}
            choices={PARTS_OF_DAY.map((part) => ({
              value: part,
              label: PART_OF_DAY_WORDS[part][locale],
            }))}
          />
          <Figures field={field} names={["minSlots"]} />
        </>
      );
    case "file":
      return <Figures field={field} names={["maxFiles"]} />;
    case "declaration":
      return (
        <>
          <FormText
            name="textVersion"
            label={t("limits.textVersion")}
            stored={field.textVersion}
            width="xs"
          />
          <FormRadio
            name="underPenalty"
            label={t("limits.underPenalty")}
            stored={field.underPenalty ? "yes" : "no"}
            choices={[
              { value: "yes", label: t("yes") },
              { value: "no", label: t("no") },
            ]}
          />
        </>
      );
    default:
      return null;
  }
}

type FigureName =
  | "maxLength"
  | "min"
  | "max"
  | "decimals"
  | "maxChoices"
  | "minMembers"
  | "maxMembers"
  | "minRows"
  | "maxRows"
  | "ownLines"
  | "minTotal"
  | "maxTotal"
  | "minSlots"
  | "maxFiles";

function Figures({ field, names }: { field: Field; names: readonly FigureName[] }) {
  const t = useTranslations("builder");
  const values = new Map<string, unknown>(Object.entries(field));
  return (
    <div className="row-flex row-top">
      {names.map((name) => (
        <FormText
          key={name}
          name={name}
          type="number"
          step="any"
          label={t(`limits.${name}`)}
          stored={String(values.get(name) ?? "")}
          width="s"
          optional
        />
      ))}
    </div>
  );
}

function Natures({ admitted }: { admitted: readonly string[] }) {
  const t = useTranslations("builder");
  const staff = useTranslations("staff");
  return (
    <FormCards
      name="admitted"
      several
      columns
      label={t("limits.admitted")}
      stored={[...admitted]}
      choices={LEGAL_NATURES.map((nature) => ({
        value: nature,
        label: staff(`legalNatures.${nature}`),
      }))}
    />
  );
}
