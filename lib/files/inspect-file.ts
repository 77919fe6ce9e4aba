import { fileTypeFromBuffer } from "file-type";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { keptName, mayAnnounce } from "./core/announced-file";
import { extensionOf } from "./core/file-name";
import { type FileRefusal, fileLimits } from "./core/limits";
import { type AcceptedType, typeOfExtension } from "./core/media-types";
import { redrawImage } from "./inspect-image";
import { inspectPdf } from "./inspect-pdf";

/** What arrived: the name and type are what the browser says. */
export type ArrivedFile = { name: string; declaredType: string; bytes: Buffer };

/** A file that may be kept; `bytes` are the ones to store (images are drawn anew). */
export type InspectedFile = {
  name: string;
  mediaType: AcceptedType;
  bytes: Buffer;
  sha256: string;
};

/** Type by name, by declaration and by content must agree; throws Refused with the reason. */
export async function inspectFile(file: ArrivedFile): Promise<InspectedFile> {
  const name = keptName(file.name);
  const { declaredType, bytes: arrived } = file;
  const verdict = mayAnnounce({ name, declaredType, size: arrived.length });
  if (!verdict.ok) throw new Refused(verdict.reason);
  const mediaType = typeOfExtension(extensionOf(name));
  if (!mediaType) return refuse("file_type_not_allowed");
  if ((await typeOfContent(file.bytes)) !== mediaType) refuse("file_type_mismatch");
  const bytes = await safeContent(file.bytes, mediaType);
  if (bytes.length > fileLimits.fileBytes) refuse("file_too_large");
  return { name, mediaType, bytes, sha256: sha256(bytes) };
}

async function typeOfContent(bytes: Buffer): Promise<string | undefined> {
  if (isSignedEnvelope(bytes)) return "application/pkcs7-mime";
  return (await fileTypeFromBuffer(bytes))?.mime;
}

async function safeContent(bytes: Buffer, type: AcceptedType): Promise<Buffer> {
  if (type === "image/jpeg" || type === "image/png") return redrawImage(bytes, type);
  if (type === "application/pdf") inspectPdf(bytes);
  else inspectEnvelope(bytes);
  return bytes;
}

/** CMS signedData (1.2.840.113549.1.7.2) near the start, as DER or BER; some tools write base64. */
const SIGNED_DATA = Buffer.from("06092a864886f70d010702", "hex");

function isSignedEnvelope(bytes: Buffer): boolean {
  const der = decodedEnvelope(bytes);
  const at = der.subarray(0, 32).indexOf(SIGNED_DATA);
  return der[0] === 0x30 && at >= 2 && at <= 8;
}

function decodedEnvelope(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, 64).toString("latin1");
  if (!/^(-----BEGIN|MI[A-Za-z0-9+/])/.test(head)) return bytes;
  return Buffer.from(bytes.toString("latin1").replace(/-----[^-]+-----/g, ""), "base64");
}

/** The document inside a signature is held to the same rule as one outside. */
function inspectEnvelope(bytes: Buffer): void {
  const der = decodedEnvelope(bytes);
  const start = der.indexOf("%PDF-", undefined, "latin1");
  const end = der.lastIndexOf("%%EOF", undefined, "latin1");
  if (start !== -1 && end > start) inspectPdf(der.subarray(start, end + 5));
}

function refuse(reason: FileRefusal): never {
  throw new Refused(reason);
}
