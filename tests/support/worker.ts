import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A worker as it runs in service: a process of its own, over the application's role. */
export interface WorkerProcess {
  readonly pid: number;
  /** Resolves when it has ended, in whatever way. */
  readonly ended: Promise<void>;
  /** Ends it at once, as the kernel does when memory runs out. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
}

export function startWorker(settings: Record<string, string>): WorkerProcess {
  const child = spawn(
    process.execPath,
    [join(process.cwd(), "lib/platform/cli/run.mjs"), "worker"],
    {
      // biome-ignore lint/style/noProcessEnv: a child inherits the environment of the run.
      env: { ...process.env, CANTIERI_ENV: "test", LOG_LEVEL: "warn", ...settings },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  return {
    pid: child.pid ?? 0,
    ended: new Promise((done) => child.once("exit", () => done())),
    kill9: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}
