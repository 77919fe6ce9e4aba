import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { inheritedEnvironment } from "@/lib/env";

/** Runs a program of node_modules/.bin to its end and keeps what it printed. */
export function execute(
  command: string,
  args: readonly string[],
  options: { cwd?: string; show?: (chunk: string) => void } = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(resolve("node_modules", ".bin", command), args, {
    cwd: options.cwd,
    env: { ...inheritedEnvironment(), NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const take = (chunk: Buffer) => {
    output += chunk;
    options.show?.(String(chunk));
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
