import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** A small PDF of one page; `catalog` goes into its catalogue, `objects` are added as they are. */
export function samplePdf(
  given: { catalog?: string; objects?: string; text?: string } = {},
): Buffer {
  const content = `BT /F1 12 Tf 20 100 Td (${given.text ?? "Delega"}) Tj ET`;
  return Buffer.from(
    [
      "%PDF-1.7",
      `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${given.catalog ?? ""} >>\nendobj`,
      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>\nendobj",
      `4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj`,
      given.objects ?? "",
      "trailer\n<< /Root 1 0 R /Size 5 >>",
      "%%EOF\n",
    ].join("\n"),
    "latin1",
  );
}

/** An object stream that holds one object, compressed as newer writers do. */
export function objectStream(number: number, object: string): string {
  const pairs = `${number} 0 `;
  const packed = deflateSync(Buffer.from(pairs + object, "latin1")).toString("latin1");
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First ${pairs.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
}

/** An object stream of many megabytes in a few kilobytes. */
export function objectStreamBomb(): string {
  const packed = deflateSync(Buffer.alloc(80 * 1024 * 1024, 32), { level: 9 }).toString("latin1");
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
}

/** A picture with metadata, as a phone takes it. */
export function samplePicture(type: "jpeg" | "png" = "jpeg"): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: "#0a3a33" } })
    .withExif({ IFD0: { Copyright: "via Garibaldi 7, Pontedera" } })
    .toFormat(type)
    .toBuffer();
}

/** The smallest ZIP: an empty directory. */
export const emptyZip = Buffer.from("504b0506000000000000000000000000000000000000", "hex");

/** The test file of all virus scanners, in two parts, or a scanner would take this one away. */
export const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

/** The start of a CMS signedData envelope around a document. */
export function signedEnvelope(content: Buffer): Buffer {
  const oid = Buffer.from("06092a864886f70d010702", "hex");
  const head = Buffer.from("3084", "hex");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(oid.length + content.length);
  return Buffer.concat([head, length, oid, content]);
}
