// Runs a program of this folder: node lib/platform/cli/run.mjs <name> [arguments]. As it was
// bundled, if the build is of these sources; from the TypeScript, if not.
// Plain JavaScript, so that it can still speak on a Node that is too old for the rest.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NEEDED = 24;
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");

if (Number.parseInt(process.versions.node, 10) >= NEEDED) await run();
else runOnOurOwnNode();

async function run() {
  process.chdir(root);
  const [, , name, ...rest] = process.argv;
  const source = join(here, `${name}.ts`);
  if (!/^[a-z-]+$/.test(name ?? "") || !existsSync(source)) {
    process.stderr.write(`There is no program "${name}".\n`);
    process.exit(2);
  }
  const { FILE_THREADS } = await import("../file-threads.ts");
  // biome-ignore lint/style/noProcessEnv: Node itself reads it, from nowhere else
  for (const [setting, value] of Object.entries(FILE_THREADS)) process.env[setting] ??= value;
  const { COMPILED, isBuilt, PROGRAMS } = await import("../sources.ts");
  const bundle = join(root, PROGRAMS, `${name}.mjs`);
  // In development the sources change under the running programs.
  const bundled = !rest.includes("--dev") && existsSync(bundle) && isBuilt(root);
  const program = bundled ? bundle : source;
  process.argv = [process.argv[0], program, ...rest];
  if (bundled) await rememberCompiled(join(root, COMPILED));
  else await translateSources();
  await import(pathToFileURL(program).href);
}

/** What the engine has made of the bundle and its packages is kept for the next start. */
async function rememberCompiled(folder) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(folder);
}

async function translateSources() {
  const { registerHooks } = await import("node:module");
  // The package "server-only" throws outside of Next's bundler. In our own processes everything
  // is on the server, so there the marker stands for an empty module.
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier !== "server-only") return nextResolve(specifier, context);
      return { url: "data:text/javascript,export{}", shortCircuit: true };
    },
  });
  await import("tsx");
}

function runOnOurOwnNode() {
  const installed = join(root, "node_modules", "node", "bin", "node");
  if (!existsSync(installed)) {
    process.stderr.write(
      `Cantieri needs Node ${NEEDED} or newer; this is ${process.versions.node}, and the npm ` +
        'package "node" did not install its own. Run "npm ci" again, without --ignore-scripts.\n',
    );
    process.exit(1);
  }
  const child = spawn(installed, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
