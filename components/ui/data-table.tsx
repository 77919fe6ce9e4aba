import { type ReactNode, useId } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, with figures of one width. */
  number?: boolean;
  /** The column that names the row; the first one unless another is marked. */
  rowHeader?: boolean;
  /** Set on the column the rows are ordered by. */
  sort?: "ascending" | "descending" | undefined;
};

type Props<Row> = {
  caption: ReactNode;
  /** When the heading above says the same. It is still read. */
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  /** Comparison tables: rows of 34 px. */
  tight?: boolean;
  /** Rows of a `<tfoot>`. */
  foot?: ReactNode;
};

/**
 * A table in a box that scrolls by itself on narrow screens (and can be reached by keyboard).
 * Where there are no rows show EmptyState instead.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowClass, tight, foot } = props;
  const id = useId();
  const headerKey = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-wrap" aria-labelledby={id} tabIndex={0}>
      <table className={tight ? "table table-tight" : "table"}>
        <caption id={id} className={captionHidden ? "visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number ? "right" : undefined}
                aria-sort={column.sort}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  column={column}
                  header={column.key === headerKey}
                  row={row}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}

type CellProps<Row> = { column: Column<Row>; header: boolean; row: Row };

function Cell<Row>({ column, header, row }: CellProps<Row>) {
  if (header) return <th scope="row">{column.cell(row)}</th>;
  return <td className={column.number ? "num right" : undefined}>{column.cell(row)}</td>;
}
