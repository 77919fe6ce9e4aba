import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { inheritedEnvironment } from "@/lib/env";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export interface FoundBrowser {
  readonly path: string;
  readonly args: readonly string[];
}

/**
 * A Chromium for the tests: $CHROMIUM_PATH, else one on PATH, else Debian's by apt-get where we are
 * root, else the one of the npm package @sparticuz/chromium. Throws when there is none: a browser
 * test is never skipped.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const { CHROMIUM_PATH } = inheritedEnvironment();
  if (CHROMIUM_PATH) {
    if (!isProgram(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH=${CHROMIUM_PATH} is no program`);
    return { path: CHROMIUM_PATH, args: flags() };
  }
  const path = onPath() ?? APPLICATIONS.find(isProgram) ?? installed();
  if (path) return { path, args: flags() };
  const { default: packaged } = await import("@sparticuz/chromium");
  return { path: await packaged.executablePath(), args: [...packaged.args, ...flags()] };
}

function onPath(): string | undefined {
  const folders = (inheritedEnvironment().PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** As root on Debian or Ubuntu the distribution's package is the surest. */
function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  process.stdout.write("No Chromium found: installing Debian's for the browser tests ...\n");
  const env = { ...inheritedEnvironment(), DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, stdio: "ignore", timeout: 600_000 } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  return spawnSync("apt-get", install, options).status === 0 ? onPath() : undefined;
}

/** Chromium's own sandbox does not work for root; a small /dev/shm makes it crash. */
function flags(): string[] {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...sandbox, "--disable-dev-shm-usage", "--disable-gpu"];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
