import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json: the one we work in, or the nearest above it. */
export function projectRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "db", "migrations"))) return folder;
    if (folder === dirname(folder)) return process.cwd();
  }
}
