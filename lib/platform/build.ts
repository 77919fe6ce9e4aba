import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inheritedEnvironment } from "@/lib/env";

/** What the production build is made of. Tests and documents do not make a build stale. */
const SOURCES = [
  ...["app", "components", "db", "emails", "lib", "public"],
  ...["instrumentation.ts", "next.config.ts", "package-lock.json", "proxy.ts", "tsconfig.json"],
];

/**
 * Runs `next build` unless the last build was made of exactly these sources. `onBuild` is told
 * that it begins. True when it built.
 */
export async function buildIfNeeded(root: string, onBuild: () => void): Promise<boolean> {
  const stamp = join(root, ".next", "sources.sha256");
  const digest = sourcesDigest(root);
  const built = existsSync(join(root, ".next", "BUILD_ID")) && existsSync(stamp);
  if (built && readFileSync(stamp, "utf8") === digest) return false;

  onBuild();
  rmSync(stamp, { force: true });
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...inheritedEnvironment(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const [code] = await once(child, "close");
  process.off("exit", endWithUs);
  if (code !== 0) throw new Error(`next build failed:\n${output}`);
  writeFileSync(stamp, digest);
  return true;
}

/** SHA-256 over names and contents of all sources, and over the version of Node. */
export function sourcesDigest(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of SOURCES.flatMap((source) => filesBelow(root, source)).sort()) {
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
