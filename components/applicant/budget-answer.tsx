"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FieldGroup } from "@/components/forms/field";
import { budgetSums } from "@/lib/calls/core/budget-sums";
import { euroWords } from "@/lib/calls/core/form-answer-words";
import { readAnswer } from "@/lib/calls/core/form-answers";
import type { BudgetField } from "@/lib/calls/core/form-composites";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import { LINE, type PartsAnswer } from "@/lib/calls/core/form-parts";
import type { AnswerProps } from "./answer-field";
import { BudgetLine } from "./budget-line";
import { AddRow } from "./row-buttons";
import { useRows } from "./use-rows";

const OWN_LINES = 20;

/**
 * Amounts in lines and columns. The sums follow what is typed; without scripts they follow what
 * is saved. Lines of one's own come after those that are given.
 */
export function BudgetAnswer({ field, ...props }: AnswerProps & { field: BudgetField }) {
  const t = useTranslations("applications");
  const { value, locale, partErrors } = props;
  const stored = (readAnswer(field, value) ?? []) as readonly PartsAnswer[];
  const lines = field.lines ?? [];
  const isGiven = (row: PartsAnswer) => lines.some((line) => line.id === row[LINE]);
  const own = stored.filter((row) => !isGiven(row));
  const most = field.ownLines ?? (field.lines ? 0 : OWN_LINES);
  const wanted = Math.max(lines.length > 0 ? 0 : 1, own.length, (props.rows ?? 0) - lines.length);
  const { rows, add, remove } = useRows({
    id: field.id,
    start: lines.length + Math.min(most, wanted),
    most: lines.length + most,
  });
  const [typed, setTyped] = useState<readonly PartsAnswer[]>();
  const sums = budgetSums(field, typed ?? stored);
  const count = (event: FormEvent<HTMLDivElement>) => {
    const { form } = event.target as unknown as HTMLInputElement;
    if (!form) return;
    const read = answersFromEntries([field], new FormData(form).entries())[field.id];
    setTyped((read ?? []) as readonly PartsAnswer[]);
  };
  const several = field.columns.length > 1;
  return (
    <FieldGroup
      id={field.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
    >
      <div className="table-responsive" onInput={count}>
        <table className="table ct-budget">
          <caption className="visually-hidden">{props.label}</caption>
          <thead>
            <tr>
              <th scope="col">{t("budget.item")}</th>
              {field.columns.map((column) => (
                <th scope="col" key={column.id}>
                  {t("inEuro", { label: column.label[locale] })}
                </th>
              ))}
              {most > 0 && (
                <th scope="col">
                  <span className="visually-hidden">{t("file.remove")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const given = lines[row];
              const answer = given
                ? stored.find((one) => one[LINE] === given.id)
                : own[row - lines.length];
              return (
                <BudgetLine
                  key={row}
                  field={field}
                  row={row}
                  given={given}
                  answer={answer ?? {}}
                  at={answer ? stored.indexOf(answer) : -1}
                  errors={partErrors}
                  locale={locale}
                  removable={most > 0}
                  remove={remove}
                />
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("budget.sum")}</th>
              {field.columns.map(({ id }) => (
                <td className="ct-num" key={id}>
                  <output>{euroWords(sums.columns[id] ?? 0, locale)}</output>
                </td>
              ))}
              {most > 0 && <td />}
            </tr>
          </tfoot>
        </table>
      </div>
      {several && (
        <p>
          {t("budget.total")} <strong>{euroWords(sums.total, locale)}</strong>
        </p>
      )}
      <noscript>
        <p className="ct-hint">{t("budget.onSave")}</p>
      </noscript>
      {rows.length < lines.length + most && (
        <AddRow field={field.id} label={t("budget.add")} add={add} />
      )}
    </FieldGroup>
  );
}
