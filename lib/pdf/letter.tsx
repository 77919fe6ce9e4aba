import { Document, Page } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { TaggedText, TaggedView } from "./primitives";
import { COLOURS, PAGE, TEXT } from "./theme";

export interface LetterProps {
  /** Title of the file, shown by readers and announced first; also the running head. */
  readonly title: string;
  /** BCP 47 tag: "it", "en". */
  readonly language: string;
  /** ISO 8601 instant: the date the file carries. Part of the view, never the clock. */
  readonly issuedAt: string;
  /** Who writes: the body's name, then office, address, PEC, one a line. */
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly subject?: string;
  /** Left in the footer of each page: the code of the document and where to verify it. */
  readonly footer: string;
  /** Right in the footer, e.g. "Pagina {page} di {pages}". */
  readonly pageLabel: string;
  readonly children: ReactNode;
}

/** A document on the letter-head of a body. Returns the root that `renderPdf` takes. */
export function Letter(props: LetterProps) {
  const { title, language, issuedAt, sender, subject, footer, pageLabel, children } = props;
  return (
    <Document
      title={title}
      author={sender.name}
      language={language}
      creationDate={new Date(issuedAt)}
      {...(subject && { subject })}
    >
      <Page size={PAGE.size} style={STYLES.page}>
        <TaggedView ua={{ role: "Artifact" }} fixed style={STYLES.band} />
        <TaggedView ua={{ role: "Artifact", fromSecondPage: true }} fixed style={STYLES.running}>
          <TaggedText style={STYLES.runningName}>{sender.name}</TaggedText>
          <TaggedText style={STYLES.runningTitle}>{title}</TaggedText>
        </TaggedView>
        <TaggedView ua={{ role: "Sect" }} style={STYLES.head}>
          <TaggedText ua={{ role: "P" }} style={STYLES.name}>
            {sender.name}
          </TaggedText>
          {sender.lines.map((line) => (
            <TaggedText key={line} ua={{ role: "P" }} style={STYLES.line}>
              {line}
            </TaggedText>
          ))}
        </TaggedView>
        {children}
        <TaggedView ua={{ role: "Artifact" }} fixed style={STYLES.foot}>
          <TaggedText style={STYLES.footWords}>{footer}</TaggedText>
        </TaggedView>
        <TaggedView
          ua={{ role: "PageNumber", template: pageLabel }}
          fixed
          style={STYLES.pageNumber}
        />
      </Page>
    </Document>
  );
}

const STYLES = {
  page: {
    ...TEXT.body,
    paddingTop: PAGE.top,
    paddingBottom: PAGE.bottom,
    paddingHorizontal: PAGE.side,
  },
  band: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    height: 7,
    backgroundColor: COLOURS.accent,
  },
  running: {
    position: "absolute",
    top: 30,
    left: PAGE.side,
    right: PAGE.side,
    flexDirection: "row",
    justifyContent: "space-between",
  },
  runningName: {
    ...TEXT.small,
    fontWeight: 600,
    color: COLOURS.accent,
    maxWidth: "46%",
    maxLines: 1,
    textOverflow: "ellipsis",
  },
  runningTitle: {
    ...TEXT.small,
    maxWidth: "50%",
    maxLines: 1,
    textOverflow: "ellipsis",
    textAlign: "right",
  },
  head: {
    marginTop: -18,
    marginBottom: 34,
    paddingBottom: 14,
    borderBottomWidth: 0.75,
    borderBottomColor: COLOURS.line,
  },
  name: { fontSize: 15, lineHeight: 1.25, fontWeight: 700, color: COLOURS.accent, marginBottom: 3 },
  line: { ...TEXT.small, fontSize: 9 },
  foot: {
    position: "absolute",
    bottom: 30,
    left: PAGE.side,
    right: PAGE.side,
    paddingTop: 8,
    paddingRight: 90,
    borderTopWidth: 0.75,
    borderTopColor: COLOURS.line,
  },
  footWords: { ...TEXT.small, fontSize: 8, maxLines: 1, textOverflow: "ellipsis" },
  pageNumber: {
    position: "absolute",
    bottom: 30,
    right: PAGE.side,
    width: 90,
    height: 11,
    fontSize: 8,
    color: COLOURS.soft,
    textAlign: "right",
  },
} as const;
