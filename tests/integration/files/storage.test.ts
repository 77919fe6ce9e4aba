import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { bucketStorage } from "@/lib/files/storage-bucket";
import { folderStorage } from "@/lib/files/storage-folder";
import { sha256 } from "@/lib/platform/digest";
import { isOutage } from "@/lib/platform/outage";
import { bucketServer } from "../../support/bucket-server";
import { storageContract } from "../../support/storage-contract";

const folder = mkdtempSync(join(tmpdir(), "cantieri-storage-"));
const server = await bucketServer();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  server.close();
});

const PATIENCE_MS = 500;
const bucket = bucketStorage({ ...server.settings, patienceMs: PATIENCE_MS });

storageContract("a folder", folderStorage(folder));
storageContract("a bucket", bucket);

test("a folder leaves nothing half written", () => {
  expect(readdirSync(join(folder, "arriving"))).toEqual([]);
});

describe("a bucket", () => {
  const bytes = Buffer.from("delega".repeat(50_000));
  const hash = sha256(bytes);
  const put = () => bucket.put(hash, bytes, "application/pdf");
  const failure = (work: () => Promise<unknown>) =>
    work().then(
      () => undefined,
      (error: unknown) => error,
    );
  beforeEach(put);

  test("keeps a content under its digest, with its type", () => {
    expect(server.keys()).toContain(`files/${hash.slice(0, 2)}/${hash}`);
  });

  test("is told the digest and refuses another content", async () => {
    const wrong = await failure(() => bucket.put(sha256(Buffer.from("x")), bytes, "text/plain"));
    expect(wrong).toMatchObject({ name: "BadDigest" });
    expect(isOutage(wrong)).toBe(false);
  });

  test("that stumbles once is asked again", async () => {
    server.fail({ status: 500, code: "InternalError" });
    await put();
    server.fail({ status: 503, code: "SlowDown" });
    const stream = await bucket.open(hash);
    expect(stream && sha256(await buffer(stream))).toBe(hash);
  });

  test("that is in trouble, or says nothing, is an outage and not a missing file", async () => {
    const trouble = { status: 503, code: "ServiceUnavailable" };
    for (const fault of [trouble, "silence"] as const) {
      for (const work of [put, () => bucket.open(hash), () => bucket.remove(hash)]) {
        server.fail(fault, fault);
        const begun = performance.now();
        expect(isOutage(await failure(work))).toBe(true);
        expect(performance.now() - begun).toBeLessThan(20 * PATIENCE_MS);
      }
    }
    const nowhere = bucketStorage({ ...server.settings, endpoint: "http://127.0.0.1:1" });
    expect(isOutage(await failure(() => nowhere.open(hash)))).toBe(true);
  });

  test("that breaks off or falls silent in the middle of a file fails it, never ends it short", async () => {
    for (const fault of ["brokenOff", "stalled"] as const) {
      server.fail(fault);
      const stream = await bucket.open(hash);
      if (!stream) throw new Error("not there");
      await expect(buffer(stream)).rejects.toThrow();
    }
  });

  test("that is full refuses clearly, without a second try", async () => {
    for (const [status, code] of [
      [507, "XMinioStorageFull"],
      [403, "QuotaExceeded"],
    ] as const) {
      server.fail({ status, code });
      const before = server.requests();
      await expect(put()).rejects.toMatchObject({ reason: "storage_full" });
      expect(server.requests() - before).toBe(1);
    }
  });

  test("with the wrong key, or that is not there at all, is a fault and not a missing file", async () => {
    const wrongKey = bucketStorage({ ...server.settings, secretAccessKey: "another" });
    expect(await failure(() => wrongKey.open(hash))).toMatchObject({
      name: "SignatureDoesNotMatch",
    });
    const elsewhere = bucketStorage({ ...server.settings, bucket: "elsewhere" });
    expect(await failure(() => elsewhere.open(hash))).toMatchObject({ name: "NoSuchBucket" });
  });
});
