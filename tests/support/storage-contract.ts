import { randomBytes, randomUUID } from "node:crypto";
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

    test("keeps pieces by their names until they are removed, or too old", async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const bytes = randomBytes(600_000);
      await storage.putPiece(first, bytes);
      await storage.putPiece(second, Buffer.from("more"));
      expect(Buffer.from((await storage.readPiece(first)) ?? []).equals(bytes)).toBe(true);
      await storage.removePiece(first);
      await storage.removePiece(first);
      expect(await storage.readPiece(first)).toBeUndefined();
      const content = await put(randomBytes(1000));
      await storage.sweep(new Date(Date.now() - 60_000));
      expect(await storage.readPiece(second)).toBeDefined();
      await storage.sweep(new Date(Date.now() + 60_000));
      expect(await storage.readPiece(second)).toBeUndefined();
      // What is whole is swept by nobody.
      expect(await storage.open(content)).toBeDefined();
    });

    test("takes digests only, never a path", async () => {
      const path = "../../etc/passwd";
      await expect(storage.open(path)).rejects.toThrow("SHA-256");
      await expect(storage.remove(path)).rejects.toThrow("SHA-256");
      await expect(storage.readPiece(path)).rejects.toThrow("an id");
      await expect(storage.removePiece(path)).rejects.toThrow("an id");
      await expect(storage.putPiece(path, Buffer.from("x"))).rejects.toThrow("an id");
      await expect(storage.put(path, Buffer.from("x"), "text/plain")).rejects.toThrow("SHA-256");
    });
  });
}
