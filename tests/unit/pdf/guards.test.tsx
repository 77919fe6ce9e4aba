import { Link as BareLink, Document, Page, Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { H1, H3, Link, P } from "@/lib/pdf/components";
import { Letter } from "@/lib/pdf/letter";
import { TaggedSvg, TaggedText, TaggedView } from "@/lib/pdf/primitives";
import { renderPdf } from "@/lib/pdf/render";
import type { Ua } from "@/lib/pdf/ua";
import { LETTER } from "./sample";

const refusal = async (children: ReactNode, letter: Partial<typeof LETTER> = {}) =>
  renderPdf(
    <Letter {...LETTER} {...letter}>
      {children}
    </Letter>,
  ).then(
    () => "it was rendered",
    (error: Error) => `${error.name}: ${error.message}`,
  );

const shared: Ua = { role: "P" };

describe("a document is refused", () => {
  it.each<[string, ReactNode, RegExp]>([
    [
      "when one ua object is used twice",
      [
        <TaggedText key={1} ua={shared}>
          uno
        </TaggedText>,
        <TaggedText key={2} ua={shared}>
          due
        </TaggedText>,
      ],
      /One ua object \(P\) is used by two nodes/,
    ],
    [
      "when a node with a meaning is lost in layout",
      <P key={1}>
        prima <TaggedText ua={{ role: "Span", lang: "en" }}>inside</TaggedText>
      </P>,
      /A Span was lost in layout/,
    ],
    [
      "when a figure has no alternative text",
      <TaggedSvg key={1} ua={{ role: "Figure", alt: " " }} style={{ width: 9, height: 9 }} />,
      /A Figure has no alternative text/,
    ],
    [
      "when a picture has no meaning at all",
      <TaggedSvg key={1} ua={{ role: "P" }} style={{ width: 9, height: 9 }} />,
      /A picture needs the role Figure/,
    ],
    [
      "when a cell stands outside a row",
      <TaggedView key={1} ua={{ role: "Table" }}>
        <TaggedText ua={{ role: "TD" }}>cella</TaggedText>
      </TaggedView>,
      /A TD may not stand in a Table/,
    ],
    ["when a paragraph is empty", <P key={1}>{""}</P>, /A P is empty/],
    [
      "when text has no role",
      <TaggedView key={1}>
        <Text>sciolto</Text>
      </TaggedView>,
      /Text stands directly in a Document, without a role: "sciolto"/,
    ],
    [
      "when a heading level is skipped",
      [<H1 key={1}>uno</H1>, <H3 key={3}>tre</H3>],
      /A H3 follows level 1/,
    ],
    [
      "when a glyph is in no embedded font",
      <TaggedText key={1} ua={{ role: "P" }} style={{ fontFamily: "Helvetica" }}>
        parole
      </TaggedText>,
      /No embedded font has the characters of "parole"/,
    ],
    [
      "when a link is one of react-pdf's",
      <P key={1}>
        vai a <BareLink src="https://example.org">qui</BareLink>
      </P>,
      /Use the Link component for https:\/\/example\.org/,
    ],
    [
      "when a link runs a script",
      <P key={1}>
        <Link href={["javascript", "alert(1)"].join(":")} contents="Apri">
          qui
        </Link>
      </P>,
      /A link may not lead to "javascript:alert\(1\)"/,
    ],
    [
      "when a link does not say where it leads",
      <P key={1}>
        <Link href="https://example.org" contents="">
          qui
        </Link>
      </P>,
      /does not say where it leads/,
    ],
    [
      "when a link stands where nobody reads",
      <TaggedText key={1} ua={{ role: "Artifact" }}>
        <Link href="https://example.org" contents="Apri">
          qui
        </Link>
      </TaggedText>,
      /A link stands in an artifact/,
    ],
    [
      "when text runs off the page",
      <TaggedView key={1} wrap={false}>
        <TaggedText ua={{ role: "P" }}>{"molte parole ".repeat(2000)}</TaggedText>
      </TaggedView>,
      /Text runs off the page/,
    ],
    [
      "when a header id is used twice",
      <TaggedView key={1} ua={{ role: "Table" }}>
        <TaggedView ua={{ role: "TR" }}>
          <TaggedText ua={{ role: "TH", id: "a" }}>uno</TaggedText>
          <TaggedText ua={{ role: "TH", id: "a" }}>due</TaggedText>
        </TaggedView>
      </TaggedView>,
      /The id "a" is used twice/,
    ],
  ])("%s", async (_, children, reason) => {
    const message = await refusal(children);
    expect(message).toMatch(/^PdfRefused: /);
    expect(message).toMatch(reason);
  });

  it("without a title, an author or a date", async () => {
    expect(await refusal(<P>testo</P>, { title: " " })).toMatch(/has no title/);
    const sender = { ...LETTER.sender, name: "" };
    expect(await refusal(<P>testo</P>, { sender })).toMatch(/has no author/);
    const bare = renderPdf(
      <Document title="Titolo" author="Ente" language="it">
        <Page />
      </Document>,
    );
    await expect(bare).rejects.toThrow("The document has no date.");
    expect(await refusal(<P>testo</P>, { issuedAt: "ieri" })).toMatch(/has no date/);
  });

  it("when a page has a background, which would be drawn unmarked", async () => {
    const coloured = renderPdf(
      <Document title="T" author="E" language="it" creationDate={new Date(0)}>
        <Page style={{ backgroundColor: "#eeeeee" }} />
      </Document>,
    );
    await expect(coloured).rejects.toThrow(/A page has a background/);
  });

  it("and is rendered when nothing of that is so", async () => {
    expect(await refusal(<P>testo</P>)).toBe("it was rendered");
  });
});
