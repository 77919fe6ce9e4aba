import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { adoptSettings, type Env, env } from "@/lib/env";
import { holdFolder } from "./folder-lock";
import { refuseTakenPort } from "./ports";
import { isBundled, programArguments } from "./programs";
import { answers } from "./readiness-probe";
import { adoptGeneratedSecrets } from "./secrets";
import { COMPILED } from "./sources";
import { type Supervised, supervise } from "./supervisor";

interface Options {
  readonly root: string;
  /** Next's development server instead of a production build. */
  readonly development: boolean;
  readonly say: (line: string) => void;
}

interface ProgramOptions {
  readonly options?: readonly string[];
  readonly heldUntil?: Promise<Readonly<Record<string, string>>>;
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
    // It loads while the database is made ready, and listens when that is done.
    this.#program("web", { options: development ? ["--dev"] : [], heldUntil: preparing });
    const { DATABASE_URL } = await preparing;
    const worker = this.#program("worker");
    await this.#unlessBroken(Promise.all([answers(PORT, LISTEN_HOST), worker.up]));
    if (DEMO) await this.#unlessBroken(this.#restOfDemonstration(DATABASE_URL));

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
    // A bundle is only started when it is up to date.
    if (isBundled()) return;
    const { root, say } = this.#options;
    const { buildIfNeeded } = await import("./build");
    const built = await buildIfNeeded(root, () =>
      say("Building (only when the sources changed) ..."),
    );
    if (built) say("Built.");
  }

  /**
   * The address of a database that is migrated and has what is public of the demonstration, as
   * settings that env() knows from here on too.
   */
  async #database(dataFolder: string): Promise<{ DATABASE_URL: string }> {
    const { say } = this.#options;
    const { openDatabase } = await import("./database");
    const database = await openDatabase(dataFolder, (error) => {
      say(
        error
          ? `The database does not come back: ${error.message}`
          : "The database ended; starting it again.",
      );
      if (error) this.#breakDown(error);
    });
    // Above the lock of the folder, below the programs that may be up already.
    this.#parts.splice(1, 0, database);
    const { migrate } = await import("./migrate");
    await migrate(database.ownerUrl);
    const settings = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: "" };
    adoptSettings(settings);
    if (this.#settings.DEMO) {
      const { loadDemonstration } = await import("./demonstration");
      await loadDemonstration(database.appUrl, "public");
    }
    return settings;
  }

  /** What people did in the demonstration; the site is there for visitors meanwhile. */
  async #restOfDemonstration(appUrl: string): Promise<void> {
    const { loadDemonstration } = await import("./demonstration");
    if (await loadDemonstration(appUrl)) this.#options.say("Loaded the demonstration data.");
  }

  #unlessBroken<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.broken]);
  }

  #program(name: "worker" | "web", { options = [], ...held }: ProgramOptions = {}): Supervised {
    const { root, development, say } = this.#options;
    const supervised = supervise({
      command: process.execPath,
      args: [...programArguments(root, name), ...options],
      cwd: root,
      env: {
        NODE_ENV: development ? "development" : "production",
        NODE_COMPILE_CACHE: join(root, COMPILED),
      },
      ...held,
      onEnd: (how, again) => {
        say(`The ${name} process ended (${how}).${again ? " Starting it again." : ""}`);
        if (!again) this.#breakDown(new Error(`The ${name} process ends again and again.`));
      },
    });
    this.#parts.push(supervised);
    return supervised;
  }
}
