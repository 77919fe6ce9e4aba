"use client";
import { useTranslations } from "next-intl";
import { FormCell } from "@/components/staff/form-fields";
import { type BudgetField, PART_TYPES, type Part } from "@/lib/calls/core/form-composites";
import type { Localised, Option } from "@/lib/calls/core/form-definition";
import { CellSelect } from "./cell-select";

/** Rows without anything: saving makes room for more. */
const EMPTY_ROWS = 2;

type Cells = {
  text: (name: string, stored: string, label: string) => React.ReactNode;
  row: number;
};

/** Named rows of a list; a row whose name is emptied goes. */
function Rows<T>(props: {
  of: string;
  items: readonly T[];
  idOf: (item: T) => string;
  legend: (number: number) => string;
  more?: (item: T | undefined, cells: Cells) => React.ReactNode;
  labelOf: (item: T) => Localised;
}) {
  const { of, items, idOf, legend, more, labelOf } = props;
  const t = useTranslations("builder");
  const rows: (T | undefined)[] = [
    ...items,
    ...Array.from({ length: EMPTY_ROWS }, () => undefined),
  ];
  return rows.map((item, row) => {
    const label = item && labelOf(item);
    const text = (name: string, stored: string, words: string) => (
      <FormCell name={`${of}.${name}`} type="text" row={row} stored={stored} label={words} />
    );
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an empty row has no name but its place
      <fieldset className="panel mt-s" key={row}>
        <legend>{legend(row + 1)}</legend>
        <input type="hidden" name={`${of}.id`} value={item ? idOf(item) : ""} />
        <div className="row-flex row-top">
          {text("it", label?.it ?? "", t("rows.label"))}
          {text("en", label && label.en !== label.it ? label.en : "", t("rows.english"))}
        </div>
        {more?.(item, { text, row })}
      </fieldset>
    );
  });
}

export function OptionRows({ options }: { options: readonly Option[] }) {
  const t = useTranslations("builder");
  return (
    <>
      <p className="soft small mt-m">{t("rows.optionsHint")}</p>
      <Rows
        of="option"
        items={options}
        idOf={(option) => option.value}
        labelOf={(option) => option.label}
        legend={(number) => t("rows.option", { number })}
        more={(option, { text }) => (
          <div className="row-flex row-top">
            {text("excludesIt", option?.excludes?.it ?? "", t("rows.excludes"))}
            {text("excludesEn", english(option?.excludes), t("rows.excludesEnglish"))}
          </div>
        )}
      />
    </>
  );
}

export function PartRows({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations("builder");
  return (
    <Rows
      of="part"
      items={parts}
      idOf={(part) => part.id}
      labelOf={(part) => part.label}
      legend={(number) => t("rows.part", { number })}
      more={(part, { text, row }) => (
        <>
          <div className="row-flex row-top">
            <CellSelect
              name="part.type"
              id={`part.type-${row}`}
              row={row}
              stored={part?.type ?? "text"}
              label={t("rows.type")}
              options={PART_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) }))}
            />
            <CellSelect
              name="part.required"
              id={`part.required-${row}`}
              row={row}
              stored={part && !part.required ? "no" : "yes"}
              label={t("required.label")}
              options={[
                { value: "yes", label: t("parts.required") },
                { value: "no", label: t("parts.optional") },
              ]}
            />
          </div>
          <div className="row-flex row-top">
            {text("optionsIt", choices(part, "it"), t("rows.choices"))}
            {text("optionsEn", choices(part, "en"), t("rows.choicesEnglish"))}
          </div>
        </>
      )}
    />
  );
}

export function BudgetRows({ field }: { field: BudgetField }) {
  const t = useTranslations("builder");
  return (
    <>
      <Rows
        of="column"
        items={field.columns}
        idOf={(column) => column.id}
        labelOf={(column) => column.label}
        legend={(number) => t("rows.column", { number })}
        more={(column, { text }) => (
          <div className="row-flex row-top">
            {text("max", String(column?.max ?? ""), t("rows.columnMax"))}
            {text("maxShare", String(column?.maxShare ?? ""), t("rows.columnShare"))}
          </div>
        )}
      />
      <Rows
        of="line"
        items={field.lines ?? []}
        idOf={(line) => line.id}
        labelOf={(line) => line.label}
        legend={(number) => t("rows.line", { number })}
      />
    </>
  );
}

const english = (text: Localised | undefined) => (text && text.en !== text.it ? text.en : "");
const choices = (part: Part | undefined, locale: "it" | "en") =>
  part?.options?.map((option) => option.label[locale]).join("; ") ?? "";
