import sharp from "sharp";
import { expect, test } from "vitest";
import { pictureText } from "@/lib/pictures/picture-text";
import { sharePicture } from "@/lib/pictures/share-picture";

test("a picture is a PNG of the size that sites ask for, drawn once for a key", async () => {
  const about = {
    title: "Parità di accesso ai servizi: Săcele, Ελλάδα, Київ 😀 جمعية",
    from: "Società della Salute COeSO · Amiata Grossetana",
    until: "Fino a lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)",
    programme: "Cantieri della Salute",
  };
  const [first, second] = [sharePicture("a:1", about), sharePicture("a:1", about)];
  expect(second).toBe(first);
  const bytes = await first;
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  // Something is written on it.
  const { channels } = await sharp(bytes).stats();
  expect(channels[0]?.stdev).toBeGreaterThan(10);
});

test("what no font has is left out, so that nothing is fetched; long texts end at a word", () => {
  expect(pictureText("Associazione 😀 جمعية الأمل “Țară” – 100 €")).toBe(
    "Associazione “Țară” – 100 €",
  );
  const long = pictureText("parola ".repeat(50));
  expect(long.length).toBeLessThanOrEqual(161);
  expect(long.endsWith("parola…")).toBe(true);
});
