import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { env } from "@/lib/env";
import { projectRoot } from "@/lib/platform/project-root";
import { PROGRAMS } from "@/lib/platform/sources";
import type { RenderedPdf } from "./render";
import { ThreadPool } from "./thread-pool";

/**
 * The view each kind of document is rendered from. A domain adds its own beside its component:
 *
 * @example
 * declare module "@/lib/pdf/pool" {
 *   interface PdfViews {
 *     receipt: ReceiptView;
 *   }
 * }
 *
 * and the component goes into the map in `lib/documents/pdf-kinds.ts`, which the compiler then
 * asks for. Views are plain JSON: they travel to another thread.
 */
// biome-ignore lint/suspicious/noEmptyInterface: domains merge their kinds into it
export interface PdfViews {}

const TIME_LIMIT = 30_000;

let pool: ThreadPool | undefined;

/**
 * Renders a document without holding up this thread. For the worker process, not for requests. In
 * the last minutes before the end of a call it leaves the processor to those who still send.
 */
export function renderInThread<Kind extends keyof PdfViews>(
  kind: Kind,
  view: PdfViews[Kind],
  lastMinutes: boolean,
): Promise<RenderedPdf> {
  pool ??= new ThreadPool({
    entry: threadEntry(),
    size: env().PDF_THREADS,
    timeLimit: TIME_LIMIT,
  });
  return pool.render(kind, view, lastMinutes);
}

/** By address, not by import: the kinds live in the domains, above this module. */
function threadEntry(): URL {
  const bundled = import.meta.url.includes(`/${PROGRAMS}/`);
  return bundled
    ? pathToFileURL(join(projectRoot(), PROGRAMS, "pdf-thread.mjs"))
    : new URL("../documents/pdf-thread.ts", import.meta.url);
}

/** At the end of the process. */
export async function closeThreads(): Promise<void> {
  await pool?.close();
  pool = undefined;
}
