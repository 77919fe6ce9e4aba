import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import type { FileHandle, open } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { closeThreads } from "@/lib/pdf/pool";
import { completeDraft, openCall, somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { issueSample, sampleBody } from "../../support/documents";
import { samplePdf } from "../../support/sample-files";

const folder = mkdtempSync(resolve(".data", "disk-full-"));
vi.stubEnv("FILES_DIR", folder);
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(async () => {
  await closeThreads();
  rmSync(folder, { recursive: true, force: true });
});

/** When set, the disk takes half of a file and then has no room; counts the files it broke off. */
const disk = vi.hoisted(() => ({ full: false, brokenOff: 0 }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    open: async (...given: Parameters<typeof open>) => {
      const file = await real.open(...given);
      if (disk.full && given[1] === "wx") file.writeFile = halfWritten(file);
      return file;
    },
  };
});

function halfWritten(file: FileHandle): FileHandle["writeFile"] {
  return async (bytes) => {
    const whole = bytes as Uint8Array;
    await file.write(whole.subarray(0, whole.length / 2));
    disk.brokenOff += 1;
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
}

beforeEach(() => Object.assign(disk, { full: false, brokenOff: 0 }));

/** Names of all files below the folder of the storage, those that are still arriving included. */
function stored(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

async function rows(): Promise<unknown> {
  const { rows: found } = await database.owner.query(
    `select (select count(*)::int from attachment) as attachments,
       (select count(*)::int from file_object) as files,
       (select count(*)::int from audit_event where action = 'application.attachFile') as events`,
  );
  return found[0];
}

test("an upload to a full disk is refused, leaves nothing, and works once there is room", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const applicationId = await completeDraft(applicant, callId);
  const file = { name: "delega.pdf", declaredType: "application/pdf", bytes: samplePdf() };
  const attach = () => attachFile(applicant.ctx, { applicationId, fieldId: "paper", file });
  disk.full = true;
  await expect(attach()).rejects.toMatchObject({ code: "refused", reason: "storage_full" });
  expect(disk.brokenOff).toBe(1);
  expect(stored()).toEqual([]);
  expect(await rows()).toEqual({ attachments: 0, files: 0, events: 0 });

  disk.full = false;
  const { sha256 } = await attach();
  expect(stored()).toEqual([join(sha256.slice(0, 2), sha256)]);
  expect(await rows()).toEqual({ attachments: 1, files: 1, events: 1 });
});

test("a document drawn onto a full disk stays to be drawn, and is once there is room", async () => {
  const ctx = testContext(database.app, { now: new Date(), seed: "disk-full" });
  const before = stored();
  const bodyId = await sampleBody(database.owner, "valdera");
  await issueSample(ctx, { bodyId, kind: "certificate" });
  const { rows: issued } = await database.owner.query<{ id: string }>(
    "select id from issued_document",
  );
  const documentId = issued[0]?.id ?? "";
  const drawn = async () => {
    const { rows: found } = await database.owner.query<{ sha256: string | null }>(
      "select file_hash as sha256 from issued_document where rendered_at is not null",
    );
    return found.map(({ sha256 }) => sha256);
  };
  disk.full = true;
  await expect(renderDocument({ documentId }, { ctx })).rejects.toMatchObject({
    reason: "storage_full",
  });
  expect(await drawn()).toEqual([]);
  expect(stored()).toEqual(before);

  disk.full = false;
  await renderDocument({ documentId }, { ctx });
  const [sha256] = await drawn();
  expect(stored()).toContain(join(sha256?.slice(0, 2) ?? "", sha256 ?? ""));
});
