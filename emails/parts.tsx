import type { ReactNode } from "react";
import { styles } from "./styles";

/** What happened, in one sentence. One per mail. */
export function Heading({ children }: { children: ReactNode }) {
  return <h1 style={styles.heading}>{children}</h1>;
}

export function Part({ children }: { children: ReactNode }) {
  return <h2 style={styles.part}>{children}</h2>;
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={styles.paragraph}>{children}</p>;
}

/** Secondary text. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p style={styles.quiet}>{children}</p>;
}

/** What must not be overlooked. */
export function Note({ children }: { children: ReactNode }) {
  return <p style={styles.note}>{children}</p>;
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p style={styles.paragraph}>
      <a href={webAddress(href)} style={styles.action}>
        {children}
      </a>
    </p>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={webAddress(href)} style={styles.link}>
      {children}
    </a>
  );
}

/** Names and values; those without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, string | null])[] }) {
  return (
    <table style={styles.facts}>
      <tbody>
        {rows.map(([name, value]) =>
          value ? (
            <tr key={name}>
              <th scope="row" style={styles.factName}>
                {name}
              </th>
              <td style={styles.factValue}>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

export function List({ items }: { items: readonly string[] }) {
  return (
    <ul style={styles.list}>
      {items.map((item) => (
        <li key={item} style={styles.item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Only web addresses become links: a view could carry text that people wrote. */
function webAddress(href: string): string {
  return /^https?:\/\//i.test(href) ? href : "about:blank";
}
