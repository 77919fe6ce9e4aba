"use client";
import { useTranslations } from "next-intl";
import type { GroupField } from "@/lib/calls/core/form-composites";
import type { PartsAnswer } from "@/lib/calls/core/form-parts";
import type { AnswerProps } from "./answer-field";
import { PartControls } from "./part-controls";
import { RepeatedRows } from "./repeated-rows";

/** Rows of the same questions. */
export function GroupAnswer({ field, ...props }: AnswerProps & { field: GroupField }) {
  const t = useTranslations("applications");
  const { value, nature, locale, places, partErrors } = props;
  const stored = Array.isArray(value) ? (value as PartsAnswer[]) : [];
  const name = field.rowLabel[locale];
  return (
    <RepeatedRows
      of={{ ...props, field }}
      least={Math.max(field.minRows ?? 1, stored.length)}
      most={field.maxRows}
      titleOf={(number) => t("rows.title", { name, number })}
      addLabel={t("rows.add", { name: name.toLowerCase() })}
    >
      {(row) => (
        <PartControls
          field={field}
          prefix={`${field.id}.${row}`}
          value={stored[row] ?? {}}
          errors={errorsUnder(`${row}.`, partErrors)}
          nature={nature}
          locale={locale}
          places={places}
        />
      )}
    </RepeatedRows>
  );
}

/** The errors of one row, by part. */
function errorsUnder(prefix: string, errors: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, words]) => [path.slice(prefix.length), words]),
  );
}
