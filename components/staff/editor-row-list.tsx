import { type ReactNode, useId } from "react";

/** Rows without anything: one more can always be added, with or without scripts. */
const EMPTY_ROWS = 2;

type Props<Row> = {
  rows: readonly Row[];
  empty: Row;
  /** The name of a row for who hears it. */
  titleOf: (number: number) => string;
  className: string;
  titleHidden?: boolean;
  /** The controls of a row, by its place in the form. */
  children: (row: Row, place: number) => ReactNode;
};

/** The rows of the editor: what is written, and two that are empty. */
export function EditorRowList<Row>(props: Props<Row>) {
  const id = useId();
  const rows = [...props.rows, ...Array.from({ length: EMPTY_ROWS }, () => props.empty)];
  return rows.map((row, place) => (
    // A row has no name but its place.
    <fieldset className={props.className} key={`${id}${place.toString()}`}>
      <legend {...(props.titleHidden && { className: "visually-hidden" })}>
        {props.titleOf(place + 1)}
      </legend>
      {props.children(row, place)}
    </fieldset>
  ));
}
