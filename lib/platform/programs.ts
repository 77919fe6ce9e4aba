import { join } from "node:path";
import { PROGRAMS } from "./sources";

/** Whether this code runs as it was bundled when the product was built. */
export function isBundled(): boolean {
  return import.meta.url.includes(`/${PROGRAMS}/`);
}

/**
 * How Node is told to run a program of `lib/platform/cli`. From a bundle it is the one beside it,
 * made of the same sources; `run.mjs` would only find out again that it may be taken.
 */
export function programArguments(root: string, name: string): string[] {
  return isBundled()
    ? [join(root, PROGRAMS, `${name}.mjs`)]
    : [join(root, "lib", "platform", "cli", "run.mjs"), name];
}
