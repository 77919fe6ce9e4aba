import { existsSync } from "node:fs";
import { join } from "node:path";

const NEEDED = 24;

/**
 * The Node that our processes run on: this one when it is new enough, else the one that npm
 * installed with the project.
 */
export function nodeBinary(root: string): string {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const installed = join(root, "node_modules", "node", "bin", "node");
  if (existsSync(installed)) return installed;
  throw new Error(
    `Cantieri needs Node ${NEEDED} or newer; this is ${process.versions.node}, and the package ` +
      `"node" did not install its own. Run "npm ci" again, without --ignore-scripts.`,
  );
}

/** Arguments that let Node run our TypeScript, with the marker of Next's server code disarmed. */
export function typescriptArguments(root: string): string[] {
  return ["--import", join(root, "lib", "platform", "cli", "server-only.mjs"), "--import", "tsx"];
}
