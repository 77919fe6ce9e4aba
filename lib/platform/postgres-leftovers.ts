import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endProcess, isAlive, processesWorkingIn } from "./processes";

/**
 * Clears what a crash left in a data folder that nobody holds: an orphaned server is shut down in
 * order, its stray backends are ended, and a postmaster.pid whose number now belongs to some other
 * program is removed. (One whose process is gone PostgreSQL clears by itself, after checking the
 * shared memory.) A program that is not PostgreSQL is never signalled.
 */
export async function clearLeftovers(data: string): Promise<void> {
  if (!existsSync(data)) return;
  const pidFile = join(data, "postmaster.pid");
  const postmaster = recordedPid(pidFile);
  const working = processesWorkingIn(data);

  if (postmaster !== undefined && working.includes(postmaster)) {
    await endProcess(postmaster, [
      { signal: "SIGINT", waitMs: 20_000 },
      { signal: "SIGQUIT", waitMs: 5_000 },
      { signal: "SIGKILL", waitMs: 5_000 },
    ]);
  }
  // Backends notice the death of their postmaster by themselves; these did not in time.
  for (const pid of processesWorkingIn(data)) {
    await endProcess(pid, [
      { signal: "SIGTERM", waitMs: 3_000 },
      { signal: "SIGKILL", waitMs: 5_000 },
    ]);
  }

  const left = recordedPid(pidFile);
  if (left !== undefined && isAlive(left) && process.platform === "linux") {
    rmSync(pidFile, { force: true });
  }
}

function recordedPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}
