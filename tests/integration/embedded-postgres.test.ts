import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { FolderInUse } from "@/lib/platform/folder-lock";
import { type PostgresServer, startPostgres } from "@/lib/platform/postgres";
import { packagedBinaries, postgresBinaries } from "@/lib/platform/postgres-binaries";
import { isAlive, until } from "@/lib/platform/processes";
import { serverUser } from "@/lib/platform/system-user";

const work = mkdtempSync(resolve(".data", "test postgres "));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let folder = "";
let count = 0;
beforeEach(() => {
  count++;
  folder = join(work, `server ${count}`);
});

async function start(): Promise<PostgresServer> {
  const server = await startPostgres({ folder, durable: false });
  onTestFinished(() => server.stop());
  return server;
}

async function query(server: PostgresServer, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url("postgres", "postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const tests = "select array_agg(n order by n) as kept from kept";

describe("a folder of its own, with a blank in its name", () => {
  test("is made at the first start and kept for the next", async () => {
    const first = await start();
    await query(first, "create table kept (n int); insert into kept values (1)");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(await query(second, tests)).toEqual([{ kept: [1] }]);
  });

  test("is refused while a living process holds it, and that one is left alone", async () => {
    const server = await start();
    await expect(startPostgres({ folder })).rejects.toThrow(FolderInUse);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("lets nobody in without the generated password, and nobody from outside", async () => {
    const server = await start();
    const right = server.url("postgres", "postgres");
    const wrong = new Client(right.replace(server.password("postgres"), "guessed"));
    await expect(wrong.connect()).rejects.toThrow(/password/);
    expect(await query(server, "select current_setting('listen_addresses') as at")).toEqual([
      { at: "127.0.0.1" },
    ]);
    expect(statSync(join(folder, "data")).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "secret")).mode & 0o077).toBe(0);
  });

  test("is served by an unprivileged user when root starts it", async () => {
    const server = await start();
    const owner = statSync(join(folder, "data")).uid;
    expect(owner).not.toBe(0);
    if (process.platform === "linux") expect(statSync(`/proc/${server.pid}`).uid).toBe(owner);
  });

  test("may lie below a folder that is closed to that user", async () => {
    const closed = mkdtempSync(join(work, "closed "));
    chmodSync(closed, 0o700);
    folder = join(closed, "server");
    const server = await start();
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("after a crash", () => {
  test("of the server, what was committed is there", async () => {
    const first = await start();
    await query(first, "create table kept (n int); insert into kept values (1), (2)");
    await first.kill();
    const second = await start();
    expect(await query(second, tests)).toEqual([{ kept: [1, 2] }]);
  });

  test("a postmaster.pid that names another living program does not stop it", async () => {
    const first = await start();
    await first.kill();
    const other = spawn("sleep", ["60"], { stdio: "ignore" });
    onTestFinished(() => void other.kill());
    const pidFile = join(folder, "data", "postmaster.pid");
    const lines = readFileSync(pidFile, "utf8").split("\n");
    writeFileSync(pidFile, [other.pid, ...lines.slice(1)].join("\n"));
    const second = await start();
    expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(isAlive(other.pid ?? 0)).toBe(true);
  });

  test("a lock that names a process id of somebody else does not count", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 1, birth: "long ago" }));
    await start();
  });

  test("of an initdb half way, it begins again", async () => {
    const first = await start();
    await first.stop();
    cpSync(join(folder, "data"), join(folder, "data.new"), { recursive: true });
    rmSync(join(folder, "data"), { recursive: true });
    await start();
  });

  test("of the process that started it, the server shuts itself down", async () => {
    const starter = spawn(
      process.execPath,
      ["--import", "tsx", "tests/support/start-postgres.ts", folder],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let printed = "";
    starter.stdout.on("data", (chunk) => {
      printed += chunk;
    });
    expect(await until(() => printed.includes("\n"), 20_000)).toBe(true);
    const pid = Number(printed);
    expect(isAlive(pid)).toBe(true);
    starter.kill("SIGKILL");
    expect(await until(() => !isAlive(pid), 10_000)).toBe(true);
    await start();
  });

  test("of everything around it, an orphaned server is shut down and replaced", async () => {
    const orphan = await start();
    await query(orphan, "create table kept (n int); insert into kept values (7)");
    rmSync(join(folder, "lock"));
    const next = await start();
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(next, tests)).toEqual([{ kept: [7] }]);
  });
});

test("binaries that the server's user cannot reach are copied aside once", () => {
  const closed = mkdtempSync(join(work, "closed "));
  const packaged = join(closed, "native");
  cpSync(packagedBinaries(), packaged, { recursive: true, verbatimSymlinks: true });
  chmodSync(closed, 0o700);
  const user = serverUser(join(work, "none"));
  const remember = join(work, "binaries");
  const found = postgresBinaries(user, remember, packaged);
  if (user === undefined) {
    expect(found).toBe(packaged);
    return;
  }
  onTestFinished(() => rmSync(found, { recursive: true }));
  expect(found).not.toBe(packaged);
  expect(postgresBinaries(user, remember, packaged)).toBe(found);
  chmodSync(found, 0o777);
  const again = postgresBinaries(user, remember, packaged);
  onTestFinished(() => rmSync(again, { recursive: true }));
  expect(again, "a folder that others may write to is not trusted").not.toBe(found);
});
