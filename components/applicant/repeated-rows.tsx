import type { ReactNode } from "react";
import { FieldGroup } from "@/components/forms/field";
import type { AnswerProps } from "./answer-field";
import { AddRow, RemoveRow } from "./row-buttons";
import { rowId, useRows } from "./use-rows";

/** Rows of a repeated question when its form does not say how many. */
const MOST = 50;

type Props = {
  of: AnswerProps;
  /** Rows that stand there at first. */
  least: number;
  most: number | undefined;
  titleOf: (number: number) => string;
  addLabel: string;
  /** The controls of one row, by the number that they carry. */
  children: (row: number) => ReactNode;
};

/**
 * The rows of a repeated question, each with a way to take it away. Without scripts the button
 * saves and makes room. A row left empty is nobody.
 */
export function RepeatedRows({ of, least, most = MOST, titleOf, addLabel, children }: Props) {
  const { id } = of.field;
  const { rows, add, remove } = useRows({
    id,
    start: Math.min(most, Math.max(least, of.rows ?? 0)),
    most,
  });
  return (
    <FieldGroup id={id} label={of.label} hint={of.hint} error={of.error} optional={of.optional}>
      {rows.map((row, at) => (
        <fieldset className="ct-panel p-3 mb-3" key={row} id={rowId(id, row)}>
          <legend className="ct-h3 fs-6">{titleOf(at + 1)}</legend>
          {children(row)}
          {rows.length > 1 && (
            <RemoveRow field={id} row={row} what={titleOf(at + 1)} remove={remove} />
          )}
        </fieldset>
      ))}
      {rows.length < most && <AddRow field={id} label={addLabel} add={add} />}
    </FieldGroup>
  );
}
