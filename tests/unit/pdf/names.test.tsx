import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { breakable, isCovered, loadFonts } from "@/lib/pdf/fonts";
import { legible } from "@/lib/pdf/glyphs";
import { Letter } from "@/lib/pdf/letter";
import { renderPdf } from "@/lib/pdf/render";
import { KeyValueTable } from "@/lib/pdf/tables";
import { outline, readTagged } from "./read-tagged";
import { LETTER } from "./sample";

async function cell(value: string) {
  const { bytes } = await renderPdf(
    <Letter {...LETTER}>
      <KeyValueTable rows={[{ label: "Nome", value }]} />
    </Letter>,
  );
  const { pages } = await readTagged(bytes);
  const lines = pages.flatMap((page) => outline(page.tree));
  return lines.slice(lines.findIndex((line) => line.includes(" TD ")));
}

describe("names as people write them", () => {
  it.each([
    "Maria Grazia D'Amico",
    "Șerban Țăndărică",
    "Łukasz Żółć",
    "Олена Шевченко",
    "Γιώργος Παπαδόπουλος",
    "Nguyễn Thị Ánh",
    "Ọláṣẹ Adébáyọ̀",
    "José Ñáñez-Gül & Figli",
  ])("reads %s back", async (name) => {
    const lines = await cell(name);
    expect(lines[0]?.trim()).toBe(`TD "${name}"`);
  });

  it("reads an Arabic name in the order it is spoken, though it is drawn the other way", async () => {
    const lines = await cell("Sig. محمد بن علي (presidente)");
    expect(lines[0]?.trim()).toBe('TD "Sig.| (presidente)"');
    // pdf.js gives the ActualText as alt.
    expect(lines[1]?.trim()).toMatch(/^Span alt="محمد بن علي"/);
    expect(lines[1]?.match(/"([^"]*)"$/)?.[1]?.split(" ")).toEqual(["علي", "بن", "محمد"]);
  });

  it("spells what no font can show, so that a receipt is possible and the reader can see it", async () => {
    const lines = await cell("陈伟 🎉");
    expect(lines[0]?.trim()).toBe('TD "[U+9648][U+4F1F] [U+1F389]"');
  });

  it("shows a direction override rather than obeying it, and drops what has no shape", async () => {
    await loadFonts();
    expect(legible("fattura\u202efdp.exe")).toBe("fattura[U+202E]fdp.exe");
    expect(legible("pa\u00adro\u200bla\ufeff")).toBe("parola");
    expect(legible("s\u0326")).toBe("\u0219");
    expect(legible("a\u0000b")).toBe("a[U+0000]b");
  });
});

describe("any text", () => {
  beforeAll(loadFonts);

  it("becomes text that the fonts cover, and stays so", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = legible(text);
        for (const character of shown) {
          expect(character === "\n" || isCovered(character.codePointAt(0) ?? 0)).toBe(true);
        }
        expect(legible(shown)).toBe(shown);
      }),
    );
  });

  it("breaks long words without adding or losing a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (word) => {
        expect(breakable(word).join("")).toBe(word);
      }),
    );
    expect(breakable("responsabilizzazione")).toEqual(["responsabilizzazione"]);
    expect(breakable("https://cantieri.example.org/verifica")).toContain("");
  });
});
