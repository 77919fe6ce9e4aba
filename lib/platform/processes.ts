import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id exists (of whichever user). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * A text that changes when the same process id is given to another process, so that a file left
 * by a crash is not mistaken for a living owner.
 */
export function birthOf(pid: number): string | undefined {
  const fields = statFields(pid);
  if (fields) return fields[19];
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/**
 * The processes whose working folder is `folder`: PostgreSQL and all its backends work in their
 * data folder. Where there is no /proc (macOS) the postmaster's own file is all that is known.
 */
export function processesWorkingIn(folder: string): number[] {
  const real = realpathSync(folder);
  return processIds().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === real && !isZombie(pid);
    } catch {
      return false;
    }
  });
}

/** Sends each signal in turn until the process is gone; true when it is. */
export async function endProcess(
  pid: number,
  steps: readonly { signal: NodeJS.Signals; waitMs: number }[],
): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid);
    }
    if (await until(() => !isAlive(pid), waitMs)) return true;
  }
  return !isAlive(pid);
}

/** Polls until the condition holds; false when it did not within `waitMs`. */
export async function until(condition: () => boolean, waitMs: number): Promise<boolean> {
  const end = performance.now() + waitMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await sleep(15);
  }
  return true;
}

function processIds(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === "Z";
}

/** The fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
