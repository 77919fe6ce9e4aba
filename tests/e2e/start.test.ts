import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { inheritedEnvironment } from "@/lib/env";
import { freePort } from "@/lib/platform/ports";
import { endProcess, isAlive, processesWorkingIn, until } from "@/lib/platform/processes";
import { buildOnce } from "../support/build-once";
import { testDatabase } from "../support/database";

// `npm start` itself, in a data folder of its own with a blank in its name.
await buildOnce(inject("postgres"));
const work = mkdtempSync(resolve(".data", "test start "));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Started {
  process: ChildProcess;
  pid: number;
  printed(): string;
  ended: Promise<number | null>;
}

/** One installation for all tests: its data are loaded once, and each test finds it again. */
const folder = join(work, "installation");
let port = 0;
beforeEach(async () => {
  port = await freePort();
});

function npmStart(settings: Record<string, string> = {}): Started {
  const own = { CANTIERI_ENV: "", DATA_DIR: folder, PORT: String(port), ...settings };
  const child = spawn(process.execPath, [join("lib", "platform", "cli", "run.mjs"), "start"], {
    env: { ...inheritedEnvironment(), ...own },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const pid = child.pid ?? 0;
  onTestFinished(async () => {
    await endProcess(pid, [
      { signal: "SIGTERM", waitMs: 30_000 },
      { signal: "SIGKILL", waitMs: 5_000 },
    ]);
  });
  return { process: child, pid, printed: () => printed, ended };
}

async function running(settings?: Record<string, string>): Promise<Started> {
  const started = npmStart(settings);
  const said = () => started.printed().includes("Cantieri is running") || !isAlive(started.pid);
  await until(said, 90_000);
  expect(started.printed()).toContain(`Cantieri is running at http://localhost:${port}`);
  return started;
}

const ready = async () => (await fetch(`http://127.0.0.1:${port}/api/ready`)).json();
const data = () => join(folder, "postgres", "data");

describe("npm start", () => {
  test("runs, stops with Ctrl-C, and finds its data and secrets at the next start", async () => {
    const first = await running();
    expect(first.printed()).toContain("Loaded the demonstration data.");
    expect(await ready()).toEqual({ ready: true });
    const secrets = readFileSync(join(folder, "secrets.json"), "utf8");
    process.kill(-first.pid, "SIGINT");
    expect(await first.ended).toBe(0);
    expect(first.printed()).toContain("web has stopped");
    expect(first.printed()).toContain("worker has stopped");
    expect(processesWorkingIn(data())).toEqual([]);

    const second = await running();
    expect(second.printed()).not.toContain("Loaded the demonstration data.");
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).toBe(secrets);
  });

  test("killed with -9, takes everything with it and starts again", async () => {
    const first = await running();
    first.process.kill("SIGKILL");
    expect(await until(() => processesWorkingIn(data()).length === 0, 20_000)).toBe(true);
    await running();
    expect(await ready()).toEqual({ ready: true });
  });

  test("brings back the database when it is killed", async () => {
    const started = await running();
    const [postmaster] = readFileSync(join(data(), "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(postmaster), "SIGKILL");
    expect(await until(() => started.printed().includes("The database ended"), 10_000)).toBe(true);
    await expect.poll(ready, { timeout: 20_000 }).toEqual({ ready: true });
  });

  test("says what to do when the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
    onTestFinished(() => void other.close());
    const started = npmStart();
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain(`Port ${port} is in use by another program.`);
    expect(started.printed()).toContain(`PORT=${port + 1} npm start`);
  });

  test("uses the server of DATABASE_URL, and starts none of its own", async () => {
    const { ownerUrl, appUrl } = await testDatabase();
    const elsewhere = join(work, "elsewhere");
    const given = { DATA_DIR: elsewhere, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    await running({ ...given, DEMO: "false" });
    expect(await ready()).toEqual({ ready: true });
    expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
  });

  test("refuses a second start in the same folder and leaves the first alone", async () => {
    const first = await running();
    const second = npmStart();
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`already running in this folder (process ${first.pid})`);
    expect(await ready()).toEqual({ ready: true });
  });
});
