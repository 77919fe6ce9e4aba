import { execFileSync, spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { inheritedEnvironment } from "@/lib/env";

const SHELLS = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const require = createRequire(import.meta.url);
/** In the npm package, from its module. */
const PACKED = join("..", "..", "bin", "chromium.br");
const UNPACKED = resolve(".data", "test-browser");
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export interface FoundBrowser {
  readonly path: string;
  readonly args: readonly string[];
}

/**
 * A Chromium for the tests: $CHROMIUM_PATH, else a headless shell (on PATH, or the one of the npm
 * package @sparticuz/chromium), which takes half the work of a browser with windows; else one of
 * those on PATH, else Debian's by apt-get where we are root. Throws when there is none: a browser
 * test is never skipped.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const { CHROMIUM_PATH } = inheritedEnvironment();
  if (CHROMIUM_PATH && !isProgram(CHROMIUM_PATH))
    throw new Error(`CHROMIUM_PATH=${CHROMIUM_PATH} is no program`);
  const path =
    CHROMIUM_PATH ||
    onPath(SHELLS) ||
    (await packagedShell()) ||
    onPath(NAMES) ||
    APPLICATIONS.find(isProgram) ||
    installed();
  if (!path) throw new Error("No Chromium for the browser tests: set CHROMIUM_PATH");
  return { path, args: flags(path) };
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (inheritedEnvironment().PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * The shell that comes with `npm ci`, unpacked once for each version of it. Of no use on another
 * system than Linux, on another processor, or without the libraries that browsers want.
 */
async function packagedShell(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const packed = join(dirname(require.resolve("@sparticuz/chromium")), PACKED);
  const { size } = statSync(packed);
  const path = join(UNPACKED, `headless-shell-${size}`);
  if (!existsSync(path)) {
    mkdirSync(UNPACKED, { recursive: true });
    const making = `${path}.${process.pid}`;
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      createWriteStream(making, { mode: 0o755 }),
    );
    // Another run that unpacks at the same moment finds a whole one, or its own.
    renameSync(making, path);
  }
  return isProgram(path) ? path : undefined;
}

/** As root on Debian or Ubuntu the distribution's package is the surest. */
function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  process.stdout.write("No Chromium found: installing Debian's for the browser tests ...\n");
  const env = { ...inheritedEnvironment(), DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, stdio: "ignore", timeout: 600_000 } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  return spawnSync("apt-get", install, options).status === 0 ? onPath(NAMES) : undefined;
}

/**
 * Chromium's own sandbox does not work for root, nor for a program that nobody installed; a small
 * /dev/shm makes it crash.
 */
function flags(path: string): string[] {
  const bare = process.getuid?.() === 0 || dirname(path) === UNPACKED;
  return [...(bare ? ["--no-sandbox"] : []), "--disable-dev-shm-usage", "--disable-gpu"];
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
