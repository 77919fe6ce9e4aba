import { expect, it } from "vitest";
import { Letter } from "@/lib/pdf/letter";
import { TaggedText, TaggedView } from "@/lib/pdf/primitives";
import { renderPdf } from "@/lib/pdf/render";
import { LETTER } from "./sample";

it("writes spans, ids and headers of cells, and finds ids in a sorted tree", async () => {
  const { bytes } = await renderPdf(
    <Letter {...LETTER}>
      <TaggedView ua={{ role: "Table" }}>
        <TaggedView ua={{ role: "TR" }}>
          <TaggedText ua={{ role: "TH", id: "points", scope: "Column", colSpan: 2 }}>
            Punti
          </TaggedText>
          <TaggedText ua={{ role: "TH", id: "code", rowSpan: 2 }}>Codice</TaggedText>
        </TaggedView>
        <TaggedView ua={{ role: "TR" }}>
          <TaggedText ua={{ role: "TD", headers: ["points", "code"] }}>60</TaggedText>
        </TaggedView>
      </TaggedView>
    </Letter>,
  );
  const raw = Buffer.from(bytes).toString("latin1").replaceAll(/\s+/g, " ");
  expect(raw).toContain("/O /Table /Scope /Column /ColSpan 2");
  expect(raw).toContain("/O /Table /RowSpan 2");
  expect(raw).toContain("/Headers [(points) (code)]");
  expect(raw).toMatch(/\/IDTree << \/Names \[\(code\) \d+ 0 R \(points\) \d+ 0 R\]/);
  expect(raw).toContain("/RoleMap << /Callout /Div >>");
});
