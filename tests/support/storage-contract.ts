import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import type { FileStorage } from "@/lib/files/storage";
import { sha256 } from "@/lib/platform/digest";

/** What every storage has to do, wherever it keeps the contents. */
export function storageContract(name: string, storage: FileStorage): void {
  const put = async (bytes: Buffer) => {
    await storage.put(sha256(bytes), bytes, "application/pdf");
    return sha256(bytes);
  };

  describe(name, () => {
    test("gives back what it was given, in parts", async () => {
      const bytes = randomBytes(3 * 1024 * 1024);
      const stream = await storage.open(await put(bytes));
      const parts: Buffer[] = [];
      for await (const part of stream ?? []) parts.push(part as Buffer);
      expect(parts.length).toBeGreaterThan(1);
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    });

    test("takes the same content several times, also at once", async () => {
      const bytes = randomBytes(100_000);
      await Promise.all([1, 2, 3].map(() => put(bytes)));
      const stream = await storage.open(sha256(bytes));
      expect(stream && sha256(await buffer(stream))).toBe(sha256(bytes));
    });

    test("knows nothing of what is not there, and takes it away twice", async () => {
      const bytes = randomBytes(10);
      expect(await storage.open(sha256(bytes))).toBeUndefined();
      await put(bytes);
      await storage.remove(sha256(bytes));
      await storage.remove(sha256(bytes));
      expect(await storage.open(sha256(bytes))).toBeUndefined();
    });

    test("lets a reader leave in the middle, many times", async () => {
      const hash = await put(randomBytes(2 * 1024 * 1024));
      for (let at = 0; at < 60; at += 1) {
        const stream = await storage.open(hash);
        for await (const _part of stream ?? []) break;
      }
      const whole = await storage.open(hash);
      expect(whole && sha256(await buffer(whole))).toBe(hash);
    });

    test("takes digests only, never a path", async () => {
      const path = "../../etc/passwd";
      await expect(storage.open(path)).rejects.toThrow("SHA-256");
      await expect(storage.remove(path)).rejects.toThrow("SHA-256");
      await expect(storage.put(path, Buffer.from("x"), "text/plain")).rejects.toThrow("SHA-256");
    });
  });
}
