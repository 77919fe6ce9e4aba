import sharp from "sharp";
import { Refused } from "@/lib/kernel/errors";

/** Some phones take pictures of 50 million pixels; more is a bomb. */
const PIXELS = 60_000_000;

/**
 * Draws the picture anew in its own format: what hid behind the pixels (place, camera, scripts,
 * another file) stays behind. It is turned the way it was held.
 */
export async function redrawImage(
  bytes: Buffer,
  type: "image/jpeg" | "image/png",
): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS, failOn: "error" }).rotate();
    if (type === "image/png") return await picture.png({ compressionLevel: 8 }).toBuffer();
    return await picture.jpeg({ quality: 88 }).toBuffer();
  } catch (error) {
    const exceeds = error instanceof Error && /pixel limit/i.test(error.message);
    throw new Refused(exceeds ? "file_bomb" : "file_damaged");
  }
}
