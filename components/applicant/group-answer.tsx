"use client";
import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/forms/field";
import type { GroupField } from "@/lib/calls/core/form-composites";
import type { PartsAnswer } from "@/lib/calls/core/form-parts";
import type { AnswerProps } from "./answer-field";
import { PartControls } from "./part-controls";
import { AddRow, RemoveRow } from "./row-buttons";
import { rowId, useRows } from "./use-rows";

const MOST = 50;

/** Rows of the same questions, each with a way to take it away. A row left empty is nobody. */
export function GroupAnswer({ field, ...props }: AnswerProps & { field: GroupField }) {
  const t = useTranslations("applications");
  const { value, nature, locale, places, partErrors } = props;
  const stored = Array.isArray(value) ? (value as PartsAnswer[]) : [];
  const most = field.maxRows ?? MOST;
  const least = Math.max(field.minRows ?? 1, stored.length, props.rows ?? 0);
  const { rows, add, remove } = useRows({
    id: field.id,
    applicationId: props.applicationId,
    step: props.step,
    start: Math.min(most, least),
    most,
  });
  const name = field.rowLabel[locale];
  return (
    <FieldGroup
      id={field.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
    >
      {rows.map((row, at) => {
        const title = t("rows.title", { name, number: at + 1 });
        return (
          <fieldset className="ct-panel p-3 mb-3" key={row} id={rowId(field.id, row)}>
            <legend className="ct-h3 fs-6">{title}</legend>
            <PartControls
              field={field}
              prefix={`${field.id}.${row}`}
              value={stored[row] ?? {}}
              errors={errorsUnder(`${row}.`, partErrors)}
              nature={nature}
              locale={locale}
              places={places}
            />
            {rows.length > 1 && (
              <RemoveRow field={field.id} row={row} what={title} remove={remove} />
            )}
          </fieldset>
        );
      })}
      {rows.length < most && (
        <AddRow field={field.id} label={t("rows.add", { name: name.toLowerCase() })} add={add} />
      )}
    </FieldGroup>
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
