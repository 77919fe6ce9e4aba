import type { ShownAnswer as Shown } from "@/lib/calls/core/form-answer-words";

/** An answer in words, as a text, facts or a table with its sums. */
export function ShownAnswer({ shown, label }: { shown: Shown; label: string }) {
  switch (shown.kind) {
    case "text":
      return <span className="ct-pre">{shown.text}</span>;
    case "facts":
      return (
        <ul className="list-unstyled m-0">
          {shown.facts.map(([name, words]) => (
            <li key={name}>
              {name}: {words}
            </li>
          ))}
        </ul>
      );
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="table-responsive" aria-label={label} tabIndex={0}>
          <table className="table table-sm">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                {shown.columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
                <Row key={at} cells={row} />
              ))}
            </tbody>
            {shown.foot && (
              <tfoot>
                <Row cells={shown.foot} />
              </tfoot>
            )}
          </table>
        </section>
      );
  }
}

function Row({ cells }: { cells: readonly string[] }) {
  const [first, ...rest] = cells;
  return (
    <tr>
      <th scope="row">{first}</th>
      {rest.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
        <td key={at}>{cell || "–"}</td>
      ))}
    </tr>
  );
}
