import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { inheritedEnvironment } from "@/lib/env";
import { freePort } from "@/lib/platform/ports";
import { endProcess } from "@/lib/platform/processes";
import { answers } from "@/lib/platform/readiness-probe";
import { buildOnce } from "./build-once";
import type { DatabaseAddress, TestServer } from "./databases";

export type Program = "web" | "worker";

export interface Site {
  /** What a browser opens: http://localhost:<port>. */
  readonly origin: string;
  /** Folder of the files that this site stores. */
  readonly files: string;
  /** Everything both programs printed. */
  log(): string;
  pid(program: Program): number;
  /** Asks a program to end, as the supervisor does, and waits until it has. */
  stop(program: Program): Promise<void>;
  /** Ends a program as a crash would. */
  kill9(program: Program): Promise<void>;
  /** Starts a program again after `stop` or `kill9`; returns when the web answers. */
  start(program: Program): Promise<void>;
  /** Ends both programs and removes the files. */
  end(): Promise<void>;
}

export interface SiteOptions {
  /** Settings beside ours, such as SMTP_URL. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of files that are there already; the site has a copy of it. */
  readonly filesFrom?: string;
  /** Programs not to start at first. */
  readonly without?: readonly Program[];
  /** Whether a program that ends by itself is started again, as its supervisor does in service. */
  readonly supervised?: boolean;
}

/** The product as it runs in production, on a database: the built web process and a worker. */
export async function startSite(
  server: TestServer,
  database: DatabaseAddress,
  options: SiteOptions = {},
): Promise<Site> {
  await buildOnce(server);
  const port = await freePort();
  const files = mkdtempSync(resolve(".data", "test-files-"));
  if (options.filesFrom) cpSync(options.filesFrom, files, { recursive: true });
  const origin = `http://localhost:${port}`;
  const running = new Map<Program, ChildProcess>();
  let printed = "";
  let ending = false;
  const settings = {
    ...{ CANTIERI_ENV: "test", NODE_ENV: "production", LISTEN_HOST: "127.0.0.1", DEMO: "true" },
    ...{ PORT: String(port), APP_ORIGIN: origin, DATABASE_URL: database.appUrl },
    ...{ DATABASE_OWNER_URL: "", FILES_DIR: files, LOG_LEVEL: "info", PAGE_CACHE_MS: "0" },
    ...options.env,
  };

  const site: Site = {
    origin,
    files,
    log: () => printed,
    pid: (program) => running.get(program)?.pid ?? 0,
    async start(program) {
      const child = launch(program, settings);
      running.set(program, child);
      child.once("exit", (code) => {
        // A program that a test has killed ends without a code.
        if (options.supervised && code && !ending) setTimeout(() => void site.start(program), 500);
      });
      child.stdout?.on("data", (chunk) => {
        printed += chunk;
      });
      child.stderr?.on("data", (chunk) => {
        printed += chunk;
      });
      if (program === "web") await answersUnlessEnded(port, child, () => printed);
    },
    async stop(program) {
      await endProcess(site.pid(program), [
        { signal: "SIGTERM", waitMs: 20_000 },
        { signal: "SIGKILL", waitMs: 5_000 },
      ]);
    },
    async kill9(program) {
      await endProcess(site.pid(program), [{ signal: "SIGKILL", waitMs: 5_000 }]);
    },
    async end() {
      ending = true;
      await Promise.all([...running.keys()].map((program) => site.stop(program)));
      rmSync(files, { recursive: true, force: true });
    },
  };
  const wanted = (["worker", "web"] as const).filter((one) => !options.without?.includes(one));
  await Promise.all(wanted.map((program) => site.start(program)));
  return site;
}

/** The channel ends the program when this test process is gone, whatever ended it. */
function launch(program: Program, settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join("lib", "platform", "cli", "run.mjs"), program], {
    env: { ...inheritedEnvironment(), ...settings, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

async function answersUnlessEnded(
  port: number,
  child: ChildProcess,
  printed: () => string,
): Promise<void> {
  let ended = (_: Error): void => undefined;
  const end = new Promise<never>((_, reject) => {
    ended = reject;
  });
  const onExit = () => ended(new Error(`The web process ended at its start:\n${printed()}`));
  child.once("exit", onExit);
  try {
    await Promise.race([answers(port, "127.0.0.1"), end]);
  } finally {
    child.off("exit", onExit);
  }
}
