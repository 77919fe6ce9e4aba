import { describe, expect, it } from "vitest";
import { H1, P } from "@/lib/pdf/components";
import { SealPlace } from "@/lib/pdf/figures";
import { Letter } from "@/lib/pdf/letter";
import { renderPdf } from "@/lib/pdf/render";
import { KeyValueTable } from "@/lib/pdf/tables";
import { outline, readTagged } from "./read-tagged";
import { LETTER, Sample } from "./sample";

const HOSTILE = `Ricevuta <img src=x onerror="alert(1)"> & 'co'`;

async function readLetter(letter: Partial<typeof LETTER>, value = "valore") {
  const { bytes } = await renderPdf(
    <Letter {...LETTER} {...letter}>
      <H1>Ricevuta</H1>
      <KeyValueTable rows={[{ label: "Nome", value }]} />
    </Letter>,
  );
  const raw = Buffer.from(bytes).toString("utf8");
  return { raw, ...(await readTagged(bytes)) };
}

describe("what a document says about itself", () => {
  it("declares PDF/UA-1 and PDF/A-2a, title, author, language and date", async () => {
    const { raw, info, metadata } = await readLetter({});
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(raw).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A<");
    expect(raw).toContain("/DisplayDocTitle true");
    expect(raw.match(/%PDF-1\.7/)).not.toBeNull();
    expect(info).toMatchObject({
      Title: LETTER.title,
      Author: "Società della Salute della Lunigiana",
      Language: "it",
      CreationDate: "D:20261121105958Z",
    });
    expect(metadata?.get("dc:title")).toBe(LETTER.title);
    expect(metadata?.get("xmp:createdate")).toBe("2026-11-21T10:59:58Z");
  });

  it("keeps markup in a title, an author and a name as the text it is", async () => {
    const sender = { ...LETTER.sender, name: HOSTILE };
    const { raw, info, metadata, pages } = await readLetter({ title: HOSTILE, sender }, HOSTILE);
    expect(metadata?.get("dc:title")).toBe(HOSTILE);
    expect(metadata?.get("dc:creator")).toEqual([HOSTILE]);
    expect(info).toMatchObject({ Title: HOSTILE, Author: HOSTILE });
    expect(raw.slice(raw.indexOf("<x:xmpmeta"))).not.toContain("<img");
    const page = pages[0];
    expect(page && outline(page.tree)).toContain(`        TD "${HOSTILE}"`);
  });

  it("has the same bytes for the same input, also when two are made at once", async () => {
    const [first, second] = await Promise.all([
      renderPdf(<Sample rows={5} />),
      renderPdf(<Sample rows={5} />),
    ]);
    const third = await renderPdf(<Sample rows={5} />);
    expect(second.sha256).toBe(first.sha256);
    expect(Buffer.compare(third.bytes, first.bytes)).toBe(0);
    const later = { ...LETTER, issuedAt: "2026-11-21T10:59:59Z" };
    expect((await renderPdf(<Sample rows={5} letter={later} />)).sha256).not.toBe(first.sha256);
  });

  it("tells where the place of the seal is", async () => {
    const { places } = await renderPdf(
      <Letter {...LETTER}>
        <P>Testo</P>
        <SealPlace name="sigillo" label="Sigillo elettronico" />
      </Letter>,
    );
    expect(places).toMatchObject([{ name: "sigillo", page: 1 }]);
    const [left, bottom, right, top] = places[0]?.rect ?? [0, 0, 0, 0];
    expect(right - left).toBeCloseTo(200);
    expect(top - bottom).toBeCloseTo(58);
    expect(bottom).toBeGreaterThan(400);
  });
});
