/**
 * The words of a document: headings, paragraphs, lists, links. With `letter.tsx` (the page and
 * its letter-head), `tables.tsx` and `figures.tsx` they are all a document may be made of; each
 * gives what it draws its meaning for screen readers.
 *
 * @example
 * // lib/applications/pdf/receipt.tsx
 * export function Receipt({ view }: { view: ReceiptView }) {
 *   return (
 *     <Letter
 *       title={`Ricevuta della candidatura ${view.code}`}
 *       language="it"
 *       issuedAt={view.issuedAt}
 *       sender={{ name: view.body, lines: [view.office, view.address] }}
 *       footer={`Candidatura ${view.code}`}
 *       pageLabel="Pagina {page} di {pages}"
 *     >
 *       <H1>Ricevuta</H1>
 *       <P>
 *         Abbiamo ricevuto la candidatura di <Strong>{view.applicant}</Strong>.
 *       </P>
 *       <KeyValueTable rows={[{ label: 'Codice', value: view.code }]} />
 *       <H2>Allegati</H2>
 *       <DataTable
 *         columns={[{ label: 'File', share: 3 }, { label: 'Dimensione', share: 1, align: 'right' }]}
 *         rows={view.files.map((file) => [file.name, file.size])}
 *       />
 *       <P>
 *         Verifica su <Link href={view.verifyUrl} contents="Verifica il documento">{view.verifyUrl}</Link>.
 *       </P>
 *     </Letter>
 *   );
 * }
 *
 * Rules, all guarded by `renderPdf` (it throws `PdfRefused` and says why):
 * - one `H1` first, then levels without gaps; a component that shows nothing is left out, not empty;
 * - links and languages stand inside a paragraph, item or cell; a figure has an alternative text;
 * - what stands only in letter-head repetitions and footers is not read aloud: say it in the body too;
 * - no clock and no randomness: `issuedAt` and codes come with the view.
 * Text needs no care: any string may hold `<`, `&`, Arabic, emoji or very long words.
 */
import type { ReactNode } from "react";
import { TaggedText, TaggedView } from "./primitives";
import { COLOURS, TEXT } from "./theme";
import type { Ua } from "./ua";

interface Words {
  readonly children: ReactNode;
  /** BCP 47 tag, where it differs from the document's. */
  readonly lang?: string;
}

export function H1({ children, lang }: Words) {
  return (
    <TaggedText ua={{ role: "H1", ...(lang && { lang }) }} style={STYLES.h1} minPresenceAhead={60}>
      {children}
    </TaggedText>
  );
}

interface HeadingProps extends Words {
  /** Points that must be left on the page below it, for it not to begin the next one. */
  readonly ahead?: number;
}

export function H2({ children, lang, ahead = 60 }: HeadingProps) {
  return (
    <TaggedText
      ua={{ role: "H2", ...(lang && { lang }) }}
      style={STYLES.h2}
      minPresenceAhead={ahead}
    >
      {children}
    </TaggedText>
  );
}

export function H3({ children, lang }: Words) {
  return (
    <TaggedText ua={{ role: "H3", ...(lang && { lang }) }} style={STYLES.h3} minPresenceAhead={40}>
      {children}
    </TaggedText>
  );
}

export function P({ children, lang }: Words) {
  return (
    <TaggedText ua={{ role: "P", ...(lang && { lang }) }} style={STYLES.p}>
      {children}
    </TaggedText>
  );
}

/** The sentence below the title that says what this is, a little larger. */
export function Lead({ children, lang }: Words) {
  return (
    <TaggedText ua={{ role: "P", ...(lang && { lang }) }} style={STYLES.lead}>
      {children}
    </TaggedText>
  );
}

/** Legal references and notes. */
export function Small({ children, lang }: Words) {
  return (
    <TaggedText ua={{ role: "P", ...(lang && { lang }) }} style={STYLES.small}>
      {children}
    </TaggedText>
  );
}

/** What must not be overlooked, on a tinted ground. Takes blocks. */
export function Callout({ children }: { readonly children: ReactNode }) {
  return (
    <TaggedView ua={{ role: "Callout" }} style={STYLES.callout}>
      {children}
    </TaggedView>
  );
}

/** Keeps a heading and what it announces on one page. Only for what is short: it never breaks. */
export function Together({ children }: { readonly children: ReactNode }) {
  return <TaggedView wrap={false}>{children}</TaggedView>;
}

/** Bold within a sentence; a look, not a structure. */
export function Strong({ children }: { readonly children: ReactNode }) {
  return <TaggedText style={STYLES.strong}>{children}</TaggedText>;
}

/** Words in another language within a sentence. */
export function Lang({ lang, children }: { readonly lang: string; readonly children: ReactNode }) {
  const ua: Ua = { role: "Span", lang };
  return <TaggedText src={ua}>{children}</TaggedText>;
}

/**
 * A link within a sentence.
 * @param href absolute, https, http or mailto
 * @param contents what a screen reader announces; say where it leads
 */
export function Link({
  href,
  contents,
  children,
}: {
  readonly href: string;
  readonly contents: string;
  readonly children: ReactNode;
}) {
  const ua: Ua = { role: "Link", href, contents };
  return (
    <TaggedText src={ua} style={STYLES.link}>
      {children}
    </TaggedText>
  );
}

/** Items are sentences: text with links, languages and bold in it. */
export function List({
  items,
  numbered = false,
}: {
  readonly items: readonly ReactNode[];
  readonly numbered?: boolean;
}) {
  return (
    <TaggedView
      ua={{ role: "L", listNumbering: numbered ? "Decimal" : "Disc" }}
      style={STYLES.list}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is rendered once
        <TaggedView key={index} ua={{ role: "LI" }} style={STYLES.item}>
          <TaggedText ua={{ role: "Lbl" }} style={numbered ? STYLES.number : STYLES.bullet}>
            {numbered ? `${index + 1}.` : "•"}
          </TaggedText>
          <TaggedText ua={{ role: "LBody" }} style={STYLES.words}>
            {item}
          </TaggedText>
        </TaggedView>
      ))}
    </TaggedView>
  );
}

const STYLES = {
  h1: { ...TEXT.h1, marginBottom: 10 },
  h2: { ...TEXT.h2, marginTop: 22, marginBottom: 7 },
  h3: { ...TEXT.h3, marginTop: 12, marginBottom: 4 },
  p: { marginBottom: 8 },
  lead: { fontSize: 12.5, lineHeight: 1.45, marginBottom: 14 },
  small: { ...TEXT.small, marginBottom: 6 },
  callout: {
    backgroundColor: COLOURS.tint,
    borderLeftWidth: 3,
    borderLeftColor: COLOURS.accent,
    paddingTop: 11,
    paddingBottom: 4,
    paddingHorizontal: 15,
    marginTop: 6,
    marginBottom: 14,
  },
  strong: { fontWeight: 600 },
  link: { color: COLOURS.accent, textDecoration: "underline" },
  list: { marginBottom: 8 },
  item: { flexDirection: "row", marginBottom: 4 },
  bullet: { width: 15, paddingLeft: 3, color: COLOURS.accent },
  number: { width: 21, fontWeight: 600, color: COLOURS.accent },
  words: { flex: 1 },
} as const;
