import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inheritedEnvironment } from "@/lib/env";
import { freePort } from "@/lib/platform/ports";
import { endProcess } from "@/lib/platform/processes";
import { answers } from "@/lib/platform/readiness-probe";

const NEXT = resolve("node_modules", "next", "dist", "bin", "next");

/** A server to compare with; `origin` is where it answers. */
export type Reference = { origin: string; startedInMs: number; stop(): Promise<void> };

/** The smallest application of Next: one static page with `characters` of text, and an empty one. */
export function buildReference(characters: number): string {
  const folder = resolve(".data", "bench", `reference-${characters}`);
  if (existsSync(join(folder, ".next", "BUILD_ID"))) return folder;
  mkdirSync(join(folder, "app", "empty"), { recursive: true });
  const files: Record<string, string> = {
    "package.json": '{"private":true,"type":"module"}',
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(resolve("."))} }, typescript: { ignoreBuildErrors: true } };`,
    "app/layout.jsx":
      'export default function Layout({ children }) { return <html lang="it"><body>{children}</body></html>; }',
    "app/page.jsx": `export default function Page() { return <p>{"a".repeat(${characters})}</p>; }`,
    "app/empty/page.jsx": "export default function Empty() { return <p>Vuota</p>; }",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { ...inheritedEnvironment(), NODE_ENV: "production" as const };
  const built = spawnSync(process.execPath, [NEXT, "build", folder], { env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
  return folder;
}

/** Starts a built reference application and waits until it answers. */
export async function startReference(folder: string): Promise<Reference> {
  const port = await freePort();
  return launch(process.execPath, [NEXT, "start", folder, "-p", String(port)], port);
}

/** A bare node:http server that answers everything with the same bytes. */
export async function startBareServer(html: string): Promise<Reference> {
  const port = await freePort();
  const file = resolve(".data", "bench", "page.html");
  writeFileSync(file, html);
  const program = `const body = require("fs").readFileSync(${JSON.stringify(file)});
    require("http").createServer((q, r) => r.writeHead(200, {"content-type": "text/html",
    "content-length": body.length}).end(body)).listen(${port}, "127.0.0.1")`;
  return launch(process.execPath, ["-e", program], port);
}

async function launch(command: string, args: string[], port: number): Promise<Reference> {
  const begin = performance.now();
  const child: ChildProcess = spawn(command, args, {
    stdio: "ignore",
    env: { ...inheritedEnvironment(), NODE_ENV: "production" },
  });
  await answersAnything(port);
  return {
    origin: `http://127.0.0.1:${port}`,
    startedInMs: performance.now() - begin,
    stop: async () => {
      await endProcess(child.pid ?? 0, [{ signal: "SIGKILL", waitMs: 5_000 }]);
    },
  };
}

/** A reference has no readiness address: any answer will do. */
async function answersAnything(port: number): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((wait) => setTimeout(wait, 10));
    }
  }
  await answers(port, "127.0.0.1");
}
