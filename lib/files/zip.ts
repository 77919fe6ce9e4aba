import { crc32, deflateRawSync } from "node:zlib";

/** A day that means nothing: equal content gives equal bytes. 1 January 2026. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** Up to here the fields of an archive suffice; ZIP64 has wider ones (APPNOTE 6.3, 4.5.3). */
const WIDEST = 0xffffffff;
const MOST = 0xffff;
const ZIP64 = 45;

/** A text is packed; bytes are PDFs and pictures, which are packed already, and kept as they are. */
export type ZipFile = { name: string; content: string | Uint8Array };

/** Files in one ZIP archive. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const archive = newArchive();
  const parts = files.flatMap((file) => archive.add(file));
  return Buffer.concat([...parts, archive.end()]);
}

/** The same as a stream, as long as it gets: one file is held at a time. */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const archive = newArchive();
  for await (const file of files) yield* archive.add(file);
  yield archive.end();
}

function newArchive() {
  const directory: Buffer[] = [];
  let at = 0;
  return {
    add({ name, content }: ZipFile): Uint8Array[] {
      const text = typeof content === "string";
      const plain = text ? Buffer.from(content, "utf8") : content;
      const packed = text ? deflateRawSync(plain) : plain;
      const path = Buffer.from(name, "utf8");
      const facts = Buffer.alloc(26);
      facts.writeUInt16LE(20, 0);
      facts.writeUInt16LE(UTF8_NAMES, 2);
      facts.writeUInt16LE(text ? DEFLATED : STORED, 4);
      facts.writeUInt16LE(DAY, 8);
      facts.writeUInt32LE(crc32(plain), 10);
      facts.writeUInt32LE(packed.length, 14);
      facts.writeUInt32LE(plain.length, 18);
      facts.writeUInt16LE(path.length, 22);
      const head = Buffer.concat([signature(0x04034b50), facts, path]);
      directory.push(lineOf(facts, path, at));
      at += head.length + packed.length;
      return [head, packed];
    },
    end: (): Uint8Array => endOf(Buffer.concat(directory), directory.length, at),
  };
}

/** The line of the directory of a file that begins at this byte. */
function lineOf(facts: Buffer, path: Buffer, at: number): Buffer {
  const wide = at >= WIDEST;
  const extra = Buffer.alloc(wide ? 12 : 0);
  const same = Buffer.from(facts);
  if (wide) {
    same.writeUInt16LE(ZIP64, 0);
    same.writeUInt16LE(extra.length, 24);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(at), 4);
  }
  const made = Buffer.alloc(2);
  made.writeUInt16LE(ZIP64);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(Math.min(at, WIDEST), 10);
  return Buffer.concat([signature(0x02014b50), made, same, place, path, extra]);
}

/** The directory, and what ends an archive whose files take up so many bytes. */
function endOf(directory: Buffer, files: number, at: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(files, MOST), 4);
  end.writeUInt16LE(Math.min(files, MOST), 6);
  end.writeUInt32LE(Math.min(directory.length, WIDEST), 8);
  end.writeUInt32LE(Math.min(at, WIDEST), 12);
  const wide = files >= MOST || at >= WIDEST ? wideEnd(directory.length, files, at) : [];
  return Buffer.concat([directory, ...wide, signature(0x06054b50), end]);
}

/** What an archive of more than 4 GB, or of more than 65,534 files, says before its end. */
function wideEnd(length: number, files: number, at: number): Buffer[] {
  const record = Buffer.alloc(52);
  record.writeBigUInt64LE(44n, 0);
  record.writeUInt16LE(ZIP64, 8);
  record.writeUInt16LE(ZIP64, 10);
  record.writeBigUInt64LE(BigInt(files), 20);
  record.writeBigUInt64LE(BigInt(files), 28);
  record.writeBigUInt64LE(BigInt(length), 36);
  record.writeBigUInt64LE(BigInt(at), 44);
  const locator = Buffer.alloc(16);
  locator.writeBigUInt64LE(BigInt(at + length), 4);
  locator.writeUInt32LE(1, 12);
  return [signature(0x06064b50), record, signature(0x07064b50), locator];
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
