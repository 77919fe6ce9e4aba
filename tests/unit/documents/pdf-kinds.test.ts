import { expect, test } from "vitest";
import { pdfKinds } from "@/lib/documents/pdf-kinds";
import type { PdfViews } from "@/lib/pdf/pool";
import { type RenderedPdf, renderPdf } from "@/lib/pdf/render";
import { documentViews } from "../../support/document-views";
import { type Read, readTagged } from "../pdf/read-tagged";

const kinds = Object.keys(pdfKinds) as (keyof PdfViews)[];

function draw(kind: keyof PdfViews, name: string, locale = "it"): Promise<RenderedPdf> {
  const make = pdfKinds[kind] as (view: unknown) => Parameters<typeof renderPdf>[0];
  return renderPdf(make(documentViews(name, locale)[kind]));
}

/** All words in reading order, without the marks that keep a direction. */
async function wordsOf({ bytes }: RenderedPdf): Promise<string> {
  const { pages } = await readTagged(bytes);
  const read = (node: Read): string =>
    node.parts.map((part) => (typeof part === "string" ? part : `${read(part)}\n`)).join("");
  return pages
    .map(({ tree }) => read(tree))
    .join("\n")
    .replace(/[\u2066-\u2069\u200e\u200f]/g, "");
}

const squeezed = (text: string) => text.replace(/\s+/g, " ");

for (const kind of kinds) {
  for (const locale of ["it", "en"]) {
    test(`${kind} in ${locale} is tagged, whole, and says how to verify it`, async () => {
      const pdf = await draw(kind, "Rete Passaparola Toscana APS", locale);
      const { pages, dangling } = await readTagged(pdf.bytes);
      for (const page of pages) {
        expect(page.unmarked).toEqual([]);
        expect(page.orphans).toEqual([]);
      }
      expect(dangling).toEqual([]);
      const words = await wordsOf(pdf);
      expect(words).toContain("K7QF-2M9D-XR4T-8");
      expect(words).toContain("Rete Passaparola Toscana APS");
      expect(words).not.toMatch(/undefined|null|NaN|\[object|\{[a-z]+\}/);
      expect(pages.flatMap((page) => page.links.map((link) => link.url))).toContain(
        "https://cantieri.example.it/verifica/K7QF-2M9D-XR4T-8",
      );
      expect(pdf.places.map((place) => place.name)).toEqual(["seal"]);
    });
  }

  test.each([
    "<img src=x onerror=alert(1)>",
    'Giunta d\'Amico & "figli"',
    "Ștefăniță Țăran, Asociația Română",
    "A very long name ".repeat(14).trim(),
    "Donaudampfschifffahrtsgesellschaft".repeat(5),
  ])(`${kind} shows the name %j as it is`, async (name) => {
    expect(squeezed(await wordsOf(await draw(kind, name))).replaceAll(" ", "")).toContain(
      name.replaceAll(" ", ""),
    );
  });

  test.each(["جمعية الأمل", "name\u202egnp.exe", "😀 Amici"])(
    `${kind} survives the name %j`,
    async (name) => {
      const pdf = await draw(kind, name);
      expect(pdf.pages).toBeGreaterThan(0);
    },
  );

  test(`${kind} is the same file each time`, async () => {
    const [first, second] = [await draw(kind, "Rete"), await draw(kind, "Rete")];
    expect(second.sha256).toBe(first.sha256);
  });
}

test("the receipt says all that art. 18-bis asks for", async () => {
  const words = squeezed(await wordsOf(await draw("receipt", "Rete Passaparola")));
  for (const needed of [
    "Società della Salute Valdera Alta Val di Cecina",
    "sdsvaldera",
    "Ufficio Partecipazione",
    "Ricevuta ai sensi dell’art. 18-bis",
    "Laboratori di comunità per la salute di prossimità",
    "n. 87 del 20 ottobre 2026",
    "https://cantieri.example.it/avvisi/laboratori-di-comunita-valdera",
    "VAL-2026-0042",
    "0000147/2026",
    "0000139/2026",
    "25/11/2026, ore 18:41:07 (ora italiana, UTC+01:00)",
    "rappresentante dell’organizzazione",
    "modulo in rete",
    "non prova l’identità",
    "verbale_assemblea_2026.pdf",
    "47 KB",
    "dopo la fine del termine, 25/11/2026, ore 12:00:00",
    "accetta anche le domande tardive",
    "in corso di protocollazione, la data sarà quella di presentazione",
    "Marta Neri",
    "sds.valdera@pec.example.it",
    "30 dicembre 2026 (30 giorni)",
    "Ricorso al TAR Toscana",
    "Paolo Verdi",
    "Giovedì 3 dicembre 2026",
    "L’organizzazione non ha scopo di lucro.",
    "artt. 75 e 76 del DPR 445/2000",
    "versione 2026-10",
  ]) {
    expect(words).toContain(needed);
  }
  const together = words.replaceAll(" ", "");
  expect(together).toContain("0f".repeat(32));
  expect(together).toContain("b22027ecc14c82fd12c41858ad8ea4917546c98160af973c9543a9417ecfaa7f");
});

test("a certificate of a cycle of the whole body names no zone", async () => {
  const { certificate } = documentViews("Mihaela Țurcanu");
  const of = async (view: typeof certificate) =>
    squeezed(await wordsOf(await renderPdf(pdfKinds.certificate(view))));
  expect(await of(certificate)).toContain("Valdera 2026» della zona Valdera - Alta Val di Cecina:");
  for (const organisationName of ["", "Rete"]) {
    const words = await of({ ...certificate, organisationName, zoneName: "" });
    expect(words).toContain("Valdera 2026»: 3 incontri su 4, per 6 ore e 30 minuti.");
    expect(words).not.toContain("zona");
  }
});
