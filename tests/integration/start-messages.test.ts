import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { inheritedEnvironment } from "@/lib/env";
import { holdFolder } from "@/lib/platform/folder-lock";

// What the programs say when they cannot begin: the command that was typed, to be typed again.

const folder = mkdtempSync(join(tmpdir(), "cantieri start messages "));
const taken = createServer();
await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
const address = taken.address();
const port = typeof address === "object" && address ? address.port : 0;
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program of lib/platform/cli until it ends by itself. */
async function run(args: string[], dataFolder = join(folder, "own"), mode = "development") {
  const { DATABASE_URL: _none, ...environment } = inheritedEnvironment();
  const child = spawn(process.execPath, ["lib/platform/cli/run.mjs", ...args], {
    env: { ...environment, PORT: String(port), DATA_DIR: dataFolder, CANTIERI_ENV: mode },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const [printed, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, said: printed + complained };
}

// tests/e2e/start.test.ts says the same of `npm start`.
test("npm run dev on a port that is taken", async () => {
  const { code, said } = await run(["start", "--dev"]);
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is in use by another program.`);
  expect(said).toContain(`PORT=${port + 1} npm run dev\n`);
});

test("a worker without a database says what it needs", async () => {
  const { code, said } = await run(["worker"]);
  expect(code).toBe(1);
  expect(said).toContain("needs the address of a database");
});

test.each(["start", "web"])(
  "in production %s does not begin with what is only fit for a demonstration",
  async (program) => {
    const untouched = join(folder, `production-${program}`);
    const { code, said } = await run([program], untouched, "production");
    expect(code).toBe(1);
    for (const name of ["DATABASE_URL", "APP_ORIGIN", "AUTH_SECRET", "DATA_KEY", "SMTP_URL"]) {
      expect(said).toContain(`${name}: is required in production`);
    }
    expect(existsSync(untouched)).toBe(false);
  },
);

test("a program in a folder where Cantieri runs names the process, without a stack", async () => {
  const held = join(folder, "held");
  mkdirSync(held, { recursive: true });
  const release = holdFolder(held, join(held, "lock"));
  const { code, said } = await run(["verify-audit"], held);
  release();
  expect(code).toBe(1);
  expect(said).toContain(`already running in this folder (process ${process.pid})`);
  expect(said).not.toContain("    at ");
});
