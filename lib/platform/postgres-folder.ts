import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { postgresBinaries } from "./postgres-binaries";
import { type SystemUser, serverUser } from "./system-user";

/** What one server's folder holds, and who runs it. */
export interface PostgresFolder {
  readonly data: string;
  readonly secret: string;
  readonly log: string;
  readonly user: SystemUser | undefined;
  readonly binaries: string;
}

export function openFolder(folder: string): PostgresFolder {
  const data = join(folder, "data");
  const user = serverUser(data);
  // The server's user has to pass through, not to look around.
  chmodSync(folder, 0o711);
  const binaries = postgresBinaries(user, join(folder, "binaries"));
  return {
    data,
    secret: join(folder, "secret"),
    log: join(folder, "postgres.log"),
    user,
    binaries,
  };
}

/** Makes the data folder when there is none. Renamed last: half an initdb never counts. */
export async function initialise(folder: PostgresFolder, durable: boolean): Promise<void> {
  if (existsSync(join(folder.data, "PG_VERSION"))) return;
  const unfinished = `${folder.data}.new`;
  const passwordFile = join(folder.data, "..", "initial-password");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(folder.secret, randomBytes(32).toString("hex"), { mode: 0o600 });
  writeFileSync(passwordFile, passwordOf(folder, "postgres"), { mode: 0o600 });
  try {
    if (folder.user) {
      chownSync(unfinished, folder.user.uid, folder.user.gid);
      chownSync(passwordFile, folder.user.uid, folder.user.gid);
    }
    await runInitdb({ ...folder, data: unfinished }, durable ? [] : ["--no-sync"]);
    renameSync(unfinished, folder.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Each role has a password of its own, derived from the generated secret of the folder. */
export function passwordOf(folder: PostgresFolder, role: string): string {
  const secret = readFileSync(folder.secret, "utf8");
  return createHmac("sha256", secret).update(role).digest("hex");
}

/**
 * The data folder as the server is told it. Under a folder closed to the server's user its real
 * path cannot be walked; its own working folder always can, and that is where it is started.
 */
export function dataArgument(folder: PostgresFolder): string {
  return folder.user && process.platform === "linux" ? "/proc/self/cwd" : folder.data;
}

/** How PostgreSQL's programs are started: nothing of our environment reaches them. */
export function spawnOptions(folder: PostgresFolder) {
  const env = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" } as const;
  return { cwd: folder.data, env, ...folder.user };
}

async function runInitdb(folder: PostgresFolder, more: readonly string[]): Promise<void> {
  const command = join(folder.binaries, "bin", "initdb");
  const how = [
    ...["--username=postgres", "--auth=scram-sha-256", "--pwfile=../initial-password"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--text-search-config=italian", "--no-instructions"],
    ...more,
  ];
  const child = spawn(command, ["-D", dataArgument(folder), ...how], {
    ...spawnOptions(folder),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  const [code] = await once(child, "close").catch((error) => [(error as Error).message]);
  process.off("exit", endWithUs);
  if (code !== 0) throw new Error(`initdb failed: ${printed || code}`);
}
