/** Begins a formula in a spreadsheet: such a cell is a text here, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/;
const FIGURE = /^-?\d+(?:[.,]\d+)?$/;

/**
 * Rows as a file that Italian spreadsheets open by a click: UTF-8 with its mark, semicolons, CRLF.
 * A cell that a spreadsheet would carry out is led by an apostrophe (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[";\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
