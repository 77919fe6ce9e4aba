import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { birthOf, isAlive } from "./processes";

/** Somebody else holds the folder; `pid` is the living process that does. */
export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `Cantieri is already running in this folder (process ${pid}).\n` +
        `Stop it with Ctrl-C where it runs, or with: kill ${pid}`,
    );
  }
}

/**
 * Holds a folder for this process with a lock file that says who holds it. A file left by a
 * process that is gone, or whose id now belongs to another, does not count.
 */
export function holdFolder(folder: string, lockFile: string): () => void {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const file = openSync(lockFile, "wx", 0o600);
      writeSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
      closeSync(file);
      return () => rmSync(lockFile, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = livingHolder(lockFile);
      if (holder !== undefined) throw new FolderInUse(folder, holder);
      rmSync(lockFile, { force: true });
    }
  }
  throw new Error(`Cannot take ${lockFile}`);
}

/** The living process that holds the lock file, if there is one. */
export function livingHolder(lockFile: string): number | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockFile, "utf8")) as { pid: number; birth?: string };
    return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}
