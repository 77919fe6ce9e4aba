import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sourcesDigest } from "@/lib/platform/sources";

const root = mkdtempSync(join(tmpdir(), "sources-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

test("what the build writes does not make it stale; what it is made of does", () => {
  write("components/styles/site.css", "a {}");
  const clone = sourcesDigest(root);
  write("components/styles/bootstrap-italia.gen.css", "b {}");
  expect(sourcesDigest(root)).toBe(clone);
  write("tests/unit/some.test.ts", "");
  expect(sourcesDigest(root)).toBe(clone);
  write("components/styles/site.css", "a { color: red }");
  expect(sourcesDigest(root)).not.toBe(clone);
});
