import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { adoptSettings, type Env, env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { openDatabase } from "./database";
import { holdFolder } from "./folder-lock";
import { migrate } from "./migrate";
import { refuseTakenPort } from "./ports";
import { answers } from "./readiness-probe";
import { adoptGeneratedSecrets } from "./secrets";
import { type Supervised, supervise } from "./supervisor";

interface Options {
  readonly root: string;
  /** Next's development server instead of a production build. */
  readonly development: boolean;
  readonly say: (line: string) => void;
}

/**
 * Everything of one machine: database, web and worker. `start` returns when they answer; `stop`
 * may be called at any moment and takes down what is up, in the order that loses nothing.
 */
export class Installation {
  readonly #options: Options;
  readonly #settings: Env = env();
  readonly #parts: { stop(): unknown }[] = [];
  #breakDown: (error: Error) => void = () => undefined;
  /** Rejects when a part is broken for good. */
  readonly broken: Promise<never>;

  constructor(options: Options) {
    this.#options = options;
    this.broken = new Promise((_, reject) => {
      this.#breakDown = reject;
    });
    this.broken.catch(() => undefined);
  }

  async start(): Promise<void> {
    const { root, development, say } = this.#options;
    const { PORT, LISTEN_HOST, APP_ORIGIN, DEMO, DATA_DIR } = this.#settings;
    const dataFolder = resolve(root, DATA_DIR);
    mkdirSync(dataFolder, { recursive: true });
    const release = holdFolder(dataFolder, join(dataFolder, "lock"));
    this.#parts.push({ stop: release });
    await refuseTakenPort(PORT, LISTEN_HOST, development ? "npm run dev" : "npm start");

    adoptGeneratedSecrets(dataFolder);
    const preparing = this.#database(dataFolder);
    preparing.catch(() => undefined);
    if (!development) await this.#build();
    await preparing;
    const worker = this.#program("worker");
    this.#program("web", ...(development ? ["--dev"] : []));
    await Promise.race([Promise.all([answers(PORT, LISTEN_HOST), worker.up]), this.broken]);

    say(`\nCantieri is running at ${APP_ORIGIN}\n`);
    if (DEMO) {
      const { accountLines } = await import("./demonstration");
      for (const line of accountLines()) say(line);
    }
    say("Stop it with Ctrl-C.");
  }

  async stop(): Promise<void> {
    // Last in, first out: web and worker finish what they have begun while the database is there.
    for (let part = this.#parts.pop(); part; part = this.#parts.pop()) await part.stop();
  }

  async #build(): Promise<void> {
    const { root, say } = this.#options;
    const built = await buildIfNeeded(root, () =>
      say("Building (only when the sources changed) ..."),
    );
    if (built) say("Built.");
  }

  /** A database that is migrated and has its demonstration data; from here on env() knows it. */
  async #database(dataFolder: string): Promise<void> {
    const { say } = this.#options;
    const database = await openDatabase(dataFolder, (error) => {
      say(
        error
          ? `The database does not come back: ${error.message}`
          : "The database ended; starting it again.",
      );
      if (error) this.#breakDown(error);
    });
    this.#parts.push(database);
    await migrate(database.ownerUrl);
    adoptSettings({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: "" });
    if (!this.#settings.DEMO) return;
    // Loaded late: it knows all domains, and they may read the settings that are complete now.
    const { loadDemonstration } = await import("./demonstration");
    if (await loadDemonstration(database.appUrl)) say("Loaded the demonstration data.");
  }

  #program(name: "worker" | "web", ...options: readonly string[]): Supervised {
    const { root, development, say } = this.#options;
    const run = join(root, "lib", "platform", "cli", "run.mjs");
    const supervised = supervise({
      command: process.execPath,
      args: [run, name, ...options],
      cwd: root,
      env: { NODE_ENV: development ? "development" : "production" },
      onEnd: (how, again) => {
        say(`The ${name} process ended (${how}).${again ? " Starting it again." : ""}`);
        if (!again) this.#breakDown(new Error(`The ${name} process ends again and again.`));
      },
    });
    this.#parts.push(supervised);
    return supervised;
  }
}
