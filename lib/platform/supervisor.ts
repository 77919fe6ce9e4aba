import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { adoptSettings, inheritedEnvironment } from "@/lib/env";
import { FILE_THREADS } from "./file-threads";
import { endProcess } from "./processes";

export interface Supervised {
  /** The process of this moment; it changes when it is started again. */
  pid(): number;
  /** Settles when the program first says that it is up (`sayUp`). */
  readonly up: Promise<void>;
  /** Asks it to finish what it is doing (SIGTERM) and waits; after `graceMs` it is ended. */
  stop(graceMs?: number): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /**
   * The program is started at once, but serves only when this has settled, with the settings that
   * it gives (`untilReady`). Whoever gives it takes the program down should it fail.
   */
  readonly heldUntil?: Promise<Settings>;
  /** Told each time the program ends without being asked to; `again` when it is started again. */
  readonly onEnd: (how: string, again: boolean) => void;
}

/** More ends than this within a minute, and it is not started again: something is wrong. */
const RESTARTS_PER_MINUTE = 5;

/**
 * Runs a program of ours, and runs it again when it dies. It holds a channel to us: when this
 * process is gone, in whatever way, the program sees the channel close and ends (`endWithParent`).
 */
export function supervise(program: Program): Supervised {
  let stopping = false;
  let ends: number[] = [];
  let wentUp = (): void => undefined;
  const up = new Promise<void>((done) => {
    wentUp = done;
  });
  let child = start();

  function start(): ChildProcess {
    const held = "heldUntil" in program ? [HELD] : [];
    const started = spawn(program.command, [...program.args, ...held], {
      cwd: program.cwd,
      env: { ...FILE_THREADS, ...inheritedEnvironment(), ...program.env },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A group of its own: Ctrl-C reaches it through us, in our order.
      detached: true,
    });
    started.on("message", (message) => {
      if (message === UP) wentUp();
    });
    program.heldUntil?.then(
      (settings) => started.connected && started.send(settings),
      () => undefined,
    );
    started.once("exit", (code, signal) => {
      if (stopping) return;
      const instant = performance.now();
      ends = [...ends.filter((end) => instant - end < 60_000), instant];
      const again = ends.length <= RESTARTS_PER_MINUTE;
      program.onEnd(signal ?? `exit code ${code}`, again);
      if (!again) return;
      setTimeout(() => {
        if (!stopping) child = start();
      }, 500);
    });
    return started;
  }

  return {
    pid: () => child.pid ?? 0,
    up,
    async stop(graceMs = 15_000) {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
      await endProcess(child.pid, [
        { signal: "SIGTERM", waitMs: graceMs },
        { signal: "SIGKILL", waitMs: 5_000 },
      ]);
    },
  };
}

const UP = "up";

const HELD = "--held";

/** For the programs that run under `supervise`: returns when this one may serve. */
export async function untilReady(): Promise<void> {
  if (!process.argv.includes(HELD)) return;
  const [settings] = await once(process, "message");
  adoptSettings(settings as Settings);
}

/** For the programs that run under `supervise`: tells it that this one does its work now. */
export function sayUp(): void {
  process.send?.(UP);
}

const FINISH_LIMIT_MS = 14_000;

/**
 * For the programs that run under `supervise`: calls `finish` once, on SIGTERM, SIGINT or when the
 * supervisor is gone, then ends the process.
 */
export function endWithParent(finish: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    // Whatever hangs must not outlive its supervisor for long.
    setTimeout(() => process.exit(1), FINISH_LIMIT_MS).unref();
    try {
      await finish();
      process.exit(0);
    } catch {
      process.exit(1);
    }
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  if (!process.send) return;
  process.on("disconnect", end);
  // It may be gone already, if it went while this program was starting.
  if (!process.connected) void end();
}
