import { beforeAll, describe, expect, it } from "vitest";
import { renderPdf } from "@/lib/pdf/render";
import { outline, readTagged, withRole } from "./read-tagged";
import { Sample } from "./sample";

describe("the structure tree of a letter with everything in it", () => {
  let sample: Awaited<ReturnType<typeof readTagged>>;
  let raw: string;
  beforeAll(async () => {
    const { bytes } = await renderPdf(<Sample />);
    sample = await readTagged(bytes);
    raw = Buffer.from(bytes).toString("latin1");
  });

  it("has every text in a mark and every mark in an element", () => {
    expect(sample.pages.length).toBeGreaterThanOrEqual(6);
    for (const { unmarked, orphans } of sample.pages) {
      expect(unmarked).toEqual([]);
      expect(orphans).toEqual([]);
    }
    expect(sample.dangling).toEqual([]);
    expect(sample.markInfo?.Marked).toBe(true);
  });

  it("reads in order, with roles, on the first page", () => {
    expect(outline(sample.pages[0]?.tree ?? never()).join("\n")).toMatchInlineSnapshot(`
      "Root
        Document
          Sect
            P "Società della Salute della Lunigiana"
            P "Ufficio partecipazione · Largo Giromini 2, 54013 Fivizzano (MS)"
            P "PEC sds.lunigiana@postacert.example.it · Codice IPA sdsl_ms"
          H1 "Ricevuta della candidatura"
          P "Abbiamo ricevuto la candidatura di Associazione Il Cantiere APS all'avviso «Cantieri della salute, seconda edizione»."
          Table
            TR
              TH "Codice"
              TD "LUN-2026-000147"
            TR
              TH "Ricevuta il"
              TD "21/11/2026, ore 11:59:58 (ora italiana, UTC+01:00)"
            TR
              TH "Presentata da"
              TD "Șerban Țăndărică, legale rappresentante"
            TR
              TH "Referente"
              TD "Maria Grazia D'Amico"
            TR
              TH "Nome in arabo"
              TD "Sig.| (presidente)"
                Span alt="محمد بن علي 12" "12 علي بن محمد"
            TR
              TH "Protocollo"
              TD "–"
            TR
              TH "Impronta SHA-256"
              TD "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b 0f00a08"
          Div
            P "Il protocollo è in corso. La data sarà quella di presentazione."
          H2 "Che cosa succede adesso"
          L
            LI
              Lbl "1."
              LBody "Controlliamo che la domanda sia completa."
            LI
              Lbl "2."
              LBody "Se manca qualcosa ti scriviamo a|."
                Link "info@ilcantiere.example.org"
            LI
              Lbl "3."
              LBody "L'esito arriva entro 30 giorni.""
    `);
  });

  it("makes one table of what stands on four pages, with its headers read once", () => {
    const trees = sample.pages.map(({ tree }) => tree);
    const dataRows = trees.flatMap((tree) => withRole(tree, "TBody")).flatMap((body) => body.parts);
    expect(dataRows).toHaveLength(120);
    expect(trees.filter((tree) => withRole(tree, "TBody").length > 0).length).toBeGreaterThan(3);
    expect(trees.flatMap((tree) => withRole(tree, "THead"))).toHaveLength(1);
    const repeated = sample.pages.filter(({ artifacts }) => artifacts.includes("Dimensione"));
    expect(repeated.length).toBeGreaterThan(2);
  });

  it("says in artifacts only what is said elsewhere: running head, footer, page number", () => {
    sample.pages.forEach(({ artifacts }, index) => {
      expect(artifacts.join(" ")).toContain(`Pagina ${index + 1} di ${sample.pages.length}`);
      const head = artifacts.join(" ").includes("Società della Salute della Lunigiana");
      expect(head).toBe(index > 0);
    });
  });

  it("says which cells a header is for, how lists count, what language differs, where a figure is", () => {
    const times = (text: RegExp) => raw.match(text)?.length ?? 0;
    expect(times(/\/O \/Table\s+\/Scope \/Column/g)).toBe(3);
    expect(times(/\/O \/Table\s+\/Scope \/Row/g)).toBe(7);
    expect(times(/\/ListNumbering \/Decimal/g)).toBe(1);
    expect(times(/\/ListNumbering \/Disc/g)).toBe(1);
    expect(times(/\/O \/Layout\s+\/Placement \/Block\s+\/BBox \[/g)).toBe(1);
    const english = sample.pages.flatMap(({ tree }) => withRole(tree, "Span")).find((s) => s.lang);
    expect(english?.lang).toBe("en");
    expect(english?.parts.join("").trim()).toBe("verify this document online");
  });

  it("announces where links lead", () => {
    const links = sample.pages.flatMap((page) => page.links);
    expect(links).toEqual([
      { url: "mailto:info@ilcantiere.example.org", contents: "Scrivi all'associazione" },
      {
        url: "https://cantieri.example.org/verifica/K7Q2-M9XD-4TRA",
        contents: "Verifica questo documento",
      },
    ]);
  });
});

function never(): never {
  throw new Error("there is no first page");
}
