/** "Salva richiesta" on wide screens, "Salva" on phones. Only one of the two is shown and read. */
export function ShortWords({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span className="d-none d-md-inline">{long}</span>
      <span className="d-md-none">{short}</span>
    </>
  );
}
