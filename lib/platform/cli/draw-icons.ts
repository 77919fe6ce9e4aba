import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";

/**
 * Draws the icons of the site from its mark, public/icon.svg. Run it after the mark changes:
 * `npx tsx lib/platform/cli/draw-icons.ts`. The results are committed.
 */
const mark = await readFile("public/icon.svg");

await writeFile("public/favicon.ico", icoOf(await drawn(32)));
await writeFile("public/icon-192.png", await drawn(192));
await writeFile("public/icon-512.png", await drawn(512));
// Apple's corners are cut round a full square: a ground, and room at the edges.
await writeFile(
  "public/apple-touch-icon.png",
  await sharp(await drawn(132))
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: "#ffffff" })
    .flatten({ background: "#ffffff" })
    .png()
    .toBuffer(),
);

function drawn(side: number): Promise<Buffer> {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp(mark, { density: (72 * side) / 48 })
    .resize(side, side, { fit: "contain", background: clear })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** An icon file with one picture of 32 pixels: header, one entry of the list, the PNG itself. */
function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits per pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
