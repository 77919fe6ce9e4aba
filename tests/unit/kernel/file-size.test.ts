import { expect, test } from "vitest";
import { fileSize } from "@/lib/kernel/file-size";

test.each([
  [1, "it", "1 KB"],
  [53_248, "it", "52 KB"],
  [1024 ** 2 - 600, "it", "1023 KB"],
  [1_258_291, "it", "1,2 MB"],
  [1_258_291, "en", "1.2 MB"],
  [10 * 1024 ** 2, "it", "10 MB"],
])("%d bytes in %s are %s", (bytes, locale, words) => {
  expect(fileSize(bytes, locale)).toBe(words.replace(" ", "\u00a0"));
});
