import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  access,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Refused } from "@/lib/kernel/errors";
import { pieceName } from "./piece-name";
import type { FileStorage } from "./storage";

const NO_ROOM = ["ENOSPC", "EDQUOT", "EROFS", "EFBIG"];

/** A folder outside of the web root: `ab/abcd…`, written beside and renamed, so none is ever half there. */
export function folderStorage(root: string): FileStorage {
  const folder = resolve(root);
  return {
    async put(sha256, bytes) {
      const target = pathOf(folder, sha256);
      if (!(await exists(target))) await settle(folder, target, bytes);
    },
    async open(sha256) {
      const path = pathOf(folder, sha256);
      return (await exists(path)) ? createReadStream(path) : undefined;
    },
    async remove(sha256) {
      await rm(pathOf(folder, sha256), { force: true });
    },
    putPiece: async (name, bytes) => settle(folder, piecePath(folder, name), bytes),
    async readPiece(name) {
      const path = piecePath(folder, name);
      return (await exists(path)) ? readFile(path) : undefined;
    },
    async removePiece(name) {
      await rm(piecePath(folder, name), { force: true });
    },
    async sweep(before) {
      for (const part of [ARRIVING, PIECES]) await sweepFolder(join(folder, part), before);
    },
  };
}

const ARRIVING = "arriving";
const PIECES = "pieces";

/** Written aside, then put into its place, both of which survive a crash. */
async function settle(folder: string, target: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, ARRIVING, randomUUID());
  try {
    await mkdir(join(folder, ARRIVING), { recursive: true, mode: 0o700 });
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeThrough(draft, bytes);
    await rename(draft, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (NO_ROOM.includes((error as { code?: string }).code ?? "")) {
      throw new Refused("storage_full");
    }
    throw error;
  }
}

async function sweepFolder(folder: string, before: Date): Promise<void> {
  for (const name of (await exists(folder)) ? await readdir(folder) : []) {
    const path = join(folder, name);
    // One that has just arrived is renamed away meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before.getTime()) await rm(path, { force: true });
  }
}

function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError("not a SHA-256");
  return join(folder, sha256.slice(0, 2), sha256);
}

function piecePath(folder: string, name: string): string {
  return join(folder, PIECES, pieceName(name));
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  await closing(file, async () => {
    await file.writeFile(bytes);
    await file.sync();
  });
}

/** A renamed file survives a crash only when its folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await closing(folder, () => folder.sync());
}

async function closing(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await file.close();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
