import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sheetParts } from "@/lib/calls/pdf/sheet-blocks";
import { H1 } from "@/lib/pdf/components";
import { Letter } from "@/lib/pdf/letter";
import { renderPdf } from "@/lib/pdf/render";
import { sampleDocuments } from "./data/sample-documents";

/**
 * Draws the documents of the demonstration's calls from their texts. Run it after a text changes:
 * `npx tsx db/seed/draw-documents.tsx`. The results are committed, because a start has no time to
 * draw.
 */
for (const { file, title, text } of Object.values(sampleDocuments)) {
  const { bytes } = await renderPdf(
    <Letter
      title={title}
      language="it"
      issuedAt="2026-01-01T00:00:00Z"
      sender={{
        name: "Cantieri della Salute",
        lines: ["Percorso partecipativo delle zone-distretto della Toscana"],
      }}
      footer={`Esempio della dimostrazione · ${title}`}
      pageLabel="Pagina {page} di {pages}"
    >
      <H1>{title}</H1>
      {sheetParts(text, 2)}
    </Letter>,
  );
  writeFileSync(join("db", "seed", "data", "documents", file), bytes);
}
