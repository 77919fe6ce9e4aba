import { expect, it, vi } from "vitest";
import { P } from "@/lib/pdf/components";
import { Letter } from "@/lib/pdf/letter";
import { renderPdf } from "@/lib/pdf/render";
import { LETTER } from "./sample";

// A version of the renderer that walks its pages in another way, as a future one might.
vi.mock("@react-pdf/render", () => ({
  default: (
    document: { addPage: (options: object) => void; end: () => void },
    root: { children: unknown[] },
  ) => {
    for (const _page of root.children) document.addPage({ size: [595, 842], margin: 0 });
    document.end();
  },
}));

it("refuses to issue pages that the tagging did not visit", async () => {
  const rendered = renderPdf(
    <Letter {...LETTER}>
      <P>testo</P>
    </Letter>,
  );
  await expect(rendered).rejects.toThrow("0 of 1 pages were visited");
});
