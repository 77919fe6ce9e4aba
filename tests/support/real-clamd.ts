import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { inheritedEnvironment } from "@/lib/env";
import { scannerAnswers } from "@/lib/files/scan-file";
import { freePort } from "@/lib/platform/ports";

/** Where Debian, Fedora and Homebrew put it, beside PATH. */
const PLACES = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/opt/homebrew/sbin"];

/** The program clamd of this machine, if it has one. */
export function clamdProgram(): string | undefined {
  const path = (inheritedEnvironment().PATH ?? "").split(delimiter);
  return [...path, ...PLACES].map((place) => join(place, "clamd")).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a signature file says: name of a database of ClamAV, and its lines. */
type Signatures = Readonly<Record<string, string>>;

/** ClamAV's own daemon with signatures of our own, so that it needs no network and starts at once. */
export async function startClamd(program: string, signatures: Signatures, mostBytes: number) {
  const folder = mkdtempSync(join(tmpdir(), "cantieri-clamd-"));
  const port = await freePort();
  mkdirSync(join(folder, "db"));
  for (const [name, lines] of Object.entries(signatures)) {
    writeFileSync(join(folder, "db", name), `${lines}\n`);
  }
  const settings = [
    ...[`DatabaseDirectory ${folder}/db`, `TemporaryDirectory ${folder}`],
    ...[`TCPSocket ${port}`, "TCPAddr 127.0.0.1", `StreamMaxLength ${mostBytes}`],
  ];
  writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn(program, ["--foreground", "--config-file", join(folder, "clamd.conf")]);
  let printed = "";
  const listen = (part: unknown) => {
    printed += part;
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const url = `tcp://127.0.0.1:${port}`;
  await answering(url, child, () => printed);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  while (!(await scannerAnswers(url))) {
    if (child.exitCode !== null) throw new Error(`clamd ended: ${printed()}`);
    await new Promise((again) => setTimeout(again, 100));
  }
}
