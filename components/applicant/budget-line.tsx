import { useTranslations } from "next-intl";
import type { BudgetField } from "@/lib/calls/core/form-composites";
import type { Localised } from "@/lib/calls/core/form-definition";
import { ITEM, LINE, type PartsAnswer } from "@/lib/calls/core/form-parts";
import { RemoveRow } from "./row-buttons";
import { rowId } from "./use-rows";

type Props = {
  field: BudgetField;
  /** The number that the controls of this line carry. */
  row: number;
  /** The line that the form gives; none for one of the applicant's own. */
  given: { id: string; label: Localised } | undefined;
  answer: PartsAnswer;
  /** Place of the line among those that were answered. */
  at: number;
  errors: Readonly<Record<string, string>>;
  locale: "it" | "en";
  removable: boolean;
  remove: (row: number) => void;
};

export function BudgetLine(props: Props) {
  const { field, row, given, answer, at, errors, locale, removable, remove } = props;
  const t = useTranslations("applications");
  const name = `${field.id}.${row}`;
  const title = given?.label[locale] ?? t("budget.own", { number: row + 1 });
  return (
    <tr id={rowId(field.id, row)}>
      <th scope="row">
        {given ? (
          <>
            <input type="hidden" name={`${name}.${LINE}`} value={given.id} />
            {title}
          </>
        ) : (
          <Cell
            name={`${name}.${ITEM}`}
            label={t("budget.itemOf", { line: title })}
            value={answer[ITEM]}
            error={errors[`${at}.${ITEM}`]}
          />
        )}
      </th>
      {field.columns.map((column) => (
        <td key={column.id}>
          <Cell
            name={`${name}.${column.id}`}
            label={`${title}, ${t("inEuro", { label: column.label[locale] })}`}
            value={answer[column.id]}
            error={errors[`${at}.${column.id}`]}
            amount
          />
        </td>
      ))}
      {removable && (
        <td>{!given && <RemoveRow field={field.id} row={row} what={title} remove={remove} />}</td>
      )}
    </tr>
  );
}

type CellProps = {
  name: string;
  label: string;
  value: string | number | boolean | undefined;
  error: string | undefined;
  amount?: boolean;
};

/** A control in a table: the headers are its label, and readers hear all of it. */
function Cell({ name, label, value, error, amount }: CellProps) {
  const text = typeof value === "number" ? String(value).replace(".", ",") : String(value ?? "");
  return (
    <>
      <label className="visually-hidden" htmlFor={name}>
        {label}
      </label>
      <input
        className={amount ? "form-control ct-num" : "form-control"}
        id={name}
        name={name}
        defaultValue={text}
        {...(amount && { inputMode: "decimal" as const })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-e` : undefined}
      />
      {error && (
        <span className="ct-err d-block" id={`${name}-e`}>
          {error}
        </span>
      )}
    </>
  );
}
