import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

// Node reads this file as it stands, before tsx is there: only what Node itself has, and types
// that can be taken out.

/** What the production build is made of. Tests and documents do not make a build stale. */
const SOURCES = [
  ...["app", "components", "db", "emails", "lib", "public"],
  ...["instrumentation.ts", "next.config.ts", "package-lock.json", "tsconfig.json"],
];

/** What the build itself writes among its sources: counted, it would make every first build stale. */
const GENERATED = /\.gen\.css/;

/** Where the programs of `lib/platform/cli` are bundled to, inside the production build. */
export const PROGRAMS: string = join(".next", "programs");

/** What the engine has made of bundles and packages, kept from one start to the next. */
export const COMPILED: string = join(".next", "cache", "compiled");

/** The file that says which sources the last build was made of. */
export function stampOf(root: string): string {
  return join(root, ".next", "sources.sha256");
}

/** Whether the production build is there, and was made of exactly these sources. */
export function isBuilt(root: string): boolean {
  const stamp = stampOf(root);
  if (!existsSync(join(root, ".next", "BUILD_ID")) || !existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === sourcesDigest(root);
}

/** SHA-256 over names and contents of all sources, and over the version of Node. */
export function sourcesDigest(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const sources = SOURCES.flatMap((source) => filesBelow(root, source));
  for (const path of sources.filter((one) => !GENERATED.test(one)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesBelow(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
