import { crc32, deflateRawSync } from "node:zlib";

/** A day that means nothing: equal content gives equal bytes. 1 January 2026. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** Files in one ZIP archive (APPNOTE 6.3, without ZIP64: less than 4 GB, 65,535 files). */
export function zipOf(files: readonly { name: string; content: string }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const plain = Buffer.from(content, "utf8");
    const packed = deflateRawSync(plain);
    const path = Buffer.from(name, "utf8");
    const facts = factsOf(crc32(plain), packed.length, plain.length, path.length);
    const local = Buffer.concat([signature(0x04034b50), facts, path, packed]);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(20);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([signature(0x02014b50), made, facts, place.subarray(0, 14), path]),
    );
    parts.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, entries, signature(0x06054b50), end]);
}

/** What the header of a file and its line of the directory say alike. */
function factsOf(crc: number, packed: number, plain: number, name: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(DAY, 8);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packed, 14);
  facts.writeUInt32LE(plain, 18);
  facts.writeUInt16LE(name, 22);
  return facts;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
