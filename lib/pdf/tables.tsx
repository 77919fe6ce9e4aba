import type { ComponentProps, ReactNode } from "react";
import { TaggedText, TaggedView } from "./primitives";
import { COLOURS } from "./theme";
import type { Ua } from "./ua";

export interface KeyValueRow {
  readonly label: string;
  /** Text with links and bold in it. */
  readonly value: ReactNode;
}

/** Labels and their values: a table whose row headers are the labels. */
export function KeyValueTable({ rows }: { readonly rows: readonly KeyValueRow[] }) {
  return (
    <TaggedView ua={{ role: "Table" }} style={STYLES.facts}>
      {rows.map(({ label, value }, index) => (
        <TaggedView
          key={label}
          ua={{ role: "TR" }}
          wrap={isLong([value])}
          style={index === 0 ? STYLES.firstFact : STYLES.fact}
        >
          <TaggedText ua={{ role: "TH", scope: "Row" }} style={STYLES.label}>
            {label}
          </TaggedText>
          <TaggedText ua={{ role: "TD" }} style={isProse(value) ? STYLES.prose : STYLES.value}>
            {orDash(value)}
          </TaggedText>
        </TaggedView>
      ))}
    </TaggedView>
  );
}

export interface Column {
  readonly label: string;
  /** Part of the width, in relation to the other columns; 1 if not given. */
  readonly share?: number;
  readonly align?: "left" | "right";
}

export interface DataTableProps {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** The first column names the row. */
  readonly rowHeaders?: boolean;
}

/** Rows of data under column headers that repeat on each page and are read once. */
export function DataTable({ columns, rows, rowHeaders = false }: DataTableProps) {
  const cell = (index: number, children: ReactNode, ua: Ua, look: CellLook) => {
    const { share = 1, align = "left", label } = columns[index] ?? { label: "" };
    const last = index === columns.length - 1 && { paddingRight: 0 };
    return (
      <TaggedText
        key={label || index}
        ua={ua}
        style={{ ...look, ...last, flex: share, textAlign: align }}
      >
        {orDash(children)}
      </TaggedText>
    );
  };
  return (
    <TaggedView ua={{ role: "Table" }} style={STYLES.table}>
      <TaggedView ua={{ role: "THead" }} fixed>
        <TaggedView ua={{ role: "TR" }} style={STYLES.headRow}>
          {columns.map(({ label }, index) =>
            cell(index, label, { role: "TH", scope: "Column" }, STYLES.headCell),
          )}
        </TaggedView>
      </TaggedView>
      <TaggedView ua={{ role: "TBody" }}>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document is rendered once
          <TaggedView key={row} ua={{ role: "TR" }} wrap={isLong(cells)} style={STYLES.row}>
            {cells.map((value, index) =>
              rowHeaders && index === 0
                ? cell(index, value, { role: "TH", scope: "Row" }, STYLES.rowHeader)
                : cell(index, value, { role: "TD" }, STYLES.cell),
            )}
          </TaggedView>
        ))}
      </TaggedView>
    </TaggedView>
  );
}

type CellLook = Extract<ComponentProps<typeof TaggedText>["style"], { fontSize?: unknown }>;

const LONG_TEXT = 600;
const PROSE = 140;

/** A row stays whole on a page unless it might be taller than one. */
function isLong(cells: readonly ReactNode[]): boolean {
  return cells.some((cell) => (typeof cell === "string" ? cell.length > LONG_TEXT : false));
}

/** Answers of some length are read, not looked up: no bold. */
function isProse(value: ReactNode): boolean {
  return typeof value === "string" && value.length > PROSE;
}

// An empty cell leaves the reader wondering whether something was not read out.
function orDash(value: ReactNode): ReactNode {
  const empty = value == null || value === false || (typeof value === "string" && !value.trim());
  return empty ? "–" : value;
}

const ROW = {
  flexDirection: "row",
  borderBottomWidth: 0.75,
  borderBottomColor: COLOURS.hair,
} as const;
const CELL = { paddingVertical: 4.5, paddingRight: 10 } as const;

const STYLES = {
  facts: { marginTop: 4, marginBottom: 12 },
  firstFact: { ...ROW, borderTopWidth: 0.75, borderTopColor: COLOURS.hair },
  fact: ROW,
  label: { ...CELL, width: 148, color: COLOURS.soft },
  value: { ...CELL, flex: 1, paddingRight: 0, fontWeight: 600 },
  prose: { ...CELL, flex: 1, paddingRight: 0 },
  table: { marginTop: 4, marginBottom: 12 },
  headRow: { flexDirection: "row", borderBottomWidth: 1.25, borderBottomColor: COLOURS.accent },
  headCell: { ...CELL, paddingTop: 2, fontSize: 9, fontWeight: 700, color: COLOURS.accent },
  row: ROW,
  cell: { ...CELL, fontSize: 9.5, lineHeight: 1.35 },
  rowHeader: { ...CELL, fontSize: 9.5, lineHeight: 1.35, fontWeight: 600 },
} as const;
