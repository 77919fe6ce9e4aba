import { setTimeout as sleep } from "node:timers/promises";
import { routes } from "@/lib/routes";

const WAIT_MS = 120_000;

/** Returns when the web process of this machine says that it is ready. */
export async function answers(port: number, host: string): Promise<void> {
  const address = new URL(routes.ready(), `http://${reachableName(host)}:${port}`);
  const end = performance.now() + WAIT_MS;
  let last = "no answer";
  while (performance.now() < end) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
    await sleep(20);
  }
  throw new Error(`The web process did not become ready within ${WAIT_MS / 1000} s: ${last}`);
}

/** Where a server that listens on all addresses is reached from its own machine. */
function reachableName(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
