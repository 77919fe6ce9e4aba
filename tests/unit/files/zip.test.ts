import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { distinctNames } from "@/lib/files/core/distinct-names";
import { type ZipFile, zipOf, zipStream } from "@/lib/files/zip";
import { filesOf } from "../../support/archives";

async function* given(files: Iterable<ZipFile>) {
  yield* files;
}

test("what was put in comes out, by somebody else's reader, as a stream or at once", async () => {
  const content = fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 5000 }));
  await fc.assert(
    fc.asyncProperty(fc.array(content, { maxLength: 12 }), async (contents) => {
      const files = contents.map((one, at) => ({ name: `cartella/è ${at}.bin`, content: one }));
      const plain = files.map(
        ({ name, content: one }) => [name, Buffer.from(one as Uint8Array)] as const,
      );
      expect([...(await filesOf(zipStream(given(files))))]).toEqual(plain);
      const whole = Object.entries(unzipSync(zipOf(files)));
      expect(whole.map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(plain);
    }),
    { numRuns: 40 },
  );
});

test("one file is held at a time: the next is asked for when the last has gone", async () => {
  let asked = 0;
  async function* slowly(): AsyncGenerator<ZipFile> {
    for (; asked < 50; ) {
      asked += 1;
      yield { name: `${asked}.pdf`, content: Buffer.alloc(1000, asked) };
    }
  }
  let taken = 0;
  for await (const part of zipStream(slowly())) {
    taken += part.length;
    expect(asked).toBeLessThanOrEqual(1 + taken / 1000);
  }
  expect(taken).toBeGreaterThan(50_000);
});

test("more files than the old format counts are counted by the wider one", async () => {
  const many = Array.from({ length: 65_540 }, (_, at) => ({
    name: `${at}`,
    content: new Uint8Array(),
  }));
  const parts = await Array.fromAsync(zipStream(given(many)));
  const end = Buffer.from(parts.at(-1) ?? []);
  const at = end.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]));
  expect(end.readBigUInt64LE(at + 24)).toBe(65_540n);
  expect(Object.keys(unzipSync(Buffer.concat(parts)))).toHaveLength(65_540);
});

test("names that are taken get a number, whatever their case", () => {
  const own = distinctNames();
  const names = ["a/Statuto.pdf", "a/statuto.PDF", "b/Statuto.pdf", "a/Statuto.pdf", "a.b/senza"];
  expect([...names, "a.b/senza"].map(own)).toEqual([
    ...["a/Statuto.pdf", "a/statuto (2).PDF", "b/Statuto.pdf", "a/Statuto (3).pdf", "a.b/senza"],
    "a.b/senza (2)",
  ]);
});
