import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workbookOf } from "@/lib/files/workbook";
import { csvText } from "@/lib/kernel/csv";

/** A reader of RFC 4180 with semicolons; the apostrophe that leads a formula stays. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/gy;
  for (let at = cell.exec(text.slice(1)); at; at = cell.exec(text.slice(1))) {
    const [, quoted, plain = "", end] = at;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('"', ";", "a\nb", "=1+1", "+39 0564", "-5", " x "),
);

describe("a table as CSV", () => {
  test("reads as it was written, whatever is in it, and no cell begins a formula", () => {
    const row = fc.array(texts, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const read = readCsv(csvText(rows));
        const plain = read.map((cells) => cells.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, "")));
        const written = rows.map((cells) =>
          cells.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, "")),
        );
        expect(plain).toEqual(written);
        for (const cell of read.flat())
          expect(cell).not.toMatch(/^[=@+\t\r]|^-(?!\d+(?:[.,]\d+)?$)/);
      }),
    );
  });

  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+39 0564", "'+39 0564"],
    ["-5", "-5"],
    ["-5,50", "-5,50"],
    ["-1+1", "'-1+1"],
  ])("%j is %j", (given, written) => {
    expect(csvText([[given]])).toBe(`\uFEFF${written}\r\n`);
  });
});

describe("a table as a workbook", () => {
  /** The content of each file of an archive, by the local headers. */
  function filesOf(bytes: Uint8Array): Map<string, string> {
    const archive = Buffer.from(bytes);
    const found = new Map<string, string>();
    for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
      const [packed, name] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
      const start = at + 30 + name;
      const content = inflateRawSync(archive.subarray(start, start + packed));
      expect(content.length).toBe(archive.readUInt32LE(at + 22));
      found.set(archive.toString("utf8", at + 30, start), content.toString("utf8"));
      at = start + packed;
    }
    return found;
  }

  test("holds each cell as text, also what a spreadsheet would carry out or XML cannot say", () => {
    const files = filesOf(workbookOf("candidature", [["Nome"], ["=1+1"], ["<b> & \u0000x"]]));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).toContain('<t xml:space="preserve">&lt;b&gt; &amp; x</t>');
    expect(sheet).not.toContain("<f>");
    expect(files.get("xl/workbook.xml")).toContain('name="candidature"');
    expect(files.size).toBe(6);
  });
});
