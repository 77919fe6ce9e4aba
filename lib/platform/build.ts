import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inheritedEnvironment } from "@/lib/env";
import { isBuilt, sourcesDigest, stampOf } from "./sources";

/**
 * Runs `next build` and bundles the programs, unless the last build was made of exactly these
 * sources. `onBuild` is told that it begins. True when it built.
 */
export async function buildIfNeeded(root: string, onBuild: () => void): Promise<boolean> {
  if (isBuilt(root)) return false;
  onBuild();
  const digest = sourcesDigest(root);
  rmSync(stampOf(root), { force: true });
  await nextBuild(root);
  // Loaded late: only what builds needs the bundler.
  const { bundlePrograms } = await import("./bundle");
  await bundlePrograms(root);
  writeFileSync(stampOf(root), digest);
  return true;
}

async function nextBuild(root: string): Promise<void> {
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
}
