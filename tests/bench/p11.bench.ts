import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inheritedEnvironment } from "@/lib/env";
import { buildIfNeeded } from "@/lib/platform/build";
import { freePort } from "@/lib/platform/ports";
import { postgresBinaries } from "@/lib/platform/postgres-binaries";
import { endProcess } from "@/lib/platform/processes";
import { serverUser } from "@/lib/platform/system-user";
import { buildReference, startReference } from "./reference-site";
import { record, rounded } from "./result";

await buildIfNeeded(process.cwd(), () => undefined);
const folder = mkdtempSync(join(tmpdir(), "cantieri-bench-"));
// PostgreSQL runs as another user, who has to pass through.
chmodSync(folder, 0o755);
let running: ChildProcess | undefined;
afterAll(async () => {
  if (running?.pid) await endProcess(running.pid, [{ signal: "SIGKILL", waitMs: 5_000 }]);
  rmSync(folder, { recursive: true, force: true });
});

test("P11: the first page after npm start, on an empty folder and again", async () => {
  const first = await startAndStop();
  const warm = await startAndStop();
  const initdb = bareInitdb();
  const reference = await startReference(buildReference(1000));
  await reference.stop();
  const coldLimit = initdb + reference.startedInMs;
  record({
    id: "P11",
    what: "npm start on an empty folder until it says that it runs, with all of the demonstration",
    value: rounded(first.running),
    unit: "ms",
    limit: rounded(coldLimit),
    ratio: rounded(first.running / coldLimit),
    goal: "shown",
    ok: true,
    counts: {},
  });
  for (const [what, value, limit] of [
    [
      "first page after npm start on an empty folder, with the calls of the demonstration",
      first.page,
      coldLimit,
    ],
    ["first page after npm start again", warm.page, reference.startedInMs],
  ] as const) {
    record({
      id: "P11",
      what,
      value: rounded(value),
      unit: "ms",
      limit: rounded(limit),
      ratio: rounded(value / limit),
      goal: "≤ 2 times",
      ok: value / limit <= 2,
      counts: { initdb: Math.round(initdb), nextStart: Math.round(reference.startedInMs) },
    });
  }
  expect(first.running).toBeGreaterThanOrEqual(first.page);
});

/** Milliseconds from the command to the first page that answers, and until all is there. */
async function startAndStop(): Promise<{ page: number; running: number }> {
  const port = await freePort();
  const begin = performance.now();
  running = spawn(process.execPath, [join("lib", "platform", "cli", "run.mjs"), "start"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...inheritedEnvironment(),
      ...{ DATA_DIR: join(folder, "data"), PORT: String(port), DATABASE_URL: "" },
      NODE_ENV: "production",
    },
  });
  const pid = running.pid ?? 0;
  const said = new Promise<number>((done) => {
    running?.stdout?.on("data", (chunk) => {
      if (String(chunk).includes("Cantieri is running")) done(performance.now() - begin);
    });
  });
  for (;;) {
    if (running.exitCode !== null) throw new Error("npm start ended");
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  const page = performance.now() - begin;
  const whole = await said;
  await endProcess(pid, [
    { signal: "SIGTERM", waitMs: 30_000 },
    { signal: "SIGKILL", waitMs: 5_000 },
  ]);
  return { page, running: whole };
}

/** Milliseconds of initdb alone, as the user that PostgreSQL runs as. */
function bareInitdb(): number {
  const data = join(folder, "bare");
  mkdirSync(data);
  const user = serverUser(data);
  if (user) chownSync(data, user.uid, user.gid);
  const native = postgresBinaries(user, join(folder, "binaries"));
  const begin = performance.now();
  const made = spawnSync(join(native, "bin", "initdb"), ["-D", ".", "-U", "postgres"], {
    cwd: data,
    encoding: "utf8",
    ...user,
  });
  if (made.status !== 0) throw new Error(made.stderr);
  return performance.now() - begin;
}
