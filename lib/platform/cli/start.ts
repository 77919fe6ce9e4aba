import { Installation } from "../installation";

/**
 * `npm start` and `npm run dev`: builds if the sources changed, brings up the database, the worker
 * and the web, and takes all of them down again together.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const development = process.argv.includes("--dev");
  const installation = new Installation({ root: process.cwd(), development, say });
  let ending = false;
  const end = async (exitCode: number) => {
    if (ending) return;
    ending = true;
    await installation.stop();
    if (exitCode === 0) say("Stopped.");
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      say("\nStopping: what has begun is finished first ...");
      return end(0);
    });
  }
  try {
    await installation.start();
    await installation.broken;
  } catch (error) {
    if (!ending) process.stderr.write(`\n${explain(error)}\n`);
    await end(1);
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
